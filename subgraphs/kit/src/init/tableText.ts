import { isSame, type Reference } from '../database/references.ts';
import { goneColumns, partKeptBack } from './goneColumns.ts';
import { jointFrom, jointText } from './jointText.ts';
import { type Draft, fieldOf, keyText, liveText, modelOf, numbersFor, oneLine, percent } from './MappingText.ts';
import { includesOver } from './overText.ts';
import type { GoneGuess, TableGuess } from './Proposal.ts';
import { recordKey } from './recordKey.ts';
import { relationOf } from './relationText.ts';
import { use, type Writing } from './Writing.ts';
import { whereClient } from './whereClient.ts';

/** `records`, and the table of people that it and most sections read. */
export function recordsText(writing: Writing): string {
  const { draft, proposal, people, used, tables } = writing;
  const include = [...relationOf(writing, people, 'programme'), ...relationOf(writing, people, 'author')].map(
    ({ name }) => `${name}: true`,
  );
  const { where: live, told } = whereClient(draft, proposal);
  const { clients } = proposal;
  const model = modelOf(draft, people.table);
  const key = recordKey(model, used);
  tables.push(
    ...headOf(draft, people, '  '),
    ...(clients ? headOf(draft, clients, '  ').slice(1) : []),
    ...(clients
      ? [
          `  // CONFIRM: only people with a row in ${oneLine(clients.table.name)} are ${told ? 'told of' : 'clients; no relation leads there, so restrict the rows to them yourself'}.`,
        ]
      : []),
    `  const people = ${use(writing, 'table')}({`,
    `    rows: (numbers) =>`,
    `      db.${model.accessor}.findMany({`,
    `        where: { ${[live, key.where].filter((part) => part !== '').join(', ')} },`,
    ...(include.length > 0 ? [`        include: { ${include.join(', ')} },`] : []),
    '      }),',
    `    of: (row) => ${key.of},`,
    '  });',
  );
  return '    records: people,';
}

/** Declares a table once, and gives its name; '' where its key cannot be read. */
export function tableText(writing: Writing, guess: TableGuess | null, name: string): string {
  const { draft } = writing;
  if (!guess || guess.path.length === 0) return 'people';
  const include = [
    ...relationOf(writing, guess, 'programme').map(({ name: relation }) => `${relation}: true`),
    ...includesOver(draft, guess),
  ];
  return pathText(
    writing,
    guess.path,
    name,
    headOf(draft, guess, '  '),
    { table: guess.table, gone: guess.gone },
    include,
  );
}

/** One statement a hop: the last table by the records' numbers, and each before it by the keys of the rows that were found. */
function pathText(
  writing: Writing,
  path: readonly Reference[],
  name: string,
  head: readonly string[],
  rows: Pick<TableGuess, 'table' | 'gone'>,
  include: readonly string[],
): string {
  const { draft, used, tables } = writing;
  if (tables.some((line) => line.startsWith(`  const ${name} = `))) return name;
  const [first, ...rest] = path;
  if (!first) return '';
  const find = (where: string) => {
    const conditions = [liveText(draft, rows), where].filter((part) => part !== '').join(', ');
    const more = include.length > 0 ? `, include: { ${include.join(', ')} }` : '';
    return `db.${modelOf(draft, rows.table).accessor}.findMany({ where: { ${conditions} }${more} })`;
  };
  const own = rest.length === 0 ? byNumber(writing, first) : null;
  if (own) {
    tables.push(
      ...head,
      `  const ${name} = ${use(writing, 'table')}({`,
      `    rows: (numbers) => ${find(own.where)},`,
      `    of: (row) => ${own.of},`,
      '  });',
    );
    return name;
  }
  const joint = jointText(draft, used, jointFrom(first));
  if (!joint) return '';
  const from = rest.length === 0 ? 'people' : hopText(writing, rest);
  if (from === '') return '';
  tables.push(
    ...head,
    `  const ${name} = ${use(writing, 'through')}(${from}, {`,
    `    key: (row) => ${joint.key},`,
    `    rows: (keys) => ${find(joint.where)},`,
    `    of: (row) => ${joint.of},`,
    '  });',
  );
  return name;
}

/** How rows are found by the records' numbers alone, where they hold the people's whole key; null where they do not. */
function byNumber(
  { draft, people, used }: Writing,
  reference: Reference,
): Readonly<{ where: string; of: string }> | null {
  const { id } = modelOf(draft, people.table);
  const { own, other, pairs } = jointFrom(reference);
  const fields = pairs.map(([here, there]) => ({
    here: fieldOf(draft, own, here),
    there: fieldOf(draft, other, there),
  }));
  const inOrder = id.map((name) => fields.find(({ here }) => here?.name === name));
  const [only, ...more] = inOrder;
  if (inOrder.length !== pairs.length || inOrder.some((one) => !one?.there)) return null;
  if (only?.there && more.length === 0) {
    const numbers = numbersFor(only.there, used);
    return numbers ? { where: `${only.there.name}: { in: ${numbers}(numbers) }`, of: keyText(only.there) } : null;
  }
  const ordered = inOrder.map((one) => [one?.here?.column.name ?? '', one?.there?.column.name ?? ''] as const);
  return jointText(draft, used, { own, other, pairs: ordered }, 'numbers');
}

/** The table on the way: the section's own where it is one, so that it is read once, else declared once for all that go over it. */
function hopText(writing: Writing, path: readonly Reference[]): string {
  const { draft, proposal } = writing;
  const [hop] = path;
  if (!hop) return '';
  const section = Object.values(proposal.sections).find((one) => one?.table === hop.from);
  if (section?.path[0] && isSame(section.path[0], hop) && section.path.length === path.length) {
    const own = tableText(writing, section, section.as);
    if (own !== '') return own;
  }
  const gone = goneColumns(hop.from, draft.shapes).filter((one) => partKeptBack(one) === null);
  const head = ['', ...gone.map((one) => `  // ${leftOut(draft, hop.from, one)}`)];
  return pathText(writing, path, `by${modelOf(draft, hop.from).name}`, head, { table: hop.from, gone }, []);
}

/** Below this a part is marked to be confirmed before anything else. */
const sure = 0.6;

const headOf = (draft: Draft, guess: TableGuess, indent: string): readonly string[] => [
  '',
  `${indent}// ${guess.confidence < sure ? 'CONFIRM FIRST. ' : ''}${oneLine(guess.table.name)} as ${guess.as}, ${percent(guess)}: ${guess.reasons.map(oneLine).join('; ')}.`,
  ...guess.doubts.map((doubt) => `${indent}// ${oneLine(doubt)}`),
  ...guess.gone.map((gone) => `${indent}// ${leftOut(draft, guess.table, gone)}`),
];

function leftOut(draft: Draft, table: TableGuess['table'], gone: GoneGuess): string {
  const name = oneLine(gone.column.name);
  if (!fieldOf(draft, table, gone.column.name))
    return `CONFIRM FIRST. ${name} marks a row as gone, but Prisma cannot read it: such rows are told until you leave them out.`;
  const either =
    gone.gone === null && typeof gone.here !== 'object' && gone.here !== ''
      ? ' CONFIRM: so is a row for which it says neither.'
      : '';
  return `Left out if ${name} says the row is gone or kept back (${percent(gone)}: ${gone.reasons.join('; ')}).${either}`;
}
