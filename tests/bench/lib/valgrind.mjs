// Instructions of a process, counted by Valgrind (callgrind): those of its own code and of what V8 makes of it, on all its threads; not the kernel's.
import { execFile, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What is loaded first into a process that is counted, with ACCORD_TIMES_SLOWER in its environment. */
export const preloaded = new URL('./countedProcess.mjs', import.meta.url).href;
/** By what counting makes a process slower, roughly. */
export const timesSlower = 60;

/** Which one there is; null where there is none. */
export function findValgrind() {
  const asked = spawnSync('valgrind', ['--version'], { encoding: 'utf8' });
  return asked.status === 0 ? asked.stdout.trim() : null;
}

/** Node under it. Nothing is counted before `count`, and until then it runs some five times as fast. */
export const nodeCounted = (folder) => [
  // Fair: else a thread that compiles may keep the others waiting for minutes.
  ...['valgrind', '--tool=callgrind', '--instr-atstart=no', '--trace-children=yes', '--fair-sched=yes', '--quiet'],
  ...[`--vgdb-prefix=${join(folder, 'vgdb')}`, `--callgrind-out-file=${join(folder, 'count.%p')}`],
  // Else V8, which goes by the clock, takes so slow a process for an idle one, and collects all of its memory again and again.
  ...[process.execPath, '--no-memory-reducer'],
];

const tell = (folder, pid, ...words) =>
  run('vgdb', [`--vgdb-prefix=${join(folder, 'vgdb')}`, `--pid=${pid}`, ...words]);

/** Begins to count in a process. */
export const count = (folder, pid) => tell(folder, pid, 'instrumentation', 'on');

/** Ends it, so that the process is some ten times as fast again. */
export const countNoMore = (folder, pid) => tell(folder, pid, 'instrumentation', 'off');

/**
 * Instructions of a process since the last time, or since counting began: all; of them those of V8's optimising compiler, and those of
 * collecting its old generation, as far as their functions' names say.
 */
export async function counted(folder, pid) {
  await tell(folder, pid, 'dump');
  const [name] = readdirSync(folder).filter((one) => one.startsWith(`count.${pid}.`));
  const file = join(folder, name);
  const text = readFileSync(file, 'latin1');
  rmSync(file);
  return ownInstructions(text);
}

/** A function's own lines follow its name; the line after `calls=` is what it called, which has lines of its own. */
function ownInstructions(text) {
  const parts = new Map();
  const sums = { all: 0, compiling: 0, collecting: 0 };
  let part;
  let called = false;
  for (const line of text.split('\n')) {
    const name = /^(c?fn)=(\(\d+\))(?: (.*))?/.exec(line);
    if (name) {
      const [, kind, number, said] = name;
      if (said) parts.set(number, partOf(said));
      if (kind === 'fn') part = parts.get(number);
    } else if (line.startsWith('calls=')) called = true;
    else if (/^[\d+*-]/.test(line)) {
      const instructions = called ? 0 : Number(line.split(' ')[1] ?? 0);
      called = false;
      sums.all += instructions;
      if (part) sums[part] += instructions;
    }
  }
  return sums;
}

function partOf(name) {
  if (name.includes('v8::internal::compiler::')) return 'compiling';
  return /v8::internal::.*(Marking|MarkCompact|Sweeper|Evacuator)/.test(name) ? 'collecting' : undefined;
}
