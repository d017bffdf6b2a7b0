import { type Catalogue, type CatalogueTable, written } from '../database/Catalogue.ts';
import { type Reference, referencesIn } from '../database/references.ts';
import type { ColumnIdea } from './columnWords.ts';
import { goneColumns, partKeptBack, saysInUse } from './goneColumns.ts';
import { guessColumns } from './guessColumns.ts';
import { meaningIn } from './meaningIn.ts';
import type { ColumnGuess, Proposal, TableGuess, TableRole } from './Proposal.ts';
import { placesOver } from './placesOver.ts';
import type { Shapes } from './readShapes.ts';
import { scoreSection } from './scoreSection.ts';
import { type SectionName, sectionNames, sectionWords } from './sectionWords.ts';
import { isAgent, subjectPaths } from './subjectPaths.ts';
import {
  aliasWords,
  codeListWords,
  decoyWords,
  emptyWords,
  kinWords,
  otherPeopleWords,
  otherThingWords,
  peopleWords,
} from './tableWords.ts';
import { waysByKind } from './waysByKind.ts';
import { whoIsClient } from './whoIsClient.ts';

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
const contactIdeas: readonly ColumnIdea[] = ['phone', 'email', 'postcode', 'suburb', 'state', 'line'];
const sectionIdeas: Readonly<Record<SectionName, readonly ColumnIdea[]>> = {
  alerts: ['review', 'end', 'begin', 'severity', 'certainty', 'text', 'kind', 'status', 'author', 'reason'],
  notes: ['text', 'begin', 'kind', 'author', 'end', 'severity'],
  episodes: ['end', 'begin', 'programme', 'status', 'kind', 'text', 'severity', 'author'],
  needs: ['end', 'begin', 'kind', 'status', 'text', 'severity', 'author'],
};

/** Below this no table is taken for the people. */
export const leastConfidence = 0.4;
/** Below this a section is only named as the nearest guess: a wrong one is worse than none. */
export const leastOfSection = 0.45;

