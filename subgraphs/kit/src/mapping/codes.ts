import { remark } from './remark.ts';

type Codes<Known, Rest> = (code: string | number | boolean | null | undefined) => Known | Rest;

/**
 * Translates the agency's own codes into agreed ones, or its own ways of saying yes and no (`{ Y: true, N: false }`).
 *
 * You have to say what a code that is not in the map becomes (`rest`), so that a code added next year is not silently lost.
 * No code at all (null) is `rest` as well. Spaces at the ends are ignored, as in databases: codes are often stored padded.
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
