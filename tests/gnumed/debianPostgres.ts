import { execFile, spawn } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../lib/freePort.ts';

/** A PostgreSQL server from the system's own package, in its own folder. */
export type DebianPostgres = Readonly<{
  port: number;
  url(database: string, user?: string): string;
  /** Runs one of PostgreSQL's programs against the server. */
  run(program: string, ...words: readonly string[]): Promise<string>;
  stop(): Promise<void>;
}>;

const installed = '/usr/lib/postgresql';

/**
 * Starts the newest PostgreSQL under /usr/lib/postgresql on 127.0.0.1 and a free port; it lets everybody in. GNUmed installs
 * its own server package, so its database is tested on that. Throws if there is none.
 */
export async function debianPostgres(): Promise<DebianPostgres> {
  const [newest] = (await readdir(installed).catch(() => [])).sort((a, b) => Number(b) - Number(a));
  if (!newest) throw new Error(`No PostgreSQL under ${installed}: apt-get install postgresql.`);
  const programs = join(installed, newest, 'bin');
  const folder = await mkdtemp(join(tmpdir(), 'accord-gnumed-'));
  // PostgreSQL refuses to run as root.
  const owner = process.getuid?.() === 0 ? await idsOf('postgres') : undefined;
  if (owner) await chown(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const execute = promisify(execFile);
  await execute(
    join(programs, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8'],
    {
      ...owner,
      cwd: folder,
    },
  );
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
  ];
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...owner, cwd: folder, stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const env = { ...process.env, PGHOST: '127.0.0.1', PGPORT: String(port), PGUSER: 'postgres' };
  const run = async (program: string, ...words: readonly string[]): Promise<string> =>
    (await execute(join(programs, program), [...words], { env, maxBuffer: 100_000_000 })).stdout;
  for (let tries = 0; ; tries += 1) {
    const ready = await run('pg_isready').then(
      () => true,
      () => false,
    );
    if (ready) break;
    if (tries === 300 || server.exitCode !== null) throw new Error('PostgreSQL did not start.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    ...{ port, run },
    url: (database, user = 'postgres') => `postgresql://${user}@127.0.0.1:${port}/${database}`,
    async stop() {
      server.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function idsOf(user: string): Promise<Readonly<{ uid: number; gid: number }>> {
  const id = async (flag: string) => Number((await promisify(execFile)('id', [flag, user])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}
