import { remark } from './remark.ts';

type Codes<Known, Rest> = (code: string | number | boolean | null | undefined) => Known | Rest;

/**
 * Translates the agency's own codes into agreed ones, or its own ways of saying yes and no (`{ Y: true, N: false }`).
 *
 * You have to say what a code that is not in the map becomes (`rest`), so that a code added next year is not silently lost.
 * No code at all (null) is `rest` as well. Spaces at the ends are ignored, as in databases: codes are often stored padded.
 * An apostrophe is the same however it is written: word processors change `doesn't` to `doesn’t`. Where the map has both,
 * each counts as it is written.
 */
export function codes<const Known, const Rest>(
  map: Readonly<Record<string, Known>>,
  { rest }: Readonly<{ rest: Rest }>,
): Codes<Known, Rest> {
  const entries = Object.entries(map).map(([code, told]) => [code.trim(), told] as const);
  const known = new Map([...entries.map(([code, told]) => [plainly(code), told] as const), ...entries]);
  return (code) => {
    const written = String(code).trim();
    const told = known.get(known.has(written) ? written : plainly(written));
    if (told !== undefined) return told;
    if (code !== null && code !== undefined && String(code).trim() !== '')
      remark({ kind: 'CODE_NOT_IN_MAP', value: code });
    return rest;
  };
}

const plainly = (code: string): string => code.replaceAll(/[‘’‛ʼ′`´]/g, "'");
