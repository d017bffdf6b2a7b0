import { type Catalogue, type CatalogueTable, keyOf, written } from '../database/Catalogue.ts';
import type { Connection } from '../database/Connection.ts';
import { columnsOf, pairsOf, type Reference, referencesIn } from '../database/references.ts';
import { sqlNames } from '../database/sqlNames.ts';
import { compositeKey } from '../mapping/compositeKey.ts';
import type { Mapping } from '../mapping/Mapping.ts';
import { texts } from '../mapping/texts.ts';
import { marksDeleted, marksMerged } from './deletedIn.ts';
import { counted, type Finding } from './Finding.ts';
import { columnOf, tableOfRow } from './tableOfRow.ts';

/** How many records marked as gone are looked at. */
const mostGone = 50;
/** And among how many rows they are looked for: the mark may be in every row, saying no. */
const mostLookedAt = 100_000;

/**
 * Looks beside the mapping into the tables it reads: records marked as gone that it tells all the same, and references that lead to
 * nothing. `rows`: some rows of each section, as they were loaded.
 */
export async function checkDatabase(
  mapping: Mapping,
  rows: readonly unknown[],
  catalogue: Catalogue,
  connection: Connection,
  now: Date,
): Promise<readonly Finding[]> {
  const tables = new Map<string, CatalogueTable>();
  for (const row of rows) {
    const table = tableOfRow(catalogue, row);
    if (table) tables.set(keyOf(table), table);
  }
  const own = await ownTable(mapping, catalogue, now);
  const findings: Finding[] = own && rows.length > 0 ? [...(await goneButTold(mapping, own, connection, now))] : [];
  for (const reference of own ? referencesIn(catalogue.tables.filter(({ readable }) => readable)) : [])
    if (reference.to === own?.table && reference.from !== own.table && tables.has(keyOf(reference.from)))
      findings.push(...(await leftWithMerged(reference, connection)));
  for (const reference of referencesIn(catalogue.tables.filter(({ readable }) => readable)))
    if (tables.has(keyOf(reference.from))) findings.push(...(await danglingIn(reference, connection)));
  return findings;
}

/** The table that the records' own rows stand in, and the columns that hold their numbers. */
type Own = Readonly<{ table: CatalogueTable; key: readonly string[] }>;

async function ownTable({ records, linkage }: Mapping, catalogue: Catalogue, now: Date): Promise<Own | null> {
  const [first] = (await linkage?.page(null, 1)) ?? [];
  if (!first) return null;
  // As it is in the table, whatever the mapping reads of it.
  const [own] = await records.rowsOf(String(first.number), { now, loaded: () => {} });
  const table = tableOfRow(catalogue, own);
  const key = table && numberColumns(own, String(first.number), table);
  return table && key ? { table, key } : null;
}

/**
 * Rows of what is told that a merge left with the number that was merged away: such as an alert, which nobody finds any more. `from` leads
 * to the people.
 */
async function leftWithMerged(reference: Reference, { engine, rows }: Connection): Promise<readonly Finding[]> {
  const { quote, table } = sqlNames(engine);
  const { from, to } = reference;
  const text = (column: string) => `CAST(o.${quote(column)} AS CHAR(40))`;
  const same = pairsOf(reference).map(([own, other]) => `o.${quote(other)} = t.${quote(own)}`);
  const findings: Finding[] = [];
  for (const { name, type } of to.columns) {
    if (!marksMerged(name) || !/int|serial|num|decimal|char|text|uuid|^$/.test(type)) continue;
    // Some systems write a record's own number where it was not merged.
    const others = pairsOf(reference).map(([, other]) => `${text(name)} <> ${text(other)}`);
    const merged = [`${text(name)} NOT IN ('', '0', 'N', 'n', 'F', 'f')`, ...others].join(' AND ');
    const [answer] = await rows(
      `SELECT count(*) AS behind FROM ${table(from)} t WHERE EXISTS (SELECT 1 FROM ${table(to)} o WHERE ${same.join(' AND ')} AND ${merged})`,
    );
    const count = Number(answer?.behind ?? 0);
    if (count > 0)
      findings.push({
        check: 'TOLD_TO_NOBODY',
        gravity: 'LOOK',
        where: `${written(from)}.${columnsOf(reference).join(', ')}`,
        found: `${counted(count, 'row')} ${count === 1 ? 'belongs' : 'belong'} to a record that was merged into another, according to ${written(to)}.${name}.`,
        todo: 'Unless the mapping reads them with that other record ("through" over the merged ones), they are told to nobody, alerts included.',
      });
  }
  return findings;
}

