import { goneColumns, partKeptBack } from './goneColumns.ts';
import { type Draft, fieldOf, oneLine, valueText } from './MappingText.ts';
import type { TableGuess } from './Proposal.ts';

/** When a row's part is told to nobody, as a test of `row`, and why. */
export type KeptBackText = Readonly<{ test: string; why: string }>;

/**
 * When the address or the contact in a row of people is kept back, by columns such as `silent_addr_yn`; null where none says so. What
 * does not say that it may be told is kept back, where the column has a word for that.
 */
export function keptBackText(draft: Draft, { table }: TableGuess, part: 'address' | 'contact'): KeptBackText | null {
  const tests = goneColumns(table, draft.shapes).flatMap((kept) => {
    const field = partKeptBack(kept) === part ? fieldOf(draft, table, kept.column.name) : null;
    if (!field) return [];
    const { here, gone } = kept;
    return [
      {
        name: kept.column.name,
        test: `row.${field.name} ${gone === null ? `!== ${valueText(field, here)}` : `=== ${valueText(field, gone)}`}`,
      },
    ];
  });
  if (tests.length === 0) return null;
  const names = tests.map(({ name }) => oneLine(name)).join(', ');
  return {
    test: tests.map(({ test }) => test).join(' || '),
    why: `CONFIRM: told to nobody where ${names} keeps it back; notes are looked through for what stands in silent.`,
  };
}
