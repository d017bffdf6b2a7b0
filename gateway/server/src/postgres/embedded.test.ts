import { access, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { createDatabase } from './createDatabase.ts';
import { type Embedded, startEmbedded } from './embedded.ts';
import { temporaryFolder } from './testPostgres.ts';

let folder: string;
let dir: string;
let running: Embedded;
const start = (options: Readonly<{ port?: number; dir?: string }> = {}) =>
  startEmbedded({ dir, durable: false, ...options });

beforeAll(async () => {
  folder = await temporaryFolder();
  dir = join(folder, 'postgres');
  running = await start();
});
afterAll(async () => {
  await running.stop();
  await rm(folder, { recursive: true, force: true });
});

test('it listens on 127.0.0.1 only and lets nobody in without the password', async () => {
  const addresses = await ask(running.adminUrl, 'SHOW listen_addresses');
  expect(addresses).toBe('127.0.0.1');
  expect(await ask(running.adminUrl, 'SHOW unix_socket_directories')).toBe('');
  const wrong = new URL(running.adminUrl);
  wrong.password = 'guess';
  await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
});

test('only its owner may read the password', async () => {
  expect((await stat(`${dir}.password`)).mode & 0o777).toBe(0o600);
});

test('a database is made once, however many ask for it at the same time', async () => {
  await Promise.all([createDatabase(running.adminUrl, 'hub'), createDatabase(running.adminUrl, 'hub')]);
  await createDatabase(running.adminUrl, 'hub');
  expect(await ask(running.url('hub'), 'SELECT current_database()')).toBe('hub');
});

test('what was written is still there after a stop, and after a kill', async () => {
  await createDatabase(running.adminUrl, 'kept');
  await ask(running.url('kept'), 'CREATE TABLE kept AS SELECT 1 AS one');
  await running.stop();
  await running.stop();
  running = await start();
  const pid = Number(await ask(running.adminUrl, "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)"));
  process.kill(pid, 'SIGKILL');
  expect(await running.ended).toContain('SIGKILL');
  await access(join(dir, 'postmaster.pid'));
  running = await start();
  expect(await ask(running.url('kept'), 'SELECT one FROM kept')).toBe(1);
});

test('a lock file that names a living process of another program does not prevent a start', async () => {
  await running.stop();
  await writeFile(
    join(dir, 'postmaster.pid'),
    `${process.pid}\n${dir}\n1700000000\n5432\n\n127.0.0.1\n  1  1\nready\n`,
  );
  running = await start();
  expect(await ask(running.adminUrl, 'SELECT 1')).toBe(1);
});

test('a folder in use, a port in use, a foreign folder and a damaged folder each give one clear sentence', async () => {
  await expect(start()).rejects.toThrow(/^The data folder .* is in use by a PostgreSQL that is still running/);
  const other = join(folder, 'other');
  await expect(start({ dir: other, port: running.port })).rejects.toThrow(
    `Port ${running.port} on 127.0.0.1 is already in use`,
  );
  const foreign = join(folder, 'foreign');
  await mkdir(foreign);
  await writeFile(join(foreign, 'letter.txt'), 'mine');
  await expect(start({ dir: foreign })).rejects.toThrow(/holds other files/);
  expect(await readdir(foreign)).toEqual(['letter.txt']);
  await rename(join(other, 'global'), join(folder, 'lost'));
  await expect(start({ dir: other })).rejects.toThrow(/^The data folder .*other is damaged \(/);
});

test('of two first starts over one folder at the same time, one serves and the other reports that the folder is in use', async () => {
  const both = join(folder, 'both');
  // Left by a killed start with the same process id: in a container every process may be number one.
  await mkdir(`${both}.unfinished-${process.pid}-killed`);
  const starts = await Promise.allSettled([start({ dir: both }), start({ dir: both })]);
  const served = starts.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const refused = starts.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
  expect(refused).toEqual([expect.stringMatching(/is in use by a PostgreSQL that is still running/)]);
  for (const one of served) {
    expect(await ask(one.adminUrl, 'SELECT 1')).toBe(1);
    await one.stop();
  }
  expect((await readdir(folder)).filter((name) => name.startsWith('both')).sort()).toEqual(['both', 'both.password']);
});

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}
