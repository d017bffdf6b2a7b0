import { codeSaying } from './codeSaying.ts';
import { goneColumns, isKeptBack } from './goneColumns.ts';
import { hiddenKinds } from './keptBackText.ts';
import type { TableGuess } from './Proposal.ts';
import type { Looked } from './tableGuess.ts';
import { unreachableWays } from './unsafeColumns.ts';

/** Whether rows of a table of addresses, or of ways of contact, may be marked as not to be disclosed. */
export function hasMarks({ shapes, references }: Looked, { table, as }: TableGuess): boolean {
  const saysYesOrNo = ({ name, type }: TableGuess['table']['columns'][number]) => {
    const { codes } = shapes.of(table, name);
    return (
      /^(bool|bit|tinyint)/.test(type) ||
      codeSaying('yes', codes) !== undefined ||
      codeSaying('no', codes) !== undefined
    );
  };
  return (
    goneColumns(table, shapes).some(isKeptBack) ||
    hiddenKinds(shapes, references, table).length > 0 ||
    (as === 'contact' && table.columns.some((column) => unreachableWays(column.name, as) && saysYesOrNo(column)))
  );
}
