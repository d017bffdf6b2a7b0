import { isDeepStrictEqual } from 'node:util';
import type { ModuleName } from '@accord/contract/subgraphs';
import type { AlertTerm } from '@accord/contract/vocabulary';
import { InputFault } from '../command/InputFault.ts';
import { addQuality } from './addQuality.ts';
import type { Linkage, LinkageChanges, LinkageRow, Mapping, RawDataQuality, RawFigures } from './Mapping.ts';
import type { Many, One } from './section.ts';
import type { Table } from './table.ts';

/** A mapping of one of an agency's people tables: all of a mapping but what is the agency's as a whole. */
export type People = Omit<Mapping, 'id' | 'contract' | (typeof ofTheAgency)[number]>;

/** What stands beside the sections of `several` in the agency's mapping. */
const ofTheAgency = ['writes', 'ownModules', 'extract'] as const;

type Parts = ReadonlyMap<string, People>;

/**
 * One mapping of several people tables, such as `several({ ADULT: {…}, CHILD: {…} })` for adults and children who are filed apart.
 *
 * Record 17 of the first is `ADULT/17` to the partnership, and so are the ids of its entries. Each table has its own sections; one
 * that a table lacks is null for its records. Figures, and counts of how well records are kept, are added up; linkage pages come table
 * after table. Throws where a prefix holds a `/` or there is none, where a table has what is the agency's as a whole, where only some
 * count how well records are kept, and where two mean different things by one agreed alert.
 */
export function several(tables: Readonly<Record<string, People>>): People {
  const parts: Parts = new Map(Object.entries(tables));
  for (const prefix of parts.keys())
    if (prefix === '' || prefix.includes('/'))
      throw new InputFault(
        `several: "${prefix}" cannot stand before record numbers. Use a word without "/", such as ADULT.`,
      );
  for (const [prefix, people] of parts)
    for (const name of ofTheAgency)
      if (name in people)
        throw new InputFault(
          `several: "${prefix}" has "${name}", which belongs to the agency as a whole. Give it beside: { ...several(…), ${name} }, with record numbers written ${prefix}/….`,
        );
  const one = <Value>(section: (people: People) => One<Value> | undefined) => oneOf(parts, section);
  const many = <Value extends WithId>(section: (people: People) => Many<Value> | undefined) => manyOf(parts, section);

  const told = {
    identity: one(({ identity }) => identity),
    contact: one(({ contact }) => contact),
    address: one(({ address }) => address),
    involvement: one(({ involvement }) => involvement),
    episodes: many(({ episodes }) => episodes),
    needs: many(({ needs }) => needs),
    alerts: many(({ alerts }) => alerts),
    notes: many(({ notes }) => notes),
    inCharge: one(({ inCharge }) => inCharge),
  };
  const housing = one(({ modules }) => modules?.housing?.housing);
  const modules = { ...(housing && { housing: { housing } }) } satisfies Partial<Record<ModuleName, object>>;
  const figures = figuresOf(parts);
  const dataQuality = dataQualityOf(parts);
  const agreedAlerts = agreedIn(parts);
  const linkage = linkageOf(parts);
  return {
    records: recordsOf(parts),
    ...present(told),
    ...(housing && { modules }),
    ...(figures && { figures }),
    ...(dataQuality && { dataQuality }),
    ...(agreedAlerts.length > 0 && { agreedAlerts }),
    ...(linkage && { linkage }),
  };
}

type WithId = Readonly<{ id: string | number }>;

/** The sections that are there. */
const present = <Sections extends object>(sections: Sections) =>
  Object.fromEntries(Object.entries(sections).filter(([, section]) => section !== undefined)) as Readonly<{
    [Name in keyof Sections]?: Exclude<Sections[Name], undefined>;
  }>;

/** The people table a record number leads to, and the record's number in it; undefined where it leads to none. */
function placeOf(parts: Parts, number: string): readonly [people: People, own: string, prefix: string] | undefined {
  const at = number.indexOf('/');
  const prefix = number.slice(0, Math.max(at, 0));
  const people = parts.get(prefix);
  return people && [people, number.slice(at + 1), prefix];
}

const recordsOf = (parts: Parts): Table<unknown> => ({
  rowsOf: async (number, batch) => {
    const [people, own] = placeOf(parts, number) ?? [];
    return people && own ? people.records.rowsOf(own, batch) : [];
  },
});

function oneOf<Value>(parts: Parts, section: (people: People) => One<Value> | undefined): One<Value> | undefined {
  if (![...parts.values()].some(section)) return undefined;
  return {
    of: async (number, batch) => {
      const [people, own] = placeOf(parts, number) ?? [];
      return people && own ? ((await section(people)?.of(own, batch)) ?? null) : null;
    },
  };
}

function manyOf<Value extends WithId>(
  parts: Parts,
  section: (people: People) => Many<Value> | undefined,
): Many<Value> | undefined {
  if (![...parts.values()].some(section)) return undefined;
  return {
    of: async (number, batch) => {
      const [people, own, prefix] = placeOf(parts, number) ?? [];
      const values = people && own ? await section(people)?.of(own, batch) : null;
      return values?.map((value) => ({ ...value, id: `${prefix}/${value.id}` })) ?? null;
    },
  };
}

