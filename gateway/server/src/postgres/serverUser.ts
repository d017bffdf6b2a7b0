import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { StartFault } from './StartFault.ts';

/** The account the server runs as; empty where it is our own. */
export type ServerUser = Readonly<{ uid?: number; gid?: number }>;

const run = promisify(execFile);

/**
 * Returns the account to run PostgreSQL as, which refuses to run as root. A hub started by root (usually in a container) runs it as the
 * user `postgres`, which is created if there is none.
 *
 * @throws StartFault when there is no such user and none can be created.
 */
export async function serverUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {};
  const found = await idsOfPostgres();
  if (found !== null) return found;
  await run('groupadd', ['--system', 'postgres']).catch(() =>
    run('addgroup', ['-S', 'postgres']).catch(() => undefined),
  );
  await run('useradd', ['--system', '-g', 'postgres', 'postgres']).catch(() =>
    run('adduser', ['-S', '-D', '-H', '-G', 'postgres', 'postgres']).catch(() => undefined),
  );
  const made = await idsOfPostgres();
  if (made !== null) return made;
  throw new StartFault(
    'PostgreSQL does not run as root, and no user "postgres" could be created. Create that user, start the hub as an ordinary user, or set DATABASE_URL.',
  );
}

async function idsOfPostgres(): Promise<{ uid: number; gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number.parseInt(uid.stdout, 10), gid: Number.parseInt(gid.stdout, 10) };
  } catch {
    return null;
  }
}

/** @throws StartFault when that user cannot enter one of the folders that lead to `path`. */
export async function checkReachable(path: string, user: ServerUser): Promise<void> {
  if (user.uid === undefined) return;
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const found = await stat(folder);
    const bit = found.uid === user.uid ? 0o100 : found.gid === user.gid ? 0o010 : 0o001;
    if ((found.mode & bit) === 0) {
      throw new StartFault(
        `PostgreSQL does not run as root, and its user "postgres" may not access ${folder}. Allow that (chmod o+x), start the hub as an ordinary user, or set DATABASE_URL.`,
      );
    }
    if (folder === dirname(folder)) return;
  }
}
