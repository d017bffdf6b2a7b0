import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from './errorCode.ts';

const noSuchProcess = 2_147_483_647;
const waitMs = 20;
const patienceMs = { ready: 1_500, stopping: 30_000 } as const;

/**
 * Makes way for a start after a hub that was killed.
 *
 * Its server is then ending by itself: wait for that. A `postmaster.pid` of a server that is gone is PostgreSQL's own
 * to clear, but it cannot tell when another program has been given that process number since (in a container, or after
 * a restart of the machine, that is usual). Then the file is made to name a process that cannot exist, rather than
 * deleted, so that PostgreSQL still makes its own check for programs using the folder's memory.
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

/** Whether a process of this number runs, whosever it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

/** Where the system does not show what a process is (no /proc), assume the worst. */
async function maybePostgres(pid: number): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  if (command === null || command === '') return true;
  return basename(command.split('\0')[0] ?? '').startsWith('postgres');
}
