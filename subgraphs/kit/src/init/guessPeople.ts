import type { CatalogueTable } from '../database/Catalogue.ts';
import type { ColumnIdea } from './columnWords.ts';
import { guessColumns } from './guessColumns.ts';
import { meaningIn } from './meaningIn.ts';
import type { TableGuess } from './Proposal.ts';
import { bySurest, type Looked, leastConfidence, rivals, tableGuess } from './tableGuess.ts';
import { emptyWords, otherPeopleWords, otherThingWords, peopleWords } from './tableWords.ts';

const personIdeas: readonly ColumnIdea[] = [
  'birth',
  'accuracy',
  'given',
  'family',
  'nick',
  'former',
  'sex',
  'language',
  'culture',
  'phone',
  'email',
  'postcode',
  'suburb',
  'state',
  'line',
  'programme',
  'author',
  'end',
  'begin',
  'fullName',
  'login',
];

/** The table of the people the agency works with; null where none looks like it. */
export function guessPeople(looked: Looked): TableGuess | null {
  const [best, second] = looked.tables
    .filter(({ kind }) => kind === 'table')
    .map((table) => peopleGuess(looked, table))
    .sort(bySurest);
  return best && best.confidence >= leastConfidence
    ? { ...best, doubts: [...rivals(best, second), ...othersAmong(looked, best.table)] }
    : null;
}

function peopleGuess(looked: Looked, table: CatalogueTable): TableGuess {
  const { shapes, references } = looked;
  const share = looked.share(table);
  const columns = guessColumns(table, personIdeas, shapes, references);
  const found = (idea: ColumnIdea) => columns.some((column) => column.idea === idea);
  const words = meaningIn(table.name)
    .filter((word) => !emptyWords.test(word))
    .join(' ');
  const named = peopleWords.exec(words)?.[0];
  const other = otherPeopleWords.exec(words)?.[0] ?? otherThingWords.exec(words)?.[0];
  const isNamedBeside =
    !found('given') && references.some(({ from, to }) => to === table && namesColumns(looked, from));
  return tableGuess(
    looked,
    table,
    'people',
    columns,
    [],
    [
      [named === undefined ? 0 : named.length >= words.length - 2 ? 30 : 18, `named "${named}"`],
      [other === undefined ? 0 : -45, `named "${other}"`],
      [found('birth') ? 22 : 0, 'has a date of birth'],
      [found('given') && found('family') ? 18 : 0, 'has given and family names'],
      [isNamedBeside ? 12 : 0, 'a table of names refers to it'],
      [found('sex') ? 8 : 0, 'has sex or gender'],
      [Math.round(22 * share), `${looked.inbound(table)} tables refer to it`],
      [found('login') ? -35 : 0, 'has sign-in names or initials, as staff have'],
      [
        table.columns.some(({ name }) => /\b(species|breed|abn|acn|rego|make|model)\b/.test(meaningIn(name).join(' ')))
          ? -45
          : 0,
        'has columns typical of things or companies',
      ],
      [
        references.some(
          ({ from, to }) => from === table && to !== table && peopleWords.test(meaningIn(to.name).join(' ')),
        )
          ? -15
          : 0,
        'itself refers to a table of people',
      ],
    ],
  );
}

/** People may be workers, relatives and those who did harm, side by side. */
function othersAmong({ shapes, references }: Looked, table: CatalogueTable): readonly string[] {
  const kinds = table.columns.filter(
    ({ name }) =>
      /\b(types?|typ|kind|class|category|role)\b/.test(meaningIn(name).join(' ')) &&
      shapes.of(table, name).codes.length > 1,
  );
  const [login] = guessColumns(table, ['login'], shapes, references);
  if (kinds.length === 0 && !login) return [];
  const by = kinds.map(({ name }) => name).join(', ') || 'whatever column says so';
  return [
    `CONFIRM which of them are clients: ${login ? `the table has sign-in names (${login.column.name}), so workers may be among them` : `${by} may say`}. In "records" and in linkage, take only clients, by ${by}: everybody in the table is told of and announced.`,
  ];
}

function namesColumns({ shapes, references }: Looked, table: CatalogueTable): boolean {
  const columns = guessColumns(table, ['given', 'family'], shapes, references);
  return columns.length === 2;
}

/** The table of those who work here; null where none is called so. */
export function guessWorkers(looked: Looked, people: TableGuess | null): TableGuess | null {
  const { tables, shapes, references } = looked;
  const found = tables
    .filter((table) => table !== people?.table && otherPeopleWords.test(meaningIn(table.name).join(' ')))
    .map((table) => {
      const columns = guessColumns(
        table,
        ['login', 'given', 'family', 'position', 'fullName', 'phone', 'email'],
        shapes,
        references,
      );
      return tableGuess(
        looked,
        table,
        'workers',
        columns,
        [],
        [
          [45, 'named like staff'],
          [columns.some(({ idea }) => idea === 'login') ? 20 : 0, 'has sign-in names or initials'],
          [columns.some(({ idea }) => /given|family|fullName|email/.test(idea)) ? 10 : 0, 'has names'],
          [Math.round(20 * looked.share(table)), 'other tables refer to it'],
        ],
      );
    })
    .sort(bySurest);
  return found[0] ?? null;
}
