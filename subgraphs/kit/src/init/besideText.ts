import type { CatalogueTable } from '../database/Catalogue.ts';
import { type Draft, fieldOf, liveText, modelOf, type Used } from './MappingText.ts';
import type { TableGuess } from './Proposal.ts';

/** Gives what is read a name before the sections, and that name. */
export type Declare = (name: string, text: string, why?: string) => string;

/** From which column of a row to which of the rows beside it. */
type Joint = Readonly<{ own: readonly [CatalogueTable, string]; other: readonly [CatalogueTable, string] }>;

/**
 * `beside(people, { … })`: each row of `from` beside the rows of another table, one statement for all of a request; null where the two
 * columns cannot be compared. `select`: fields without which nothing else of the other rows is read.
 */
export function besideText(
  draft: Draft,
  used: Used,
  from: string,
  { own, other }: Joint,
  guess: Pick<TableGuess, 'table' | 'gone'>,
  select: readonly string[] = [],
): string | null {
  const key = fieldOf(draft, ...own);
  const joint = fieldOf(draft, ...other);
  if (!key || !joint || key.type !== joint.type || !['Int', 'BigInt', 'String'].includes(key.type ?? '')) return null;
  used.add('beside');
  const where = [liveText(draft, guess), `${joint.name}: { in: keys }`].filter((part) => part !== '').join(', ');
  const fields =
    select.length === 0 ? [] : [`select: { ${[joint.name, ...select].map((name) => `${name}: true`).join(', ')} }`];
  const given = [`where: { ${where} }`, ...fields].join(', ');
  return [
    `beside(${from}, {`,
    `    key: (row) => row.${key.name},`,
    `    rows: (keys) => db.${modelOf(draft, guess.table).accessor}.findMany({ ${given} }),`,
    `    of: (row) => row.${joint.name}${joint.column.nullable ? " ?? ''" : ''},`,
    '  })',
  ].join('\n');
}

/** Where a table leads to the people over one column: from the people's side. */
export function jointOf({ table, path }: TableGuess): Joint | null {
  const [only, ...more] = path;
  return only && more.length === 0 ? { own: [only.to, only.toColumn], other: [table, only.column] } : null;
}
