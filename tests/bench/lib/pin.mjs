// Which core a process runs on: whatever is measured on one, everything else (load, subgraphs, databases) on the other.
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

const can = cpus().length > 1 && spawnSync('taskset', ['--version']).status === 0;
const core = { measured: '0', others: cpus().length === 2 ? '1' : `1-${cpus().length - 1}` };

/** Pins every thread of a process to the core of its part, if the machine can do that; child processes inherit it. */
export function pin(pid, part) {
  if (can) spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', core[part], String(pid)]);
}

/** Says above the figures whether processes are pinned. */
export const pinning = can
  ? 'what is measured has one core (taskset), load, subgraphs and databases the rest'
  : 'NOT PINNED (no taskset, or one core): what is measured, load and subgraphs share the cores; go by processor time, not by requests a second';