/** Records whose own row says that they are gone, and which the mapping finds on file; and those of which it says nothing, of which it finds none. */
async function goneButTold(
  { records }: Mapping,
  { table, key }: Own,
  { engine, rows: ask }: Connection,
  now: Date,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { name } of table.columns) {
    const marks = marksDeleted(name);
    if (marks === null) continue;
    const { quote, some } = sqlNames(engine);
    const numberSql = key.map((column, at) => `${quote(column)} AS n${at}`).join(', ');
    const sql = some(`${numberSql}, ${quote(name)} AS mark`, table, mostLookedAt, `${quote(name)} IS NOT NULL`);
    // A day of `0000-00-00` is not null to the database, and is read as null.
    const said = (await ask(sql)).filter(({ mark }) => mark !== null);
    const marked = said.filter(({ mark }) => says(mark, marks)).slice(0, mostGone);
    const unmarked = [
      ...said.filter(({ mark }) => String(mark).trim() === ''),
      ...(await ask(some(numberSql, table, mostGone, `${quote(name)} IS NULL`))),
    ].slice(0, mostGone);
    const batch = { now };
    const toldOf = async (found: typeof said) =>
      (
        await Promise.all(found.map((row) => records.rowsOf(numberIn(key.map((_, at) => row[`n${at}`])), batch)))
      ).filter(({ length }) => length > 0).length;
    const count = await toldOf(marked);
    if (count > 0)
      findings.push({
        check: 'SOFT_DELETES',
        gravity: 'MEND',
        where: `${written(table)}.${name}`,
        found: `${counted(count, 'record')} of ${marked.length} marked as gone ${count === 1 ? 'is' : 'are'} still told as on file.`,
        todo: 'Leave them out of "records" (and of linkage): nothing is told of what is not in "records".',
      });
    if (unmarked.length > 0 && (await toldOf(unmarked)) === 0)
      findings.push({
        check: 'TOLD_TO_NOBODY',
        gravity: 'LOOK',
        where: `${written(table)}.${name}`,
        found: `Nothing is told of ${counted(unmarked.length, 'record')} for which this column says neither gone nor not gone.`,
        todo: `If they are people you work with, change the test in "records" (and wherever else it stands): in SQL, null and '' are not equal to 'N', and "not equal to 'Y'" does not match null.`,
      });
  }
  return findings;
}

const says = (mark: unknown, marks: 'YES_IS_GONE' | 'NO_IS_GONE'): boolean => {
  // MySQL's bit(1) comes as a byte.
  const text = mark instanceof Uint8Array ? String(mark.at(-1)) : String(mark).toLowerCase();
  const no = ['n', 'no', 'f', 'false', '0', '0000-00-00'].includes(text);
  return text !== '' && (marks === 'YES_IS_GONE' ? !no : no);
};

/** The columns that hold the record's number: one, or those of the table's key together. */
function numberColumns(row: unknown, number: string, table: CatalogueTable): readonly string[] | undefined {
  if (typeof row !== 'object' || row === null) return undefined;
  const values = new Map(
    Object.entries(row).flatMap(([field, value]) => {
      const column = columnOf(table, field);
      return column === undefined ? [] : [[column, value] as const];
    }),
  );
  const { primaryKey } = table;
  const columns = [...values].flatMap(([column, value]) => (String(value) === number ? [column] : []));
  const own = columns.find((column) => primaryKey.includes(column)) ?? columns[0];
  if (own !== undefined) return [own];
  return numberIn(primaryKey.map((column) => values.get(column))) === number ? primaryKey : undefined;
}

/** The record number that a key's values are, as `compositeKey` writes it where they are several. */
function numberIn(values: readonly unknown[]): string {
  if (values.length === 1) return String(values[0]);
  const columns = Object.fromEntries(values.map((_, at) => [`n${at}`, texts]));
  return compositeKey(columns).numberOf(Object.fromEntries(values.map((value, at) => [`n${at}`, String(value)])));
}

async function danglingIn(reference: Reference, { engine, rows }: Connection): Promise<readonly Finding[]> {
  const { quote, table } = sqlNames(engine);
  const { from, to, how } = reference;
  const pairs = pairsOf(reference).map(([own, other]) => [`t.${quote(own)}`, `o.${quote(other)}`] as const);
  const said = pairs.map(([own]) => `${own} IS NOT NULL`).join(' AND ');
  const found = pairs.map(([own, other]) => `${other} = ${own}`).join(' AND ');
  const sql = `SELECT count(*) AS dangling FROM ${table(from)} t
    WHERE ${said} AND NOT EXISTS (SELECT 1 FROM ${table(to)} o WHERE ${found})`;
  const [answer] = await rows(sql);
  const count = Number(answer?.dangling ?? 0);
  if (count === 0) return [];
  return [
    {
      check: 'DEAD_REFERENCES',
      gravity: 'LOOK',
      where: `${written(from)}.${columnsOf(reference).join(', ')}`,
      found: `${counted(count, 'row')} ${count === 1 ? 'refers' : 'refer'} to something that ${written(to)} does not have.`,
      todo:
        how === 'key'
          ? 'The database does not enforce this reference. Find out what the rows belong to; the mapping must cope with a missing row.'
          : `Its name suggests a reference to ${written(to)}. If so, the mapping must cope with a missing row; what has no record is told to nobody.`,
    },
  ];
}