/** What the tables of a catalogue seem to be. The same catalogue and sample give the same proposal; every point has its reason. */
export function propose(catalogue: Catalogue, shapes: Shapes): Proposal {
  const tables = catalogue.tables.filter(({ readable, columns }) => readable && columns.length > 0);
  const references = referencesIn(tables);
  const inbound = new Map(
    tables.map((table) => [table, new Set(references.filter(({ to }) => to === table).map(({ from }) => from)).size]),
  );
  const mostInbound = Math.max(1, ...inbound.values());
  const peopleGuesses = tables
    .filter(({ kind }) => kind === 'table')
    .map((table) => peopleGuess(table, (inbound.get(table) ?? 0) / mostInbound))
    .sort((a, b) => b.confidence - a.confidence || written(a.table).localeCompare(written(b.table)));
  const [best, second] = peopleGuesses;
  const people =
    best && best.confidence >= leastConfidence
      ? { ...best, doubts: [...rivals(best, second), ...othersAmong(best.table)] }
      : null;
  const workers = workersGuess();
  const paths = people && subjectPaths(people.table, workers?.table ?? null, references);
  const scored = scoredSections();
  const clients = clientsGuess();
  const sections = sectionGuesses();
  const placed = new Set(
    [people, clients, workers, ...Object.values(sections)].flatMap((guess) => (guess ? [guess.table] : [])),
  );
  const place = (guess: TableGuess | null) => {
    if (guess) placed.add(guess.table);
    return guess;
  };
  const beside = (ideas: readonly ColumnIdea[], needed: readonly ColumnIdea[], as: TableRole) => {
    return place(besideGuess(ideas, needed, as));
  };
  const has = (idea: ColumnIdea) => people?.columns.some((column) => column.idea === idea) ?? false;
  const names = people && !has('given') ? beside(['given', 'family'], ['given', 'family'], 'names') : null;
  const address =
    people && !has('suburb')
      ? (beside(['postcode', 'suburb', 'state', 'line'], ['suburb'], 'address') ?? place(bestOf(addressOverGuesses())))
      : null;
  const contact =
    people && !has('phone')
      ? (ideasIn(address, ['phone']) ??
        beside(['phone', 'email'], ['phone'], 'contact') ??
        beside(['value', 'kind'], ['value', 'kind'], 'contact') ??
        place(bestOf(waysGuesses())))
      : null;
  const aliases = people ? beside(['given', 'family'], ['given', 'family'], 'aliases') : null;
  const codes = codeLists();
  for (const { table } of codes) placed.add(table);
  return {
    ...{ people, clients, workers, sections, names, aliases, address, contact, codes, references },
    unplaced: tables.filter((table) => !placed.has(table)).map((table) => ({ table, why: whyUnplaced(table) })),
    remarks: [
      ...remarksOn(),
      ...catalogue.tables
        .filter(({ readable }) => !readable)
        .map((table) => `${written(table)} may not be read by this role.`),
    ],
  };

  function guess(
    table: CatalogueTable,
    as: TableRole,
    columns: readonly ColumnGuess[],
    path: readonly Reference[],
    points: Points,
  ): TableGuess {
    const said = goneColumns(table, shapes);
    const inUse = as === 'names' || as === 'aliases' ? said.filter(saysInUse) : [];
    const isPart = as === 'contact' || as === 'address';
    const gone = said.filter((one) => !inUse.includes(one) && (isPart || partKeptBack(one) === null));
    return { table, as, path, columns, ...sumOf(points), gone, current: inUse[0] ?? null, doubts: [] };
  }

  function peopleGuess(table: CatalogueTable, share: number): TableGuess {
    const columns = guessColumns(table, personIdeas, shapes, references);
    const found = (idea: ColumnIdea) => columns.some((column) => column.idea === idea);
    const words = meaningIn(table.name)
      .filter((word) => !emptyWords.test(word))
      .join(' ');
    const named = peopleWords.exec(words)?.[0];
    const other = otherPeopleWords.exec(words)?.[0] ?? otherThingWords.exec(words)?.[0];
    const named2 = !found('given') && references.some(({ from, to }) => to === table && namesColumns(from));
    return guess(
      table,
      'people',
      columns,
      [],
      [
        [named === undefined ? 0 : named.length >= words.length - 2 ? 30 : 18, `is called "${named}"`],
        [other === undefined ? 0 : -45, `is called "${other}"`],
        [found('birth') ? 22 : 0, 'has a day of birth'],
        [found('given') && found('family') ? 18 : 0, 'has given and family names'],
        [named2 ? 12 : 0, 'a table of names leads to it'],
        [found('sex') ? 8 : 0, 'has sex or gender'],
        [Math.round(22 * share), `${inbound.get(table)} tables lead to it`],
        [found('login') ? -35 : 0, 'has sign-in names or initials, as staff have'],
        [
          table.columns.some(({ name }) =>
            /\b(species|breed|abn|acn|rego|make|model)\b/.test(meaningIn(name).join(' ')),
          )
            ? -45
            : 0,
          'has columns of things or companies',
        ],
        [
          references.some(
            ({ from, to }) => from === table && to !== table && peopleWords.test(meaningIn(to.name).join(' ')),
          )
            ? -15
            : 0,
          'leads to a table of people itself',
        ],
      ],
    );
  }

  /** People may be workers, relatives and those who did harm, side by side. */
  function othersAmong(table: CatalogueTable): readonly string[] {
    const kinds = table.columns.filter(
      ({ name }) =>
        /\b(types?|typ|kind|class|category|role)\b/.test(meaningIn(name).join(' ')) &&
        shapes.of(table, name).codes.length > 1,
    );
    const [login] = guessColumns(table, ['login'], shapes, references);
    if (kinds.length === 0 && !login) return [];
    const by = kinds.map(({ name }) => name).join(', ') || 'whatever column says so';
    return [
      `CONFIRM who of them is a client: ${login ? `it has sign-in names (${login.column.name}), so workers may be among them` : `${by} may say`}. Take only clients, by ${by}, in "records" and in linkage: everybody in it is told of and announced.`,
    ];
  }

  function namesColumns(table: CatalogueTable): boolean {
    const columns = guessColumns(table, ['given', 'family'], shapes, references);
    return columns.length === 2;
  }

  function workersGuess(): TableGuess | null {
    const found = tables
      .filter((table) => table !== people?.table && otherPeopleWords.test(meaningIn(table.name).join(' ')))
      .map((table) => {
        const columns = guessColumns(
          table,
          ['login', 'given', 'family', 'position', 'fullName', 'phone', 'email'],
          shapes,
          references,
        );
        const inboundShare = (inbound.get(table) ?? 0) / mostInbound;
        return guess(
          table,
          'workers',
          columns,
          [],
          [
            [45, 'is called like people who work here'],
            [columns.some(({ idea }) => idea === 'login') ? 20 : 0, 'has sign-in names or initials'],
            [columns.some(({ idea }) => /given|family|fullName|email/.test(idea)) ? 10 : 0, 'has names'],
            [Math.round(20 * inboundShare), 'tables lead to it'],
          ],
        );
      })
      .sort((a, b) => b.confidence - a.confidence || written(a.table).localeCompare(written(b.table)));
    return found[0] ?? null;
  }

  function clientsGuess(): TableGuess | null {
    const found = people && whoIsClient(people.table, tables, references);
    return found && guess(found.table, 'clients', [], found.path, found.points);
  }

  function pathTo(table: CatalogueTable): readonly Reference[] | null {
    return paths?.of(table) ?? null;
  }

  function scoredSections(): readonly TableGuess[] {
    return tables
      .filter((table) => table !== people?.table && table !== workers?.table && table.kind === 'table')
      .flatMap((table) => {
        const path = pathTo(table);
        if (!path) return [];
        return sectionNames.map((section) => {
          const pathColumns = new Set(path.filter(({ from }) => from === table).map(({ column }) => column));
          const columns = guessColumns(table, sectionIdeas[section], shapes, references, pathColumns);
          return guess(table, section, columns, path, scoreSection(section, table, columns, path, shapes, references));
        });
      })
      .sort((a, b) => b.confidence - a.confidence || written(a.table).localeCompare(written(b.table)));
  }

  function sectionGuesses(): Record<SectionName, TableGuess | null> {
    const found: Record<SectionName, TableGuess | null> = { alerts: null, needs: null, notes: null, episodes: null };
    const used = new Set<CatalogueTable>();
    for (const one of scored) {
      const section = sectionNames.find((name) => name === one.as);
      if (
        !section ||
        found[section] ||
        used.has(one.table) ||
        one.table === clients?.table ||
        one.confidence < leastOfSection
      )
        continue;
      const rival = scored.find((other) => other.as === one.as && other.table !== one.table && !used.has(other.table));
      found[section] = { ...one, doubts: [...rivals(one, rival), ...doubtsOf(one)] };
      used.add(one.table);
    }
    return found;
  }

  function doubtsOf({ table, path }: TableGuess): readonly string[] {
    const values = table.columns.filter(({ name }) => /^value\b/.test(meaningIn(name).join(' ')));
    const [own] = path;
    const parties = references.filter(
      ({ from, column, to }) =>
        from === table && to === people?.table && column !== own?.column && !isAgent(column, to),
    );
    return [
      ...(own && parties.length > 0
        ? [
            `CONFIRM whose it is: told of the person in ${own.column}; ${parties.map(({ column }) => column).join(', ')} ${parties.length === 1 ? 'leads' : 'lead'} to people too. On the wrong record it may be read by whom it warns of.`,
          ]
        : []),
      ...(values.length > 1
        ? [
            'It holds several kinds of things, told apart by one of its columns (entity, attribute, value): take only the rows that are meant.',
          ]
        : []),
      ...path
        .filter(({ how }) => how === 'name')
        .map(
          ({ column, to }) =>
            `That ${column} leads to ${to.name} is told by its name only; the database has no foreign key.`,
        ),
    ];
  }

  function besideGuess(ideas: readonly ColumnIdea[], needed: readonly ColumnIdea[], as: TableRole): TableGuess | null {
    const found = tables.flatMap((table): TableGuess[] => {
      const path = table === people?.table || placed.has(table) ? null : pathTo(table);
      if (!path || path.length > 1 || table.kind !== 'table') return [];
      const columns = guessColumns(table, ideas, shapes, references, new Set(path.map(({ column }) => column)));
      if (!needed.every((idea) => columns.some((column) => column.idea === idea))) return [];
      const words = meaningIn(table.name).join(' ');
      const fits = {
        ...{ names: /name/, aliases: aliasWords },
        ...{ contact: contactNames, address: addressNames },
      }[String(as)];
      if (as === 'aliases' && !aliasWords.test(words)) return [];
      return [
        guess(table, as, columns, path, [
          [30, `has ${columns.map(({ column }) => column.name).join(', ')}`],
          [path[0]?.how === 'key' ? 20 : 10, `leads to ${people?.table.name}`],
          [fits?.test(words) ? 30 : 0, 'is called like it'],
          [as !== 'aliases' && /alias|hist|old|former|aka/.test(words) ? -25 : 0, 'may hold former ones'],
          [kinWords.test(words) ? -50 : 0, 'may hold other people’s'],
        ]),
      ];
    });
    return bestOf(found);
  }

  function bestOf(found: readonly TableGuess[]): TableGuess | null {
    const [best] = [...found].sort(
      (a, b) => b.confidence - a.confidence || written(a.table).localeCompare(written(b.table)),
    );
    return best && best.confidence >= leastConfidence ? best : null;
  }

  /** Tables with rows of their own for each of the people, which have no place yet. */
  function freeBeside(): readonly Readonly<{ table: CatalogueTable; path: readonly Reference[]; words: string }>[] {
    return tables.flatMap((table) => {
      const path = table === people?.table || placed.has(table) || table.kind !== 'table' ? null : pathTo(table);
      const words = meaningIn(table.name).join(' ');
      return path?.length === 1 && !kinWords.test(words) ? [{ table, path, words }] : [];
    });
  }

  function waysGuesses(): readonly TableGuess[] {
    return freeBeside().flatMap(({ table, path, words }) => {
      const found = waysByKind(table, shapes, references);
      if (!found) return [];
      const points: Points = [
        [45, 'its kinds are ways of reaching somebody'],
        [path[0]?.how === 'key' ? 20 : 10, `leads to ${people?.table.name}`],
        [contactNames.test(words) ? 15 : 0, 'is called like it'],
      ];
      return [{ ...guess(table, 'contact', found.columns, path, points), ways: found.ways }];
    });
  }

  function addressOverGuesses(): readonly TableGuess[] {
    const besides = [people, workers, clients].flatMap((one) => (one ? [one.table] : []));
    return freeBeside().flatMap(({ table, path, words }) => {
      const columns = placesOver(table, shapes, references, besides);
      if (columns.length === 0) return [];
      const hops = Math.max(...columns.map(({ over = [] }) => over.length));
      return [
        guess(table, 'address', columns, path, [
          [30, `leads over ${hops} tables to ${columns.map(({ idea }) => idea).join(', ')}`],
          [path[0]?.how === 'key' ? 15 : 5, `leads to ${people?.table.name}`],
          [addressNames.test(words) ? 20 : 0, 'is called like it'],
          [decoyWords.test(words) && !addressNames.test(words) ? -40 : 0, 'is called like something else'],
        ]),
      ];
    });
  }

  /** The same table read for something else, where it has that too. */
  function ideasIn(one: TableGuess | null, ideas: readonly ColumnIdea[]): TableGuess | null {
    if (!one) return null;
    const columns = guessColumns(one.table, contactIdeas, shapes, references);
    return ideas.every((idea) => columns.some((column) => column.idea === idea))
      ? { ...one, as: 'contact', columns }
      : null;
  }

  function codeLists(): readonly TableGuess[] {
    return tables
      .filter(
        (table) => !placed.has(table) && table.columns.length <= 8 && table.primaryKey.length === 1 && !pathTo(table),
      )
      .filter(
        (table) => references.some(({ to }) => to === table) || codeListWords.test(meaningIn(table.name).join(' ')),
      )
      .map((table) =>
        guess(table, 'codes', [], [], [[60, 'has few columns and other tables lead to it, or is called so']]),
      );
  }

  function whyUnplaced(table: CatalogueTable): string {
    if (table.kind !== 'table') return 'is a view: what it shows stands in tables';
    const other = otherThingWords.exec(meaningIn(table.name).join(' '))?.[0];
    if (other !== undefined) return `is called "${other}"`;
    const [elsewhere] = paths?.othersIn(table) ?? [];
    if (!pathTo(table) && elsewhere)
      return `leads to the people by ${elsewhere.column} alone, which names another part than the person it is about`;
    return pathTo(table)
      ? 'is about people, but looks like none of alerts, needs, notes and episodes'
      : 'leads to no table of people';
  }

  function remarksOn(): readonly string[] {
    if (!people) return ['No table looks like the people the agency works with.'];
    const missing = sectionNames.filter((name) => sections[name] === null);
    return missing.map((name) => {
      const inside = people.table.columns
        .filter((column) => sectionWords[name].test(meaningIn(column.name)[0] ?? ''))
        .map((column) => column.name);
      return inside.length > 1
        ? `No table looks like ${name}, but these columns of ${written(people.table)} do: ${inside.join(', ')}.`
        : `No table looks like ${name}${nearest(name)}.`;
    });
  }

  function nearest(section: SectionName): string {
    const [one] = scored.filter(
      ({ as, table, confidence }) => as === section && !placed.has(table) && confidence >= 0.2,
    );
    return one
      ? ` enough; nearest is ${written(one.table)} (${Math.round(one.confidence * 100)} %: ${one.reasons.join('; ')})`
      : '';
  }
}

const contactNames = /contact|ctact|phone|comm|reach/;
const addressNames = /addr|adr|ctact|contact|location|dwelling|residence/;

type Points = readonly (readonly [points: number, why: string])[];

function sumOf(points: Points): Readonly<{ confidence: number; reasons: readonly string[] }> {
  const told = points.filter(([count]) => count !== 0);
  const sum = told.reduce((total, [count]) => total + count, 0);
  return {
    confidence: Math.max(0, Math.min(0.97, sum / 100)),
    reasons: told.map(([count, why]) => (count < 0 ? `against it: ${why}` : why)),
  };
}

const rivals = (one: TableGuess, other: TableGuess | undefined): readonly string[] =>
  other && other.confidence >= leastConfidence && other.confidence > one.confidence - 0.2
    ? [`${written(other.table)} looks much like it too (${Math.round(other.confidence * 100)} %).`]
    : [];
