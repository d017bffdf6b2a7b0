import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './errorCode.ts';
import { isAlive } from './lockFile.ts';
import { StartFault } from './StartFault.ts';
import type { ServerPrograms } from './serverPrograms.ts';
import { checkReachable, type ServerUser } from './serverUser.ts';
import { whyServerFailed } from './whyServerFailed.ts';

/** The server's one user. */
export const adminName = 'accord';

/** Part of the name of a folder being made, before the id of the process that makes it. */
const unfinishedMark = '.unfinished-';
/** The password's file inside a folder that has just been made. */
const passwordInside = 'accord.password';

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
 * The folder is built beside its final place, with its password in it, and moved there whole. So an interrupted start leaves nothing half
 * made, and of two starts at once the first to finish makes the folder and the other uses it.
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
    await make(folder);
    return await keptPassword(dir, await readdir(dir));
  } catch (error) {
    if (error instanceof StartFault) throw error;
    throw new StartFault(whyServerFailed(diskWords(error), { dir, port: 0 }));
  }
}

/** Names of the folders and files this process is making. */
const underWay = new Set<string>();

async function make(folder: Folder): Promise<void> {
  const { dir, user } = folder;
  await clearAbandoned(dir);
  const unfinished = `${dir}${unfinishedMark}${process.pid}-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${unfinished}.password`;
  for (const made of [unfinished, passwordFile]) underWay.add(basename(made));
  try {
    await mkdir(unfinished, { mode: 0o700 });
    await writePassword(passwordFile, user);
    if (user.uid !== undefined && user.gid !== undefined) await chown(unfinished, user.uid, user.gid);
    await initialise(unfinished, passwordFile, folder);
    await rename(passwordFile, join(unfinished, passwordInside));
    // An empty folder makes way for the new one. A folder that holds anything stays, because another start finished first.
    await rmdir(dir).catch(() => undefined);
    await rename(unfinished, dir).catch(async (error: unknown) => {
      if ((await readdir(dir).catch(whenAbsent([]))).length === 0) throw error;
    });
  } finally {
    for (const left of [unfinished, passwordFile]) {
      await rm(left, { recursive: true, force: true });
      underWay.delete(basename(left));
    }
  }
}

/** Removes what was left by starts that were killed. In a container such a start usually had the same process id as this one. */
async function clearAbandoned(dir: string): Promise<void> {
  const start = `${basename(dir)}${unfinishedMark}`;
  for (const name of await readdir(dirname(dir))) {
    if (!name.startsWith(start)) continue;
    const pid = Number.parseInt(name.slice(start.length), 10);
    const isOngoing = pid === process.pid ? underWay.has(name) : isAlive(pid);
    if (!isOngoing) await rm(join(dirname(dir), name), { recursive: true, force: true });
  }
}

async function keptPassword(dir: string, entries: readonly string[]): Promise<string> {
  if (!entries.includes('PG_VERSION')) {
    throw new StartFault(
      entries.includes('global')
        ? `The data folder ${dir} is damaged (PG_VERSION is missing). Restore it from a backup, or move it away to start with an empty one.`
        : `The folder ${dir} holds other files, so no database is created in it. Give an empty or a new folder.`,
    );
  }
  // In a new folder the password is still inside; the first to find it moves it out.
  await rename(join(dir, passwordInside), `${dir}.password`).catch(whenAbsent(undefined));
  const password = await readFile(`${dir}.password`, 'utf8').catch(whenAbsent(''));
  if (password.trim() !== '') return password.trim();
  throw new StartFault(
    `The password of the database in ${dir} is missing. Restore the file ${dir}.password from the same backup as the folder.`,
  );
}

/** The server's user owns the file: `initdb` reads it as that user, and root can read it anyway. */
async function writePassword(file: string, user: ServerUser): Promise<void> {
  await writeFile(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  if (user.uid !== undefined && user.gid !== undefined) await chown(file, user.uid, user.gid);
}

function initialise(into: string, passwordFile: string, { dir, programs, user, log, durable }: Folder): Promise<void> {
  const asked = [
    `--pgdata=${into}`,
    `--username=${adminName}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Sorts by code point on every machine: an order that depended on the machine's language would break cursors.
    '--locale=C',
    // PostgreSQL has a locale provider of its own since version 17.
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
