import { type Joint, jointFrom, jointText } from './jointText.ts';
import { type Draft, liveText, modelOf, type Used } from './MappingText.ts';
import type { TableGuess } from './Proposal.ts';

/** Declares a name for an expression before the sections, and returns the name. */
export type Declare = (name: string, text: string, why?: string) => string;

/**
 * `beside(people, { … })`: each row of `from` beside the rows of another table, in one statement for the whole request;
 * null where their columns cannot be compared. `select`: the only fields to read from the other rows; without it, all.
 */
export function besideText(
  draft: Draft,
  used: Used,
  from: string,
  joint: Joint,
  guess: Pick<TableGuess, 'table' | 'gone'>,
  select: readonly string[] = [],
): string | null {
  const found = jointText(draft, used, joint);
  if (!found) return null;
  used.add('beside');
  const where = [liveText(draft, guess), found.where].filter((part) => part !== '').join(', ');
  const names = [...found.fields.map(({ name }) => name), ...select];
  const fields = select.length === 0 ? [] : [`select: { ${names.map((name) => `${name}: true`).join(', ')} }`];
  const given = [`where: { ${where} }`, ...fields].join(', ');
  return [
    `beside(${from}, {`,
    `    key: (row) => ${found.key},`,
    `    rows: (keys) => db.${modelOf(draft, guess.table).accessor}.findMany({ ${given} }),`,
    `    of: (row) => ${found.of},`,
    '  })',
  ].join('\n');
}

/** The join of a table that leads to the people in one hop, seen from the people's side. */
export function jointOf({ path }: TableGuess): Joint | null {
  const [only, ...more] = path;
  return only && more.length === 0 ? jointFrom(only) : null;
}
