import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { harbour } from '@accord/harbour/agency';
import { openDatabase as openHarbour } from '@accord/harbour/database';
import { kestrel } from '@accord/kestrel/agency';
import { openDatabase as openKestrel } from '@accord/kestrel/database';
import type { Mapping } from '@accord/kit/Mapping';
import type { InventedPartnership } from '@accord/people/InventedPerson';
import { readerUrl } from '@accord/seeding/createExisting';
import { wattle } from '@accord/wattle/agency';
import { openDatabase as openWattle } from '@accord/wattle/database';
import { createExisting as createWattle } from '@accord/wattle/seed';
import { createClient } from '@libsql/client';
import pg from 'pg';
import { createAgencySystems, nobody, readerPassword } from './agencySystems.ts';

export type Row = Readonly<Record<string, unknown>>;
/** Rows for agencies' own tables, by agency and table. */
export type OwnRows = Readonly<Record<string, Readonly<Record<string, readonly Row[]>>>>;

/** The three agencies' own systems, empty but for their staff and lists. */
export type AgencyDatabases = Readonly<{
  mappings: readonly Mapping[];
  /** Harbour's own database, at the address that its own program uses. */
  harbourUrl: string;
  /** Removes everybody on file and writes these rows instead, as each agency's own software would. */
  hold(rows: OwnRows): Promise<void>;
  close(): Promise<void>;
}>;

const emptied = {
  harbour: 'programme, client',
  kestrel: 'program, person',
};

/**
 * Opens the three systems on a test's server and in a folder: real schemas and roles, with nobody on file unless people are
 * given.
 */
export async function agencyDatabases(
  adminUrl: string,
  folder: string,
  people?: InventedPartnership,
): Promise<AgencyDatabases> {
  // Without people, the server's prepared databases are used as they are.
  if (people) await createAgencySystems(adminUrl, people);
  const [empty, file] = [join(folder, 'wattle-empty.sqlite'), join(folder, 'wattle.sqlite')];
  await createWattle({ file: empty, partnership: () => people ?? nobody, whenPresent: 'replace' });
  await copyFile(empty, file);

  const databases = {
    harbour: openHarbour(readerUrl(adminUrl, 'harbour', readerPassword)),
    kestrel: openKestrel(readerUrl(adminUrl, 'kestrel', readerPassword)),
    wattle: openWattle(file),
  };
  const asOwner = (agency: 'harbour' | 'kestrel') =>
    new pg.Client({ connectionString: adminUrl.replace(/\/\w+$/, `/${agency}`) });

  const holdPostgres = async (agency: 'harbour' | 'kestrel', rows: OwnRows[string]): Promise<void> => {
    const owner = asOwner(agency);
    await owner.connect();
    try {
      await owner.query(`BEGIN; TRUNCATE ${emptied[agency]} CASCADE`);
      for (const [table, list] of Object.entries(rows))
        for (const { columns, rows } of runsOf(list))
          await owner.query(
            `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`,
            [JSON.stringify(rows)],
          );
      await owner.query('COMMIT');
    } finally {
      await owner.end();
    }
  };
  const holdWattle = async (rows: OwnRows[string]): Promise<void> => {
    const owner = createClient({ url: `file:${file}` });
    await owner.batch(
      [
        ...['TBL_NEED', 'TBL_NOTE', 'TBL_EPIS', 'TBL_CTACT', 'TBL_PERS'].map((table) => `DELETE FROM ${table}`),
        ...Object.entries(rows).flatMap(([table, list]) =>
          list.map((row) => {
            const columns = Object.keys(row);
            const args = Object.values(row).map((value) => (typeof value === 'number' ? value : String(value)));
            const places = columns.map(() => '?');
            return { sql: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`, args };
          }),
        ),
      ],
      'write',
    );
    owner.close();
  };

  return {
    mappings: [harbour(databases.harbour), wattle(databases.wattle), kestrel(databases.kestrel)],
    harbourUrl: readerUrl(adminUrl, 'harbour', readerPassword),
    async hold({ harbour: atHarbour = {}, wattle: atWattle = {}, kestrel: atKestrel = {} }) {
      await Promise.all([holdPostgres('harbour', atHarbour), holdPostgres('kestrel', atKestrel), holdWattle(atWattle)]);
    },
    async close() {
      await Promise.all(Object.values(databases).map((database) => database.$disconnect()));
    },
  };
}

/** The rows in order, in runs of neighbours that have the same columns. */
function runsOf(list: readonly Row[]): readonly Readonly<{ columns: string; rows: readonly Row[] }>[] {
  const runs: { columns: string; rows: Row[] }[] = [];
  for (const row of list) {
    const columns = Object.keys(row).join(', ');
    const last = runs.at(-1);
    if (last?.columns === columns) last.rows.push(row);
    else runs.push({ columns, rows: [row] });
  }
  return runs;
}
