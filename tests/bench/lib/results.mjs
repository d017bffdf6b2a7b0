// What benchmarks that measure in rounds share.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { startProfiles } from './children.mjs';
import { option } from './options.mjs';
import { pinning } from './pin.mjs';

/** The machine, for the first line of output. */
export const machine = `Node ${process.version}, ${cpus().length} x ${cpus()[0].model}; ${pinning}`;

/** Writes the results, and how they were measured, to the file after `--json`, if there is one. */
export function writeResults(settings, results) {
  const file = option('json');
  const all = { node: process.version, processor: cpus()[0].model, ...settings, pinning, results };
  if (file) writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
}

/** The names that contain one of the words after `--only`; all of them without it. */
export function wantedOf(names) {
  const words = option('only')?.split(',');
  return names.filter((name) => !words || words.some((word) => name.includes(word)));
}

/** Runs a benchmark and closes what it opened, whatever happens. */
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

/**
 * Warms every side up, starts profiles, and measures round by round, all sides in each round. Returns the list of measurements of each
 * side.
 */
export async function inTurn(sides, { rounds, warmUp, measure }) {
  const measured = sides.map(() => []);
  for (const side of sides) await warmUp(side);
  startProfiles();
  for (let round = 0; round < rounds; round += 1)
    for (const [at, side] of sides.entries()) measured[at].push(await measure(side));
  return measured;
}
