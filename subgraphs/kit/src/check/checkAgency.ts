import type { Catalogue } from '../database/Catalogue.ts';
import type { Connection } from '../database/Connection.ts';
import { statementsOf } from '../database/watched.ts';
import type { Mapping } from '../mapping/Mapping.ts';
import { checkAlerts } from './checkAlerts.ts';
import { checkDatabase } from './checkDatabase.ts';
import { checkExtract } from './checkExtract.ts';
import { checkKeptBack } from './checkKeptBack.ts';
import { checkPeople } from './checkPeople.ts';
import { checkPlans } from './checkPlans.ts';
import { checkRows } from './checkRows.ts';
import { checkSilent } from './checkSilent.ts';
import { checkUnsafe } from './checkUnsafe.ts';
import { deletedIn } from './deletedIn.ts';
import { counted, type Finding } from './Finding.ts';
import type { MappingFault } from './MappingFault.ts';
import { verifyMapping } from './verifyMapping.ts';
import { type Walk, walkRecords } from './walkRecords.ts';

/** What a check needs. Without a database beside the mapping (extracts, a FHIR server), its tables are not examined. */
export type CheckGiven = Readonly<{
  now: Date;
  /** How many records to read at most. */
  most: number;
  /** The mapping's Prisma client, if it uses one. */
  db?: object;
  database?: Readonly<{ catalogue: Catalogue; connection: Connection }>;
}>;

export type CheckReport = Readonly<{ walk: Walk; findings: readonly Finding[] }>;

/** How many of the records that are read the mapping is tried on. */
const mostTried = 500;
/** A few rows of each section are enough to identify its table. */
const rowsKept = 3;

/**
 * Reads records as the hub would request them and reports what will not come out right: people without a date of birth,
 * rows marked as gone that are served, items and rows that are served to nobody, references that lead nowhere, tables that
 * are read whole.
 */
export async function checkAgency(mapping: Mapping, given: CheckGiven): Promise<CheckReport> {
  const { now, most, db, database } = given;
  const tried = await verifyMapping(mapping, {
    ...(db && { db }),
    sample: Math.min(most, mostTried),
    now,
    told: 'AT_THE_AGENCY',
  });
  // What cannot be read cannot be examined. Where the files are not in use, that is the reason.
  if (mapping.extract?.().open === false)
    return { walk: { records: 0, whole: false }, findings: await checkExtract(mapping) };
  if (tried.some(({ level }) => level === 'FATAL'))
    return { walk: { records: 0, whole: false }, findings: tried.map(findingOf) };
  const people = checkPeople();
  const ofRows = checkRows();
  const today = now.toISOString().slice(0, 10);
  const alerts = checkAlerts(today);
  const silent = checkSilent();
  const unsafe = checkUnsafe();
  const keptBack = checkKeptBack();
  const goneRows = new Map<string, number>();
  const untold = new Map<string, Readonly<{ untold: number; all: number }>>();
  const kept = new Map<string, unknown[]>();
  const { value: first, heard } = await statementsOf(() => walkRecords(mapping, { most: Math.min(most, 20), now }, {}));
  const walk = await walkRecords(
    mapping,
    { most, now },
    {
      page: (rows) => people.page(rows, today),
      row(section, row, value) {
        const some = kept.get(section) ?? [];
        const parts = rowsIn(row);
        ofRows.row(section, parts[0], value);
        if (section === 'contact') unsafe.row(parts, value);
        keptBack.row(section, parts, value);
        if (some.length < rowsKept) kept.set(section, [...some, ...parts]);
        // `silent` is served to nobody: looking for an address that somebody has left is right.
        const isTold = value !== null && section !== 'silent';
        const column = !isTold ? null : (parts.map(deletedIn).find((found) => found !== null) ?? null);
        if (column !== null) goneRows.set(`${section} ${column}`, (goneRows.get(`${section} ${column}`) ?? 0) + 1);
      },
      further: (section) => ofRows.further(section),
      value(section, value, number) {
        if (mapping.silent) silent.value(section, value, number);
        if (!Array.isArray(value)) return;
        ofRows.list(section);
        if (section === 'alerts') alerts.value(value);
        const items = value.filter((item) => typeof item === 'object' && item !== null && 'about' in item);
        const before = untold.get(section) ?? { untold: 0, all: 0 };
        const now = items.filter(({ about }) => Array.isArray(about) && about.length === 0).length;
        untold.set(section, { untold: before.untold + now, all: before.all + items.length });
      },
    },
  );
  const beside = database
    ? await checkDatabase(mapping, [...kept.values()].flat(), database.catalogue, database.connection, now)
    : [];
  return {
    walk,
    findings: [
      ...(first.records === 0 ? [noRecords] : tried.map(findingOf)),
      ...(await checkExtract(mapping)),
      ...alerts.findings(),
      ...silent.findings(),
      ...unsafe.findings(),
      ...keptBack.findings(),
      ...people.findings(),
      ...[...goneRows].map(([place, count]) => goneRow(place, count)),
      ...[...untold].flatMap(([section, { untold, all }]) =>
        untold === 0 ? [] : [toldToNobody(section, untold, all)],
      ),
      ...ofRows.findings(walk.records),
      ...beside,
      ...(await checkPlans(heard)),
    ],
  };
}

/** A row that stands beside others (`beside`) is a list of rows. */
const rowsIn = (row: unknown): readonly unknown[] => (Array.isArray(row) ? row.flat() : [row]);

const findingOf = ({ level, check, section, field, table, column, found, todo }: MappingFault): Finding => ({
  check,
  gravity: level === 'HINT' ? 'LOOK' : 'MEND',
  where: [section, field].filter(Boolean).join('.') || [table, column].filter(Boolean).join('.'),
  ...{ found, todo },
});

const noRecords: Finding = {
  check: 'VALUES',
  gravity: 'MEND',
  where: 'linkage.page',
  found: 'It gives no records, so nothing else could be checked.',
  todo: 'Check that it pages over the table of people, and that the role can read that table.',
};

function goneRow(place: string, count: number): Finding {
  const [section = '', column = ''] = place.split(' ');
  return {
    check: 'SOFT_DELETES',
    gravity: 'MEND',
    where: `${section}, column ${column}`,
    found: `${counted(count, 'row')} marked as gone ${count === 1 ? 'is' : 'are'} told all the same.`,
    todo: 'Leave them out of the rows that the section loads, or give null for them.',
  };
}

const toldToNobody = (section: string, untold: number, all: number): Finding => ({
  check: 'TOLD_TO_NOBODY',
  gravity: 'LOOK',
  where: section,
  found: `${counted(untold, 'item')} of ${all} ${untold === 1 ? 'names' : 'name'} no kind of information ("about" is empty), so ${untold === 1 ? 'it is' : 'they are'} told to nobody.`,
  todo: 'Map the codes of such items. Leave unmapped what really must not be told.',
});
