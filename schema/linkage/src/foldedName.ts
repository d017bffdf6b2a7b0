import { lettersOf } from './lettersOf.ts';

/**
 * Returns a name (or a suburb) as it is encoded: its letters A to Z (`lettersOf`). A name without any keeps its own letters and
 * marks, in upper case and NFKC form, so that 阮 or Σοφία does not vanish. Null if there is no letter at all.
 *
 * The two forms never meet: 阮 and Nguyễn do not agree, and only an alias brings them together.
 */
export function foldedName(name: string | null): string | null {
  const latin = lettersOf(name ?? '');
  if (latin !== '') return latin;
  const own = (name ?? '')
    .toUpperCase()
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{M}]/gu, '');
  return own === '' ? null : own;
}
