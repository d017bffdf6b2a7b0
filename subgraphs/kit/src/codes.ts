type Codes<Known, Rest> = (code: string | number | null | undefined) => Known | Rest;

/**
 * Turns the agency's own codes into agreed ones.
 *
 * What becomes of a code that is not in the map has to be said (`rest`), so that a code added next year is not forgotten in
 * silence. No code at all (null) is `rest` as well.
 */
export function codes<const Known, const Rest>(
  map: Readonly<Record<string, Known>>,
  { rest }: Readonly<{ rest: Rest }>,
): Codes<Known, Rest> {
  const known = new Map(Object.entries(map));
  return (code) => known.get(String(code)) ?? rest;
}
