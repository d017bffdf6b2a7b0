// `npm run bench -- linkage [--quick] [--json FILE]`: how fast, and in how much memory, the hub's matcher searches encoded records,
// compared with bare floors (loops that count bits of 64-bit and of 32-bit words) and its own fallback in JavaScript; and how rarely two
// different people look similar, from which thresholds are calculated. The filters are those of invented people.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { Worker } from 'node:worker_threads';
import { chanceTail } from '@accord/matching/chanceTail';
import { defaultCalibration } from '@accord/matching/defaultCalibration';
import { bitsIn } from '@accord/matching/diceOf';
import { FilterStore } from '@accord/matching/FilterStore';
import { thresholdsFor } from '@accord/matching/thresholdsFor';
import { encodedPeople } from '../lib/encodedPeople.mjs';

const quick = process.argv.includes('--quick');
const jsonFile = process.argv.includes('--json') ? process.argv[process.argv.indexOf('--json') + 1] : undefined;
const seed = Number(process.env.ACCORD_SEED ?? 1_024);
const [many, side, searches, encoded] = quick ? [100_000, 10_000, 60, 10_000] : [1_000_000, 100_000, 200, 50_000];
const THRESHOLD = 0.8;
const BYTES = 128;
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const told = (number) => Math.round(number).toLocaleString('en-AU');
const results = { seed };

console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0].model}; seed ${seed}${quick ? '; quick' : ''}`);

// Encoding a million people takes minutes. So only this many are encoded; the others are copies with some bits changed.
const world = encodedPeople(encoded, seed);
const real = world.people.map((person) => world.asTrue(person).clk);
let state = seed | 1;
const below = (limit) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 4_294_967_296) * limit);
};
const lost = (filter) => changed(filter, 60 + below(200));
const filters = Array.from({ length: many }, (_, place) => real[place] ?? lost(real[below(encoded)]));

console.log(
  `\nOne record against ${told(many)}, Dice >= ${THRESHOLD}, one thread (${searches} searches; median, 95 in 100)`,
);
const queries = Array.from({ length: searches }, () => changed(real[below(encoded)], 20));
const started = performance.now();
const store = new FilterStore();
for (const [place, filter] of filters.entries()) store.add(filter, place);
results.addPerSecond = (many / (performance.now() - started)) * 1_000;
const bytes = store.snapshot();
const loading = performance.now();
const loaded = FilterStore.load(bytes);
results.loadMs = performance.now() - loading;
const fallback = FilterStore.load(bytes, 'javascript');
const flat = new BigUint64Array(many * 16);
for (const [place, filter] of filters.entries()) flat.set(new BigUint64Array(filter.buffer, 0, 16), place * 16);

const floorSearches = quick ? 1 : 2;
const words = new Uint32Array(flat.buffer);
const rows = {
  [loaded.kernel === 'wasm' ? 'store (WebAssembly SIMD)' : 'store']: [loaded, queries],
  'store (JavaScript)': [fallback, queries.slice(0, Math.max(20, searches / 5))],
  'bare loop (Uint32)': [{ best: wordLoop }, queries.slice(0, quick ? 3 : 9)],
  'bare loop (BigUint64)': [{ best: bareLoop }, queries.slice(0, floorSearches)],
};
results.search = {};
for (const [name, [engine, asked]] of Object.entries(rows)) {
  const warm = asked.length > 5 ? 5 : 0;
  const times = asked.map((query) => {
    const from = performance.now();
    engine.best(query, THRESHOLD, 50);
    return performance.now() - from;
  });
  const sorted = times.slice(warm).sort((a, b) => a - b);
  const [p50, p95] = [median(sorted), sorted[Math.floor(sorted.length * 0.95)]];
  results.search[name] = { p50, p95 };
  console.log(
    `${name.padEnd(26)} ${p50.toFixed(2).padStart(9)} ms  ${p95.toFixed(2).padStart(9)} ms  ${told(many / p50 / 1_000).padStart(6)} M comparisons/s`,
  );
}
const [ours, scripted, plain, bare] = Object.values(results.search).map(({ p50 }) => p50);
console.log(
  `Uint32 loop / store: ${told(plain / ours)}; BigUint64 loop / store: ${told(bare / ours)}; JavaScript / WebAssembly: ${(scripted / ours).toFixed(1)}`,
);
// All of them must give the same result.
for (const query of queries.slice(0, floorSearches)) {
  const said = [loaded, fallback, { best: wordLoop }, { best: bareLoop }].map((engine) =>
    JSON.stringify(
      engine
        .best(query, THRESHOLD, 50)
        .map(({ dice, extra }) => [dice, extra])
        .sort(),
    ),
  );
  if (new Set(said).size !== 1) throw new Error(`They find different records: ${said.join(' | ')}`);
}
results.bytesPerRecord = loaded.byteLength / loaded.size;
console.log(
  `memory: ${results.bytesPerRecord.toFixed(1)} bytes a record; adding ${told(results.addPerSecond)} a second; ` +
    `loading a snapshot of ${told(bytes.length / 1e6)} MB ${results.loadMs.toFixed(0)} ms`,
);

const workers = Math.min(2, cpus().length);
console.log(`\n${told(side)} x ${told(side)}, every pair, nothing blocked, ${workers} threads`);
const left = new FilterStore();
for (const [place, filter] of filters.slice(0, side).entries()) left.add(filter, place);
const right = new Uint8Array(side * BYTES);
for (let place = 0; place < side; place += 1) right.set(changed(filters[place], 20), place * BYTES);
const snapshot = left.snapshot();
results.join = {};
for (const threshold of [0.9, 0.85, 0.8, 0.7]) {
  const times = [];
  let found = 0;
  for (let round = 0; round < (quick ? 1 : 3); round += 1) {
    const from = performance.now();
    found = await joinOn(workers, snapshot, right, threshold);
    times.push(performance.now() - from);
  }
  const ms = median(times);
  results.join[threshold] = ms;
  console.log(
    `Dice >= ${threshold.toFixed(2)}  ${(ms / 1_000).toFixed(2).padStart(7)} s  ${told((side * side) / ms / 1_000).padStart(6)} M comparisons/s  ${told(found)} pairs`,
  );
}

console.log(`\nUnrelated people (${told(encoded)} invented ones, those of one household left out)`);
const people = new FilterStore();
for (const [place, filter] of real.entries()) people.add(filter, place);
const dices = [];
for (let from = 0; from < encoded; from += 500) {
  const asked = real.slice(from, from + 500);
  for (const [place, matches] of people.bestOfEach(joined(asked), 0.7, 1_000_000).entries())
    for (const { extra, dice } of matches)
      if (extra > from + place && world.people[extra].household !== world.people[from + place].household)
        dices.push(dice);
}
const tail = chanceTail(dices, (encoded * (encoded - 1)) / 2, 0.7);
results.tail = tail;
const { automatic } = defaultCalibration;
console.log(
  `log10 P(Dice >= d) = ${tail.intercept.toFixed(2)} - ${tail.slope.toFixed(2)} d; shipped: ${automatic.tail.intercept} - ${automatic.tail.slope} d`,
);
for (const comparisons of [1e4, 1e5, 1e6, 1e7]) {
  const at = thresholdsFor(defaultCalibration, comparisons);
  const shown = Object.entries(at).map(([band, threshold]) => `${band} ${threshold.toFixed(3)}`);
  console.log(`  ${told(comparisons).padStart(10)} comparisons: ${shown.join(', ')}`);
}
if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify(results, null, 2)}\n`);

