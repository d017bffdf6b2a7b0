import type { CatalogueTable } from '../database/Catalogue.ts';
import { columnsOf, isSame, type Reference } from '../database/references.ts';
import type { ColumnIdea } from './columnWords.ts';
import { guessColumns } from './guessColumns.ts';
import { meaningIn } from './meaningIn.ts';
import type { TableGuess } from './Proposal.ts';
import { scoreSection } from './scoreSection.ts';
import { type SectionName, sectionNames } from './sectionWords.ts';
import { isAgent, type SubjectPaths } from './subjectPaths.ts';
import { bySurest, type Looked, rivals, tableGuess } from './tableGuess.ts';

const sectionIdeas: Readonly<Record<SectionName, readonly ColumnIdea[]>> = {
  alerts: ['review', 'end', 'begin', 'severity', 'certainty', 'text', 'kind', 'status', 'author', 'reason'],
  notes: ['text', 'begin', 'kind', 'author', 'end', 'severity'],
  episodes: ['end', 'begin', 'programme', 'status', 'kind', 'text', 'severity', 'author'],
  needs: ['end', 'begin', 'kind', 'status', 'text', 'severity', 'author'],
};

/** Below this a section is only named as the nearest guess: a wrong one is worse than none. */
const leastOfSection = 0.45;

/** Every table that leads to the people as each of the sections, the surest first. */
export function scoreSections(
  looked: Looked,
  people: TableGuess | null,
  workers: TableGuess | null,
  paths: SubjectPaths | null,
): readonly TableGuess[] {
  const { tables, shapes, references } = looked;
  return tables
    .filter((table) => table !== people?.table && table !== workers?.table && table.kind === 'table')
    .flatMap((table) => {
      const path = paths?.of(table);
      if (!path) return [];
      return sectionNames.map((section) => {
        const pathColumns = new Set(path.filter(({ from }) => from === table).flatMap(columnsOf));
        const columns = guessColumns(table, sectionIdeas[section], shapes, references, pathColumns);
        return tableGuess(
          looked,
          table,
          section,
          columns,
          path,
          scoreSection(section, table, columns, path, shapes, references),
        );
      });
    })
    .sort(bySurest);
}

/** For each section the table that is surest to be it, each table once; null where none is sure enough. */
export function chooseSections(
  scored: readonly TableGuess[],
  references: readonly Reference[],
  people: TableGuess | null,
  clients: TableGuess | null,
): Record<SectionName, TableGuess | null> {
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
    found[section] = { ...one, doubts: [...rivals(one, rival), ...doubtsOf(one, references, people)] };
    used.add(one.table);
  }
  return found;
}

function doubtsOf(
  { table, path }: TableGuess,
  references: readonly Reference[],
  people: TableGuess | null,
): readonly string[] {
  const values = table.columns.filter(({ name }) => /^value\b/.test(meaningIn(name).join(' ')));
  const [own] = path;
  const parties = references.filter(
    (one) => one.from === table && one.to === people?.table && !(own && isSame(one, own)) && !isAgent(one),
  );
  return [
    ...(own && parties.length > 0
      ? [
          `CONFIRM whose record it belongs to: it is told of the person in ${said(own)}, but ${parties.map(said).join(', ')} ${parties.length === 1 ? 'refers' : 'refer'} to people too. On the wrong record, the person it warns about may read it.`,
        ]
      : []),
    ...(values.length > 1
      ? [
          'It holds several kinds of things, which one of its columns distinguishes (entity, attribute, value). Take only the rows that belong here.',
        ]
      : []),
    ...path
      .filter(({ how }) => how === 'name')
      .map(
        (one) =>
          `That ${said(one)} ${one.before.length > 0 ? 'refer' : 'refers'} to ${one.to.name} is known from the name only; the database has no foreign key.`,
      ),
  ];
}

const said = (reference: Reference): string => columnsOf(reference).join(' with ');
