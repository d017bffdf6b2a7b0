import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readOnlyUrl } from '@accord/kit/database/readOnlyUrl';
import type { InventedPartnership } from '@accord/people/InventedPerson';
import { type Client, createClient } from '@libsql/client';
import { fill } from './fill.ts';

export type Existing = Readonly<{ records: number; created: boolean }>;

/**
 * Makes sure that Wattle's existing database file exists and is filled.
 *
 * A file that already holds people is kept unless it is to be replaced. A new file is written next to the old one and
 * renamed once it is complete, so a seed killed half-way leaves the old file or none; the next seed removes the remains.
 * Throws the errors of SQLite and the disk, and one sentence where the file is some other database.
 */
export async function createExisting(
  options: Readonly<{ file: string; partnership: () => InventedPartnership; whenPresent: 'keep' | 'replace' }>,
): Promise<Existing> {
  const file = resolve(options.file);
  await removeUnfinished(file);
  const records = options.whenPresent === 'replace' ? 0 : await recordsIn(file);
  if (records > 0) return { records, created: false };
  const unfinished = `${file}.${process.pid}.unfinished`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFilled(unfinished, options.partnership());
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
  return { records: await recordsIn(file), created: true };
}

async function writeFilled(file: string, partnership: InventedPartnership): Promise<void> {
  const existing = await readFile(new URL('../existing.sql', import.meta.url), 'utf8');
  await withClient(`file:${encodeURIComponent(pathToFileURL(file).href)}`, async (client) => {
    const transaction = await client.transaction('write');
    try {
      await transaction.executeMultiple(existing);
      await fill(transaction, partnership);
      await transaction.execute('ANALYZE');
      await transaction.commit();
    } finally {
      transaction.close();
    }
  });
}

/** How many people in the file were not merged away; 0 where the file is missing or empty. */
async function recordsIn(file: string): Promise<number> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size === 0) return 0;
  return await withClient(readOnlyUrl(file), async (client) => {
    const tables = await client.execute("SELECT name FROM sqlite_schema WHERE type = 'table'");
    if (!tables.rows.some((table) => table.name === 'TBL_PERS')) {
      throw new Error(`${file} is a database, but not Wattle’s; name another file in ACCORD_AGENCY_FILE.`);
    }
    const counted = await client.execute('SELECT count(*) AS records FROM TBL_PERS WHERE MRG_TO IS NULL');
    return Number(counted.rows[0]?.records ?? 0);
  });
}

/** Removes half-written files of seeds that are no longer running. */
async function removeUnfinished(file: string): Promise<void> {
  const names = await readdir(dirname(file)).catch(() => []);
  for (const name of names) {
    const pid = name.match(/\.(\d+)\.unfinished(-journal)?$/)?.[1];
    const ours = name.startsWith(`${basename(file)}.`);
    if (ours && pid && !isRunning(Number(pid))) await rm(join(dirname(file), name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: the process is running, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = createClient({ url });
  try {
    return await work(client);
  } finally {
    client.close();
  }
}
