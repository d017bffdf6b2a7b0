import { remark } from './remark.ts';

type Codes<Known, Rest> = (code: string | number | boolean | null | undefined) => Known | Rest;

/**
 * Turns the agency's own codes into agreed ones, or its own ways of saying yes and no (`{ Y: true, N: false }`).
 *
 * What becomes of a code that is not in the map has to be said (`rest`), so that a code added next year is not forgotten in
 * silence. No code at all (null) is `rest` as well. Spaces at the ends count for nothing, as in databases: lists of codes are often filled up.
 */
export function codes<const Known, const Rest>(
  map: Readonly<Record<string, Known>>,
  { rest }: Readonly<{ rest: Rest }>,
): Codes<Known, Rest> {
  const known = new Map(Object.entries(map).map(([code, told]) => [code.trim(), told]));
  return (code) => {
    const told = known.get(String(code).trim());
    if (told !== undefined) return told;
    if (code !== null && code !== undefined && String(code).trim() !== '')
      remark({ kind: 'CODE_NOT_IN_MAP', value: code });
    return rest;
  };
}
