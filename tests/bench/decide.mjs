// `npm run bench -- decide [--quick] [--json FILE]`: decisions per second from the compiled table, compared with deciding each one
// separately and with Cedar (WASM), on the same consents and questions, on one core.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { auVic } from '@accord/consent/auVic';
import { compile } from '@accord/consent/compile';
import { decide } from '@accord/consent/decide';
import { consentsInCedar } from '../lib/consentsInCedar.mjs';

const quick = process.argv.includes('--quick');
const jsonFile = process.argv.includes('--json') ? process.argv[process.argv.indexOf('--json') + 1] : undefined;
const [rounds, milliseconds] = quick ? [3, 200] : [7, 1_000];

// The same inputs every time: a small seeded generator of our own.
let state = 20_261_125;
const below = (limit) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return (state % 65_536) % limit;
};
const pick = (list) => list[below(list.length)];
const some = (list, most) => [...new Set(Array.from({ length: 1 + below(most) }, () => pick(list)))];

// The nineteen shipped categories and one more; eight purposes that no gate of the profile closes; ten agencies.
const purposes = [
  'SERVICE_COORDINATION',
  'EMERGENCY',
  'QUALITY_IMPROVEMENT',
  'EVALUATION',
  'ADMINISTRATION',
  'P6',
  'P7',
  'P8',
];
const profile = {
  ...auVic,
  categories: new Map([...auVic.categories, ['EDUCATION', { label: 'Education' }]]),
  purposes: new Set([...auVic.purposes, ...purposes]),
};
const categories = [...profile.categories.keys()];
const agencies = Array.from({ length: 10 }, (_, n) => `agency-${n}`);
const clients = Array.from({ length: 100 }, (_, n) => `client-${n}`);
const consents = Array.from({ length: 1_000 }, (_, n) => {
  const rule = { agencies: some(agencies, 4), purposes: some(purposes, 4), categories: some(categories, 6) };
  const refused = below(10) === 0;
  return {
    ...{ id: `c${n}`, subject: clients[n % clients.length], base: 'deny', effective: { from: '2026-01-01' } },
    status: refused ? 'refused' : 'active',
    rule: refused ? { ...rule, categories: [pick(categories)] } : { except: [rule] },
  };
});
const factsOf = new Map(
  clients.map((client) => [client, { consents: consents.filter(({ subject }) => subject === client) }]),
);
const at = '2026-07-01T09:30:00+10:00';
const askerOf = (client, agency, purpose) => ({
  ...{ viewer: { agency, user: 'u', agencyWorksWith: [] }, purpose, at },
  subjects: [{ person: client, role: 'CLIENT' }],
});

// 65,536 questions about all clients, requesters, purposes and categories, in random order.
const questions = Array.from({ length: 65_536 }, () => {
  const [client, agency, purpose] = [pick(clients), pick(agencies), pick(purposes)];
  return { client, agency, purpose, datum: { category: pick(categories), source: 'holder', action: 'read' } };
});

const started = performance.now();
const tables = new Map();
for (const client of clients)
  for (const agency of agencies)
    for (const purpose of purposes)
      tables.set(
        `${client} ${agency} ${purpose}`,
        compile(factsOf.get(client), askerOf(client, agency, purpose), profile),
      );
const compiling = (performance.now() - started) / tables.size;
const cedars = new Map(
  clients.map((client) => [client, consentsInCedar(client, factsOf.get(client).consents, profile)]),
);
for (const question of questions) {
  question.table = tables.get(`${question.client} ${question.agency} ${question.purpose}`);
  question.ask = { ...askerOf(question.client, question.agency, question.purpose), ...question.datum };
  question.facts = factsOf.get(question.client);
  question.cedar = cedars.get(question.client);
}

const engines = {
  'compiled table': ({ table, datum }) => table.answer(datum).effect === 'permit',
  'decide, one by one': ({ facts, ask }) => decide(facts, ask, profile).effect === 'permit',
  'Cedar (WASM)': ({ cedar, agency, purpose, datum }) => cedar(agency, purpose, datum.category),
};

// Speed means nothing unless all three agree. This also fills the tables' cells.
let permitted = 0;
for (const question of questions.slice(0, quick ? 5_000 : questions.length)) {
  const said = Object.values(engines).map((engine) => engine(question));
  if (new Set(said).size !== 1) throw new Error(`They disagree: ${JSON.stringify({ said, ask: question.ask })}`);
  if (said[0]) permitted += 1;
}
for (const question of questions) engines['compiled table'](question);

console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0].model}; one thread`);
console.log(
  `${consents.length} consents of ${clients.length} clients, ${categories.length} categories, ${agencies.length} agencies, ${purposes.length} purposes; ` +
    `${questions.length} questions in random order; all three engines agree (${permitted} permitted)`,
);
console.log(`${rounds} rounds of ${milliseconds} ms each, in turn; medians (least to most)\n`);

const speeds = Object.fromEntries(Object.keys(engines).map((name) => [name, []]));
for (let round = 0; round <= rounds; round += 1)
  for (const [name, engine] of Object.entries(engines)) {
    const speed = speedOf(engine);
    if (round > 0) speeds[name].push(speed); // The first round warms up.
  }

const medians = {};
for (const [name, all] of Object.entries(speeds)) {
  all.sort((a, b) => a - b);
  medians[name] = all[all.length >> 1];
  const told = [medians[name], all[0], all.at(-1)].map((speed) => Math.round(speed).toLocaleString('en-AU'));
  console.log(`${name.padEnd(20)} ${told[0].padStart(12)} decisions/s  (${told[1]} to ${told[2]})`);
}
const ratio = (other) => (medians['compiled table'] / medians[other]).toFixed(other.startsWith('Cedar') ? 0 : 1);
console.log(
  `\ncompiled table / Cedar: ${ratio('Cedar (WASM)')}; compiled table / decide: ${ratio('decide, one by one')}`,
);
console.log(
  `compiling one table: ${(compiling * 1_000).toFixed(0)} µs; its cells are decided when they are first asked`,
);
if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify({ medians, speeds, compilingMs: compiling }, null, 2)}\n`);

function speedOf(engine) {
  const end = performance.now() + milliseconds;
  const from = performance.now();
  let done = 0;
  let yes = 0;
  for (;;) {
    for (let n = 0; n < 256; n += 1) if (engine(questions[(done + n) & 65_535])) yes += 1;
    done += 256;
    const now = performance.now();
    if (now >= end) return yes < 0 ? 0 : (done / (now - from)) * 1_000;
  }
}