/** A floor: 32-bit words, whose bits V8 counts fast. */
function wordLoop(query, threshold) {
  const asked = new Uint32Array(query.slice().buffer);
  const own = asked.reduce((sum, word) => sum + bitsIn(word), 0);
  const found = [];
  for (let place = 0; place < many; place += 1) {
    let shared = 0;
    let other = 0;
    for (let word = 0; word < 32; word += 1) {
      const stored = words[place * 32 + word];
      shared += bitsIn(stored & asked[word]);
      other += bitsIn(stored);
    }
    const dice = (2 * shared) / (own + other);
    if (dice >= threshold) found.push({ dice, extra: place });
  }
  return found.sort((a, b) => b.dice - a.dice).slice(0, 50);
}

/** A floor: 64-bit words. */
function bareLoop(query, threshold) {
  const asked = new BigUint64Array(query.slice().buffer);
  const own = asked.reduce((sum, word) => sum + bitsOf(word), 0);
  const found = [];
  for (let place = 0; place < many; place += 1) {
    let shared = 0;
    let other = 0;
    for (let word = 0; word < 16; word += 1) {
      const stored = flat[place * 16 + word];
      shared += bitsOf(stored & asked[word]);
      other += bitsOf(stored);
    }
    const dice = (2 * shared) / (own + other);
    if (dice >= threshold) found.push({ dice, extra: place });
  }
  return found.sort((a, b) => b.dice - a.dice).slice(0, 50);
}

function bitsOf(word) {
  let left = word;
  left -= (left >> 1n) & 0x5555555555555555n;
  left = (left & 0x3333333333333333n) + ((left >> 2n) & 0x3333333333333333n);
  left = (left + (left >> 4n)) & 0x0f0f0f0f0f0f0f0fn;
  return Number(BigInt.asUintN(64, left * 0x0101010101010101n) >> 56n);
}

/** Searches one side's store for every query of the other. The queries are split among threads, each with a copy of the store. */
async function joinOn(threads, stored, asked, threshold) {
  const share = Math.ceil(asked.length / BYTES / threads) * BYTES;
  const counts = await Promise.all(
    Array.from({ length: threads }, (_, place) => {
      const part = asked.subarray(place * share, (place + 1) * share);
      const worker = new Worker(new URL('./linkageWorker.mjs', import.meta.url), {
        workerData: { stored, part, threshold },
      });
      return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

function joined(list) {
  const all = new Uint8Array(list.length * BYTES);
  for (const [place, filter] of list.entries()) all.set(filter, place * BYTES);
  return all;
}

function changed(filter, times) {
  const other = filter.slice();
  for (let time = 0; time < times; time += 1) {
    const bit = below(1_024);
    other[bit >> 3] ^= 1 << (bit & 7);
  }
  return other;
}
