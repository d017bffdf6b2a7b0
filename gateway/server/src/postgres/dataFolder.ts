import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from './errorCode.ts';
import { StartFault } from './StartFault.ts';
import type { ServerPrograms } from './serverPrograms.ts';
import { checkReachable, type ServerUser } from './serverUser.ts';
import { whyServerFailed } from './whyServerFailed.ts';

/** The server's one user. */
export const adminName = 'accord';

type Folder = Readonly<{
  dir: string;
  programs: ServerPrograms;
  user: ServerUser;
  log: (line: string) => void;
  durable: boolean;
}>;

/**
 * Makes the data folder and its password on the first start.
 *
 * It is built beside its place and moved there whole, so a start that was interrupted leaves nothing half made.
 *
 * @returns the password. @throws StartFault when the folder holds something else or cannot be made.
 */
export async function prepareDataFolder(folder: Folder): Promise<string> {
  const { dir, user } = folder;
  try {
    await mkdir(dirname(dir), { recursive: true });
    await checkReachable(dir, user);
    const entries = await readdir(dir).catch(whenAbsent([]));
    if (entries.length > 0) return await keptPassword(dir, entries);
    const password = randomBytes(24).toString('base64url');
    const unfinished = `${dir}.unfinished`;
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { mode: 0o700 });
    await writePassword(dir, password, user);
    if (user.uid !== undefined && user.gid !== undefined) await chown(unfinished, user.uid, user.gid);
    await initialise(unfinished, folder);
    await rm(dir, { recursive: true, force: true });
    await rename(unfinished, dir);
    return password;
  } catch (error) {
    if (error instanceof StartFault) throw error;
    throw new StartFault(whyServerFailed(diskWords(error), { dir, port: 0 }));
  }
}

async function keptPassword(dir: string, entries: readonly string[]): Promise<string> {
  if (!entries.includes('PG_VERSION')) {
    throw new StartFault(
      entries.includes('global')
        ? `The data folder ${dir} is damaged (PG_VERSION is missing); bring it back from a backup, or move it away to begin with an empty one.`
        : `The folder ${dir} holds other files, so no database is made in it; give an empty or a new folder.`,
    );
  }
  const password = await readFile(`${dir}.password`, 'utf8').catch(whenAbsent(''));
  if (password.trim() !== '') return password.trim();
  throw new StartFault(
    `The password of the database in ${dir} is missing; put the file ${dir}.password back, from the same backup as the folder.`,
  );
}

/** The server's user owns it: `initdb` reads it as that user, and root reads it anyway. */
async function writePassword(dir: string, password: string, user: ServerUser): Promise<void> {
  const file = `${dir}.password`;
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  if (user.uid !== undefined && user.gid !== undefined) await chown(file, user.uid, user.gid);
}

function initialise(into: string, { dir, programs, user, log, durable }: Folder): Promise<void> {
  const asked = [
    `--pgdata=${into}`,
    `--username=${adminName}`,
    `--pwfile=${dir}.password`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Sorts by code point wherever it runs: an order that changes with the machine's language would break cursors.
    '--locale=C',
    // PostgreSQL has its own since version 17.
    ...(programs.majorVersion >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
    ...(durable ? [] : ['--no-sync']),
  ];
  return new Promise((made, fail) => {
    let said = '';
    const child = spawn(programs.initdb, asked, {
      ...user,
      cwd: dirname(into),
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      log(text.trimEnd());
    });
    child.once('error', (error) => fail(error));
    child.once('close', (code) =>
      code === 0 ? made() : fail(new StartFault(whyServerFailed(said, { dir, port: 0 }))),
    );
  });
}

function whenAbsent<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (errorCode(error) === 'ENOENT') return value;
    throw error;
  };
}

function diskWords(error: unknown): string {
  const code = errorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'No space left on device';
  if (code === 'EACCES' || code === 'EPERM') return 'Permission denied';
  return String(error);
}
