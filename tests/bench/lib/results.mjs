// What benchmarks that measure in rounds have in common around them.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { startProfiles } from './children.mjs';
import { option } from './options.mjs';
import { pinning } from './pin.mjs';

/** The machine, for the first line. */
export const machine = `Node ${process.version}, ${cpus().length} x ${cpus()[0].model}; ${pinning}`;

/** Writes what came of it, with how it was measured, to the file after `--json`, where there is one. */
export function writeResults(settings, results) {
  const file = option('json');
  const all = { node: process.version, processor: cpus()[0].model, ...settings, pinning, results };
  if (file) writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
}

/** Those of these names that hold a word after `--only`; without it all. */
export function wantedOf(names) {
  const words = option('only')?.split(',');
  return names.filter((name) => !words || words.some((word) => name.includes(word)));
}

/** Runs a benchmark and closes what it opened, whatever comes of it. */
export async function runThenClose(run, close) {
  try {
    await run();
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  } finally {
    await close();
  }
}

/** Warms every side up, begins profiles, and measures round by round, each side in turn: a list of what was measured for each. */
export async function inTurn(sides, { rounds, warmUp, measure }) {
  const measured = sides.map(() => []);
  for (const side of sides) await warmUp(side);
  startProfiles();
  for (let round = 0; round < rounds; round += 1)
    for (const [at, side] of sides.entries()) measured[at].push(await measure(side));
  return measured;
}
