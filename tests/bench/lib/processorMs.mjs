// CPU time used by a process and all its children, as the kernel counts it (Linux's /proc).
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const ticksASecond = (() => {
  try {
    return Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' })) || 100;
  } catch {
    return 100;
  }
})();

/** CPU milliseconds (user and system) of `pid` and of everything it started that is still running; NaN without /proc. */
export function processorMs(pid) {
  const processes = new Map();
  try {
    for (const name of readdirSync('/proc')) if (/^\d+$/.test(name)) readStat(Number(name), processes);
  } catch {
    return Number.NaN;
  }
  const under = (parent) =>
    [...processes].reduce((sum, [id, one]) => (one.parent === parent ? sum + one.ticks + under(id) : sum), 0);
  const own = processes.get(pid)?.ticks ?? Number.NaN;
  return ((own + under(pid)) * 1_000) / ticksASecond;
}

function readStat(pid, into) {
  try {
    // The name is in brackets and may contain anything; the counts come after it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    into.set(pid, { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) });
  } catch {
    // The process ended while it was being read.
  }
}
