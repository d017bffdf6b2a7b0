import { type CatalogueTable, written } from '../database/Catalogue.ts';
import { goneColumns, isKeptBack } from './goneColumns.ts';
import { oneLine, percent } from './MappingText.ts';
import type { Proposal, TableGuess } from './Proposal.ts';
import type { Shapes } from './readShapes.ts';
import { safetyColumns, takenForNumbers } from './unsafeColumns.ts';

/** `MAPPING.md`: every table and column with what it was taken for, why and how certainly, and what could not be placed. */
export function writePlaces(proposal: Proposal, name: string, shapes: Shapes): string {
  const guesses = placedIn(proposal);
  return `${[
    `# ${oneLine(name)}: how the tables were mapped`,
    '',
    'Proposed by `accord-agency init` from names, types, keys and the look of a few rows. These are guesses: confirm each with somebody who works with',
    'the system. This file holds no value from your tables.',
    '',
    '## Problems',
    '',
    ...(proposal.remarks.length > 0 ? proposal.remarks.map((remark) => `- ${oneLine(remark)}`) : ['- None.']),
    '',
    '## Not placed',
    '',
    ...(proposal.unplaced.length > 0
      ? ['| table | columns | why |', '| --- | --- | --- |']
      : ['Every table was placed.']),
    ...proposal.unplaced.map(
      ({ table, why }) =>
        `| ${cell(written(table))} | ${cell(table.columns.map((column) => column.name).join(', '))} | ${cell(why)} |`,
    ),
    '',
    '## Placed',
    ...guesses.flatMap((guess) => tableText(guess, shapes)),
    '',
    '## Code lists',
    '',
    ...(proposal.codes.length > 0 ? proposal.codes.map(({ table }) => `- ${cell(written(table))}`) : ['None found.']),
  ].join('\n')}\n`;
}

/** Every table that has a place, once. */
export function placedIn({
  people,
  clients,
  sections,
  names,
  aliases,
  contact,
  address,
  furtherContact,
  furtherAddress,
  workers,
}: Proposal): readonly TableGuess[] {
  const all = [
    people,
    clients,
    sections.alerts,
    sections.needs,
    sections.notes,
    sections.episodes,
    names,
    aliases,
    contact,
    address,
    furtherContact,
    furtherAddress,
    workers,
  ];
  return all.filter((guess) => guess !== null);
}

function tableText(guess: TableGuess, shapes: Shapes): readonly string[] {
  return [
    '',
    `### ${cell(written(guess.table))}: ${guess.as}, ${percent(guess)}`,
    '',
    ...guess.reasons.map((reason) => `- ${oneLine(reason)}`),
    ...guess.doubts.map((doubt) => `- **${oneLine(doubt)}**`),
    '',
    '| column | mapped to | confidence | why |',
    '| --- | --- | --- | --- |',
    ...guess.table.columns.map((column) => columnText(guess, column, shapes)),
    ...guess.columns.flatMap((column) =>
      column.over
        ? [
            `| ${cell([...column.over.map(({ to }) => to.name), column.column.name].join('.'))} | ${column.idea} | ${percent(column)} | ${cell(column.reasons.join('; '))} |`,
          ]
        : [],
    ),
  ];
}

function columnText(
  { table, as, columns, gone, path }: TableGuess,
  column: CatalogueTable['columns'][number],
  shapes: Shapes,
): string {
  const isOfReach = as === 'people' || as === 'contact' || as === 'address';
  const keptBack = isOfReach && goneColumns(table, shapes).find((one) => one.column === column && isKeptBack(one));
  const safety = isOfReach && safetyColumns(table, as, shapes).find((one) => one.column === column);
  const found = columns.find((one) => one.column === column && !one.over);
  const left = gone.find((one) => one.column === column);
  const leads = path.find((one) => one.from === table && one.column === column.name);
  if (left)
    return `| ${cell(column.name)} | mark of a deleted row | ${percent(left)} | ${cell(left.reasons.join('; '))} |`;
  if (leads)
    return `| ${cell(column.name)} | refers to ${cell(leads.to.name)} | ${leads.how === 'key' ? '97 %' : '70 %'} | ${leads.how === 'key' ? 'foreign key' : 'its name'} |`;
  if (keptBack)
    return `| ${cell(column.name)} | mark of what is kept back | ${percent(keptBack)} | ${cell(keptBack.reasons.join('; '))} |`;
  if (safety)
    return `| ${cell(column.name)} | whether it is safe | ${safety.sure ? '85 %' : '45 %'} | ${safety.sure ? 'its name, and an answer among its values' : 'its name only'} |`;
  if (isOfReach && takenForNumbers(table, shapes).includes(column))
    return `| ${cell(column.name)} | not placed | | a number, not a refusal: its name, and it holds 0 and 1 |`;
  if (table.primaryKey.includes(column.name) && !found)
    return `| ${cell(column.name)} | the row's own number | 97 % | primary key |`;
  return found
    ? `| ${cell(column.name)} | ${found.idea} | ${percent(found)} | ${cell(found.reasons.join('; '))} |`
    : `| ${cell(column.name)} | not placed | | |`;
}

/** Names may contain anything: a bar would end the cell. */
const cell = (text: string): string => oneLine(text).replaceAll('|', '\\|').replaceAll('<', '&lt;');
