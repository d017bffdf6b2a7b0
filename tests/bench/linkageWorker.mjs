// A thread of `linkage.mjs`: loads the store and runs its share of the queries.
import { parentPort, workerData } from 'node:worker_threads';
import { FilterStore } from '@accord/matching/FilterStore';

const { stored, part, threshold } = workerData;
const store = FilterStore.load(stored);
const AT_A_TIME = 2_000 * 128;
let found = 0;
for (let from = 0; from < part.length; from += AT_A_TIME)
  for (const matches of store.bestOfEach(part.subarray(from, from + AT_A_TIME), threshold, 100))
    found += matches.length;
parentPort.postMessage(found);
