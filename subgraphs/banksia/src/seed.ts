import { readFile } from 'node:fs/promises';
import mariadb from 'mariadb';
import type { Row } from './tableRows.ts';

export type SeedGiven = Readonly<{
  /** URL of a user who may create databases and users, such as `mysql://root@127.0.0.1:3306/`. */
  adminUrl: string;
  /** Name of the database. The user who may only read it is `<name>_r`. Both are replaced if they exist. */
  name: string;
  readerPassword: string;
  rows: ReadonlyMap<string, readonly Row[]>;
}>;

/** CareTrack's database as Accord reads it; `drop` removes it. */
export type Seeded = Readonly<{ url: string; adminUrl: string; drop(): Promise<void> }>;

/** Creates CareTrack's database, fills it and gives its reader access. Throws MariaDB's errors. */
export async function createBanksia({ adminUrl, name, readerPassword, rows }: SeedGiven): Promise<Seeded> {
  if (!/^\w{1,60}$/.test(name)) throw new Error(`"${name}" is no name of a database; use letters, digits and _.`);
  const url = new URL(adminUrl);
  const reader = `${name}_r`;
  const drop = (admin: mariadb.Connection) =>
    admin.query(`DROP DATABASE IF EXISTS ${name}; DROP USER IF EXISTS ${reader}@'%'`);
  await connected(url, async (admin) => {
    await drop(admin);
    await admin.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4; USE ${name}`);
    await admin.query(await readFile(new URL('../existing.sql', import.meta.url), 'utf8'));
    for (const [table, list] of rows) {
      const columns = Object.keys(list[0] ?? {});
      const places = columns.map(() => '?').join(', ');
      if (columns.length > 0)
        await admin.batch(
          `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`,
          list.map((row) => columns.map((column) => row[column])),
        );
    }
    await admin.query(`CREATE USER ${reader}@'%' IDENTIFIED BY ${admin.escape(readerPassword)}`);
    await admin.query(`GRANT SELECT ON ${name}.* TO ${reader}@'%'`);
  });
  const forReader = new URL(`/${name}`, url);
  forReader.username = reader;
  forReader.password = encodeURIComponent(readerPassword);
  return { url: forReader.href, adminUrl: new URL(`/${name}`, url).href, drop: () => connected(url, drop) };
}

async function connected<Result>(url: URL, work: (admin: mariadb.Connection) => Promise<Result>): Promise<void> {
  const admin = await mariadb.createConnection({
    ...{ host: url.hostname, port: Number(url.port || 3306), user: decodeURIComponent(url.username) },
    ...{ password: decodeURIComponent(url.password), charset: 'utf8mb4', multipleStatements: true },
  });
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
