// Instructions of a process as counted by Valgrind (callgrind): its own code and what V8 compiles, on all its threads; not the kernel's.
import { execFile, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Preloaded into a process whose instructions are counted; it reads ACCORD_TIMES_SLOWER from its environment. */
export const preloaded = new URL('./countedProcess.mjs', import.meta.url).href;
/** Roughly how many times slower counting makes a process. */
export const timesSlower = 60;

/** The version of Valgrind; null if it is not installed. */
export function findValgrind() {
  const asked = spawnSync('valgrind', ['--version'], { encoding: 'utf8' });
  return asked.status === 0 ? asked.stdout.trim() : null;
}

/** The command that runs Node under Valgrind. Nothing is counted before `count`; until then Node runs about five times as fast. */
export const nodeCounted = (folder) => [
  // Fair scheduling, or a compiling thread may keep the others waiting for minutes.
  ...['valgrind', '--tool=callgrind', '--instr-atstart=no', '--trace-children=yes', '--fair-sched=yes', '--quiet'],
  ...[`--vgdb-prefix=${join(folder, 'vgdb')}`, `--callgrind-out-file=${join(folder, 'count.%p')}`],
  // V8 goes by the clock: it would take such a slow process for an idle one, and collect all of its memory again and again.
  ...[process.execPath, '--no-memory-reducer'],
];

const tell = (folder, pid, ...words) =>
  run('vgdb', [`--vgdb-prefix=${join(folder, 'vgdb')}`, `--pid=${pid}`, ...words]);

/** Starts counting in a process. */
export const count = (folder, pid) => tell(folder, pid, 'instrumentation', 'on');

/** Stops counting, which makes the process about ten times as fast again. */
export const countNoMore = (folder, pid) => tell(folder, pid, 'instrumentation', 'off');

/**
 * Instructions of a process since the last call, or since counting began: all of them, those of V8's optimising compiler, and those of
 * collecting its old generation, as far as function names tell them apart.
 */
export async function counted(folder, pid) {
  await tell(folder, pid, 'dump');
  const [name] = readdirSync(folder).filter((one) => one.startsWith(`count.${pid}.`));
  const file = join(folder, name);
  const text = readFileSync(file, 'latin1');
  rmSync(file);
  return ownInstructions(text);
}

/** A function's own lines follow its name. The line after `calls=` is the cost of a callee, which has lines of its own. */
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
