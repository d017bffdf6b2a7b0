// `npm run bench -- notes [--quick] [--json FILE]`: notes per second read by the shipped rule set, compared with one regular expression
// that only looks for a few words, on the same 100,000 notes, on one core. They are notes about invented people and the labelled ones.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { inventPartnership } from '@accord/people/inventPartnership';
import { compileRules } from '@accord/quality/rules/compileRules';
import { shippedRules } from '@accord/quality/rules/shippedRules';
import { versionOf } from '@accord/quality/rules/versionOf';
import { readNotes } from '../../schema/quality/notes/readNotes.mjs';

const quick = process.argv.includes('--quick');
const jsonFile = process.argv.includes('--json') ? process.argv[process.argv.indexOf('--json') + 1] : undefined;
const [rounds, wanted] = quick ? [3, 10_000] : [5, 100_000];

const { people } = inventPartnership({ asOf: '2026-11-25', count: quick ? 1_000 : 5_000 });
const invented = people.flatMap(({ records }) => records.flatMap(({ notes }) => notes.map(({ text }) => text)));
const texts = [...readNotes().map(({ text }) => text), ...invented];
const notes = Array.from({ length: wanted }, (_, place) => texts[place % texts.length]);
const characters = notes.reduce((sum, text) => sum + text.length, 0);

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const perSecond = (once) => {
  const seconds = Array.from({ length: rounds }, () => {
    const begin = performance.now();
    for (const text of notes) once(text);
    return (performance.now() - begin) / 1_000;
  });
  return Math.round(wanted / median(seconds));
};

const read = compileRules(shippedRules);
const before = process.memoryUsage().heapUsed;
let peak = before;
let count = 0;
let found = 0;
const rules = perSecond((text) => {
  found += read(text).some(({ kind }) => kind === 'EVIDENCE') ? 1 : 0;
  count += 1;
  if (count % 1_000 === 0) peak = Math.max(peak, process.memoryUsage().heapUsed);
});
const words = /\b(?:fv|dv|violen\w*|abus\w*|hit|hits|punch\w*|threat\w*|afraid|scared|suicid\w*|ivo)\b/i;
const floor = perSecond((text) => {
  found += words.test(text) ? 1 : 0;
});

const result = {
  version: versionOf(shippedRules),
  notes: wanted,
  differentNotes: texts.length,
  charactersANote: Math.round(characters / wanted),
  notesASecond: rules,
  secondsForAHundredThousand: Number((100_000 / rules).toFixed(1)),
  timesFound: found,
  oneRegularExpressionASecond: floor,
  heapAboveStartMB: Math.round((peak - before) / 1e6),
  processor: cpus()[0]?.model,
};
console.log(result);
if (jsonFile !== undefined) writeFileSync(jsonFile, `${JSON.stringify(result, undefined, 2)}\n`);
