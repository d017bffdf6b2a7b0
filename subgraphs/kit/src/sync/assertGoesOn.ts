import { InputFault } from '../command/InputFault.ts';
import type { LinkageRow } from '../mapping/Mapping.ts';

/** Throws one sentence where a page of linkage ends with the number after which it should begin: whoever reads page by page would never end. */
export function assertGoesOn(rows: readonly LinkageRow[], after: string | null): void {
  if (after !== null && String(rows.at(-1)?.number) === after)
    throw new InputFault(
      'A page of linkage ends where the one before it ended, so the sync would never finish. Have each page begin after the number it is given, in a stable order.',
    );
}
