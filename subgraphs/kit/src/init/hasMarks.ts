import { goneColumns, isKeptBack } from './goneColumns.ts';
import { hiddenKinds } from './keptBackText.ts';
import type { TableGuess } from './Proposal.ts';
import type { Looked } from './tableGuess.ts';
import { safetyColumns } from './unsafeColumns.ts';

/** Whether rows of a table of addresses, or of ways of contact, may be marked as not to be disclosed. */
export function hasMarks({ shapes, references }: Looked, { table, as }: TableGuess): boolean {
  return (
    goneColumns(table, shapes).some(isKeptBack) ||
    hiddenKinds(shapes, references, table).length > 0 ||
    (as === 'contact' &&
      safetyColumns(table, as, shapes).some(({ by }) => by.includes('phone') || by.includes('email')))
  );
}
