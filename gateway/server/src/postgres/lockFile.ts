import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from './errorCode.ts';

const noSuchProcess = 2_147_483_647;
const waitMs = 20;
const patienceMs = { ready: 1_500, stopping: 30_000 } as const;

/**
 * Clears the way for a start after a hub was killed.
 *
 * The killed hub's server is then ending on its own, and this waits for it. A `postmaster.pid` of a server that has gone is PostgreSQL's
 * own to clear, but PostgreSQL cannot tell when another program has since been given that process id (usual in a container, or after the
 * machine restarted). In that case the file is made to name a process that cannot exist. It is not deleted, so that PostgreSQL still checks
 * for programs using the folder's shared memory.
 */
export async function clearStaleLock(dir: string): Promise<void> {
  const file = join(dir, 'postmaster.pid');
  const since = Date.now();
  for (;;) {
    const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
    const pid = Number.parseInt(lines[0] ?? '', 10);
    if (!(pid > 0) || !isAlive(pid)) return;
    if (!(await maybePostgres(pid))) {
      await writeFile(file, [noSuchProcess, ...lines.slice(1)].join('\n'));
      return;
    }
    const state = lines[7]?.trim() === 'stopping' ? 'stopping' : 'ready';
    if (Date.now() - since > patienceMs[state]) return;
    await sleep(waitMs);
  }
}

/** True where a process with this id is running, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

/** True where the process may be a PostgreSQL, including where the system does not show what it is (no /proc). */
async function maybePostgres(pid: number): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  if (command === null || command === '') return true;
  return basename(command.split('\0')[0] ?? '').startsWith('postgres');
}