/** Null where none of the tables is counted. Counts of one code come twice; whoever tells them adds them up. */
function figuresOf(parts: Parts): Mapping['figures'] {
  const counted = [...parts.values()].flatMap(({ figures }) => (figures ? [figures] : []));
  if (counted.length === 0) return undefined;
  return async (period): Promise<RawFigures> => {
    const all = await Promise.all(counted.map((figures) => figures(period)));
    return {
      people: all.reduce((sum, { people }) => sum + people, 0),
      alerts: all.flatMap(({ alerts }) => [...alerts]),
      needs: all.flatMap(({ needs }) => [...needs]),
    };
  };
}

/** What one of the tables does not count is not known of all. Throws where only some count at all. */
function dataQualityOf(parts: Parts): Mapping['dataQuality'] {
  const counted = [...parts.values()].flatMap(({ dataQuality }) => (dataQuality ? [dataQuality] : []));
  if (counted.length === 0) return undefined;
  const [lacking] = [...parts].find(([, { dataQuality }]) => !dataQuality) ?? [];
  if (lacking !== undefined)
    throw new InputFault(
      `several: "${lacking}" has no "dataQuality", but others have. Give it to all of them, or to none: all records are counted, or none.`,
    );
  return async (days): Promise<RawDataQuality> => {
    const all = await Promise.all(counted.map((dataQuality) => dataQuality(days)));
    const [first, ...others] = all;
    return others.reduce(addQuality, first ?? { records: 0 });
  };
}

/** What all tables agreed on, each code once. Throws where two mean different things by one. */
function agreedIn(parts: Parts): readonly AlertTerm[] {
  const agreed = new Map<string, AlertTerm>();
  for (const term of [...parts.values()].flatMap(({ agreedAlerts = [] }) => agreedAlerts)) {
    const known = agreed.get(term.code);
    if (known && !isDeepStrictEqual(known, term))
      throw new InputFault(
        `several: two tables define the agreed alert "${term.code}" differently. Define it the same in both.`,
      );
    agreed.set(term.code, term);
  }
  return [...agreed.values()];
}

type Linked = readonly (readonly [prefix: string, linkage: Linkage])[];

function linkageOf(parts: Parts): Linkage | undefined {
  const linked: Linked = [...parts].flatMap(([prefix, { linkage }]) => (linkage ? [[prefix, linkage] as const] : []));
  if (linked.length === 0) return undefined;
  const counts = linked.flatMap(([, { count }]) => (count ? [count] : []));
  const changes = changesOf(linked);
  return {
    starts: linked.map(([prefix]) => `${prefix}/`),
    page: async (after, size) => {
      const at = after?.indexOf('/') ?? -1;
      const reached = after === null ? 0 : linked.findIndex(([prefix]) => prefix === after.slice(0, at));
      if (reached < 0)
        throw new Error('several: linkage was asked for the page after a number that belongs to no people table.');
      for (const [nth, [prefix, linkage]] of linked.slice(reached).entries()) {
        const own = nth === 0 ? after?.slice(at + 1) || null : null;
        const rows = await linkage.page(own, size);
        if (rows.length > 0) return rows.map(under(prefix));
      }
      return [];
    },
    ...(counts.length === linked.length && {
      count: async () => (await Promise.all(counts.map((count) => count()))).reduce((sum, count) => sum + count, 0),
    }),
    ...(linked.every(([, { unread }]) => unread) && { unread: () => unreadOf(linked) }),
    ...(changes && { changes }),
  };
}

async function unreadOf(linked: Linked): Promise<readonly string[] | null> {
  const all = await Promise.all(
    linked.map(async ([prefix, { unread }]) => (await unread?.())?.map((number) => `${prefix}/${number}`) ?? null),
  );
  return all.some((numbers) => numbers === null) ? null : all.flatMap((numbers) => numbers ?? []);
}

const under =
  (prefix: string) =>
  (row: LinkageRow): LinkageRow => ({ ...row, number: `${prefix}/${row.number}` });

/**
 * Where each table keeps a list of changes: the first that goes on, with the places in all lists as one. A list may end by giving its last
 * changes again at the same place, where others of that moment may have come beside them: they are told, and the next table is asked.
 */
function changesOf(linked: Linked): LinkageChanges | undefined {
  if (linked.some(([, { changes }]) => !changes)) return undefined;
  return async (cursor, size) => {
    const places: Readonly<Record<string, string>> = cursor === null ? {} : JSON.parse(cursor);
    const told: { rows: LinkageRow[]; removed: string[] } = { rows: [], removed: [] };
    for (const [prefix, { changes }] of linked) {
      const place = places[prefix] ?? null;
      const page = await changes?.(place, size);
      if (!page || page.rows.length + page.removed.length === 0) continue;
      told.rows.push(...page.rows.map(under(prefix)));
      told.removed.push(...page.removed.map((number) => `${prefix}/${number}`));
      if (page.cursor !== place) return { ...told, cursor: JSON.stringify({ ...places, [prefix]: page.cursor }) };
      // Of a full page nobody knows what comes after it, and whoever reads it says so.
      if (page.rows.length + page.removed.length >= size) break;
    }
    return { ...told, cursor: cursor ?? '{}' };
  };
}
