export type ParsedType = Readonly<{ type: string; sizes: readonly number[]; array: boolean }>;

/** Splits up a written type: `character varying(40)[]` is an array of `character varying`, size 40. */
export function parseType(written: string): ParsedType {
  const array = /(\[\d*\])+$/.test(written);
  const bare = written.replace(/(\[\d*\])+$/, '');
  const sizes = /\(\s*(\d+(?:\s*,\s*\d+)*)\s*\)/.exec(bare)?.[1]?.split(',').map(Number) ?? [];
  const type = bare
    .replace(/\([^)]*\)/, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  return { type, sizes, array };
}
