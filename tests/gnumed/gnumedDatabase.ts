import { spawn } from 'node:child_process';
import { access, chmod, cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DebianPostgres, debianPostgres } from './debianPostgres.ts';

/** GNUmed's own database with its own test people, and a role that can only read it. */
export type GnumedDatabase = Readonly<{ ownerUrl: string; readerUrl: string; stop(): Promise<void> }>;

const package_ = '/var/lib/gnumed/server';
const version = 'gnumed_v22';
const reader = 'accord_reader';

/**
 * Restores GNUmed's database into a server that is removed with it. The first time, GNUmed's own program creates it, which
 * takes minutes; the result is kept in the cache folder (ACCORD_CACHE, or the user's own), never in the project. Throws if
 * GNUmed's server is not installed.
 */
export async function gnumedDatabase(): Promise<GnumedDatabase> {
  const server = await debianPostgres();
  try {
    const dump = await dumpOf(server);
    await server.run('createdb', 'gnumed');
    await server.run('pg_restore', '--no-owner', '--no-privileges', '--jobs=2', '--dbname=gnumed', dump);
    await server.run('psql', '--dbname=gnumed', '--quiet', '--set=ON_ERROR_STOP=1', '--command', readerSql);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ownerUrl: server.url('gnumed'), readerUrl: server.url('gnumed', reader), stop: () => server.stop() };
}

const readerSql = `
  CREATE ROLE ${reader} LOGIN;
  REVOKE CREATE ON SCHEMA public FROM PUBLIC;
  GRANT USAGE ON SCHEMA dem, clin, ref TO ${reader};
  GRANT SELECT ON ALL TABLES IN SCHEMA dem, clin, ref TO ${reader};`;

async function dumpOf(server: DebianPostgres): Promise<string> {
  const folder = process.env.ACCORD_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'accord');
  const dump = join(folder, `${version}.dump`);
  if (await exists(dump)) return dump;
  if (!(await exists(join(package_, 'bootstrap', 'bootstrap_gm_db_system.py'))))
    throw new Error('GNUmed’s server is not installed here: apt-get install gnumed-server (Debian) puts it in place.');
  console.info('GNUmed makes its database: some minutes, this once.');
  await bootstrap(server.port);
  await mkdir(folder, { recursive: true });
  await server.run('pg_dump', '--format=custom', `--file=${dump}.part`, version);
  await rename(`${dump}.part`, dump);
  return dump;
}

/** Runs GNUmed's own program in a copy of its folder, because it writes a link beside itself. */
async function bootstrap(port: number): Promise<void> {
  const copy = await mkdtemp(join(tmpdir(), 'accord-gnumed-server-'));
  await chmod(copy, 0o755); // run by root, the program becomes the user postgres
  try {
    await cp(package_, join(copy, 'server'), { recursive: true });
    const log = join(copy, 'bootstrap.log');
    const child = spawn(
      '/usr/bin/python3',
      ['bootstrap_gm_db_system.py', `--log-file=${log}`, '--conf-file=bootstrap-latest.conf', '--quiet'],
      {
        cwd: join(copy, 'server', 'bootstrap'),
        env: { ...process.env, GM_DB_PORT: String(port), PGHOST: '127.0.0.1', PGPORT: String(port) },
        stdio: 'ignore',
      },
    );
    const code = await new Promise((resolve) => child.once('exit', resolve));
    if (code !== 0) {
      const lines = (await readFile(log, 'utf8').catch(() => '')).trim().split('\n').slice(-5);
      throw new Error(`GNUmed's bootstrap ended with ${code}:\n${lines.join('\n')}`);
    }
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
