// `npm run bench -- agency [--agency harbour] [--quick] [--json FILE]`: compares a guarded agency (the kit as partners run it) with the
// same mapping unguarded, behind Apollo Server as it ships (`bareAgency.mjs`) and by graphql-js alone, the least a subgraph can do. All
// load the columns they need. If the permit withholds addresses and telephone numbers, only the guarded agency loads them, to look for them
// in free text. CPU time is that of the agency's process, whatever else the machine does meanwhile. Permits are made here under a key
// agreed with the agency, as the hub makes them (`--signed`: each one is signed).

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { takesHeader } from '@accord/contract/bundle';
import { mintPermit } from '@accord/contract/permit';
import { agreeOnKey, freshExchangeKey, mintPermitUnder, toldKey } from '@accord/contract/permitKey';
import { categoryCodes } from '@accord/contract/vocabulary';
import { inventPartnership } from '@accord/people/inventPartnership';
import { exportJWK, generateKeyPair } from 'jose';
import { Pool } from 'undici';

const option = (name, usual) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : usual);
const quick = process.argv.includes('--quick');
const jsonFile = option('--json');
const only = option('--only');
const agency = option('--agency', 'wattle');
const [rounds, records, connections, people] = quick ? [3, 200, 4, 600] : [7, 2_000, 4, 2_000];
/** A case with many records is requested less often. */
const requestsOf = (asked) => Math.max(20, Math.round(records / asked.records));
/** An agency's program runs for weeks, so compiled code is what is measured. A few requests for 50 records would not get it compiled. */
const warmUp = (asked) => Math.max(quick ? 120 : 400, requestsOf(asked));
const json = { 'content-type': 'application/json' };
const here = (file) => fileURLToPath(new URL(file, import.meta.url));

const person =
  'identity { name { given family } dateOfBirth } contact { phone } involvement { programme worker { name phone } }';
const needs = 'needs { id about code identifiedOn }';
const alerts = 'alerts { id about code severity certainty status text raisedOn }';
const notes = 'notes(first: 10) { id about writtenOn writtenBy text }';
const withoutPlace = categoryCodes.filter((code) => !['ADDRESS', 'CONTACT'].includes(code));
const cases = {
  'a name, of one record': { fields: 'identity { name { given family } }', records: 1 },
  'one record': { fields: `${person} ${needs} ${alerts}`, records: 1 },
  '50 records': { fields: `${person} ${needs} ${alerts}`, records: 50 },
  '50 records with notes': { fields: `${person} ${needs} ${alerts} ${notes}`, records: 50 },
  '50 records with notes, without address and contact': {
    fields: `identity { name { given family } } ${needs} ${alerts} ${notes}`,
    records: 50,
    categories: withoutPlace,
  },
};

const started = [];
try {
  await run();
} finally {
  for (const stop of started.reverse()) await stop();
}

async function run() {
  console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0].model}; everything on this machine`);
  console.log(
    `${agency}; ${connections} connections; ${rounds} rounds in turn, after at least ${warmUp({ records: 50 })} requests each of warm-up; processor time of the agency alone\n`,
  );
  const { databaseUrl, numbers } = await filledDatabase();
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const hubKey = { ...(await exportJWK(publicKey)), kid: 'hub-1' };
  const subjects = {
    guarded: await guarded(databaseUrl, hubKey, privateKey),
    bare: await unguarded(databaseUrl, {}),
    floor: await unguarded(databaseUrl, { ACCORD_BARE: 'execute' }),
  };
  const results = {};
  for (const [name, asked] of Object.entries(cases)) {
    if (only && only !== name) continue;
    results[name] = await compare(subjects, asked, numbers);
    print(name, results[name]);
  }
  if (jsonFile)
    writeFileSync(
      jsonFile,
      JSON.stringify({ node: process.version, agency, people, connections, rounds, results }, null, 2),
    );
}

/** The agency's own database with invented people, and the numbers of its records. */
async function filledDatabase() {
  const partnership = () => inventPartnership({ seed: 11, count: people, asOf: '2026-11-22' });
  const { createExisting } = await import(`@accord/${agency}/seed`);
  const { openDatabase } = await import(`@accord/${agency}/database`);
  const databaseUrl = await urlOf(createExisting);
  const db = openDatabase(databaseUrl);
  const mapping = (await import(`@accord/${agency}/agency`))[agency](db);
  const rows = await mapping.linkage.page(null, 900);
  await db.$disconnect();
  return { databaseUrl, numbers: rows.map(({ number }) => String(number)) };

  async function urlOf(createFile) {
    if (agency === 'wattle') {
      const home = mkdtempSync(join(tmpdir(), 'accord-bench-'));
      started.push(async () => rmSync(home, { recursive: true, force: true }));
      const file = join(home, 'wattle.sqlite');
      await createFile({ file, partnership, whenPresent: 'keep' });
      return file;
    }
    const { createExisting: createServed, readerUrl } = await import('@accord/seeding/createExisting');
    const { throwawayPostgres } = await import('@accord/seeding/throwawayPostgres');
    const { harbourCare, kestrelEhr } = await import(`@accord/${agency}/seed`);
    const server = await throwawayPostgres();
    started.push(() => server.stop());
    const told = { partnership, whenPresent: 'keep', adminUrl: server.adminUrl, readerPassword: 'pw' };
    await createServed(harbourCare ?? kestrelEhr, told);
    return readerUrl(server.adminUrl, agency, 'pw');
  }
}

/** The kit's own program, started as a partner starts it. */
async function guarded(databaseUrl, hubKey, key) {
  const child = measured(here(`../../subgraphs/${agency}/dist/main.js`), {
    DATABASE_URL: databaseUrl,
    ACCORD_PORT: '0',
    ACCORD_HUB_KEY: JSON.stringify(hubKey),
    ACCORD_LINKAGE_SECRET: Buffer.alloc(32, 7).toString('base64url'),
    ACCORD_REQUESTS_PER_MINUTE: '100000000',
    ...(option('--policy') && { ACCORD_POLICY: option('--policy') }),
  });
  let said = '';
  for await (const line of createInterface({ input: child.stdout })) {
    said = line;
    if (said.includes('listens on')) break;
  }
  child.stdout.resume();
  const requester = { user: 'kim', role: 'PRACTITIONER', agency: 'heron', purpose: 'SERVICE_COORDINATION' };
  const origin = said.split('listens on ')[1];
  const mint = process.argv.includes('--signed') ? signing(key) : await mintingUnder(origin, key);
  return {
    child,
    origin,
    path: '/graphql',
    type: 'AgencyRecord',
    async headersOf(body, releases) {
      const now = Math.floor(Date.now() / 1000);
      const permit = await mint({ requester, releases, figures: false }, { agency, body, now, id: randomUUID() });
      return { authorization: `Bearer ${permit}` };
    },
  };
}

const signing = (key) => (permit, to) => mintPermit(permit, { ...to, key, kid: 'hub-1' });

/** Makes permits under a key agreed with this agency, and agrees on a new one before the key's note expires. */
async function mintingUnder(origin, key) {
  const asking = new Pool(origin, { connections: 1 });
  const { headers, body } = await asking.request({ method: 'POST', path: '/graphql', headers: json, body: '{}' });
  await body.dump();
  await asking.close();
  const theirs = toldKey(new Set(String(headers[takesHeader]).split(/, */)));
  const own = freshExchangeKey();
  let shared;
  return (permit, to) => {
    if (!shared || shared.until < to.now + 60)
      shared = agreeOnKey(own, { agency, theirs, key, kid: 'hub-1', now: to.now });
    return mintPermitUnder(shared, permit, to);
  };
}

async function unguarded(databaseUrl, env) {
  const child = measured(here('./bareAgency.mjs'), {
    ...{ ACCORD_AGENCY: agency, ACCORD_BARE_COLUMNS: '1', DATABASE_URL: databaseUrl },
    ...env,
  });
  const [{ url }] = await once(child, 'message');
  const type = `${agency[0].toUpperCase()}${agency.slice(1)}Record`;
  return { child, origin: new URL(url).origin, path: '/', type, headersOf: async () => ({}) };
}

/** A process of its own that reports its CPU time. With `--profile FOLDER` it writes a profile there. */
function measured(program, env) {
  const profile = option('--profile');
  const words = ['--import', new URL('./tellCpu.mjs', import.meta.url).href, program];
  const child = spawn(process.execPath, profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`, ...words] : words, {
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  started.push(async () => {
    const ended = once(child, 'exit');
    child.disconnect();
    await ended;
  });
  return child;
}

async function compare(subjects, asked, numbers) {
  const of = {};
  for (const [name, subject] of Object.entries(subjects)) {
    // Unguarded, a question fails when it first reads a column that was not loaded; guarded, it is answered again.
    await load(subject, asked, numbers, warmUp(asked), { failing: 'IS_FINE' });
    of[name] = [];
  }
  await assertAlike(Object.values(subjects), asked, numbers);
  for (let round = 0; round < rounds; round += 1)
    for (const [name, subject] of Object.entries(subjects))
      of[name].push(await load(subject, asked, numbers, requestsOf(asked)));
  const against = (other) => {
    const ratios = of.guarded.map(({ cpu }, round) => cpu / of[other][round].cpu);
    return { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) };
  };
  return {
    ...Object.fromEntries(Object.entries(of).map(([name, list]) => [name, summary(list)])),
    overBare: against('bare'),
    overFloor: against('floor'),
  };
}

/** Throws unless all return the same data for the same records: otherwise comparing them means nothing. */
async function assertAlike(subjects, asked, numbers) {
  const pool = (origin) => new Pool(origin, { connections: 1 });
  const told = await Promise.all(
    subjects.map(async (subject) => {
      const own = pool(subject.origin);
      const text = await ask(own, subject, asked, numbers, 0);
      await own.close();
      return JSON.stringify(JSON.parse(text).data);
    }),
  );
  // The guarded agency sorts items and counts pages after the guard has run, so only the number of people must be the same.
  const lengths = told.map((text) => JSON.parse(text)._entities.length);
  if (new Set(lengths).size !== 1) throw new Error(`They tell of ${lengths.join(', ')} records.`);
  if (!asked.categories && told.some((text) => Math.abs(text.length - told[0].length) > told[0].length / 100))
    throw new Error(`They tell ${told.map((text) => text.length).join(', ')} bytes of the same records.`);
}

async function ask(pool, { origin, path, type, headersOf }, { fields, records, categories }, numbers, n) {
  const ids = Array.from({ length: records }, (_, nth) => numbers[(n * records + nth) % numbers.length]);
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${fields} } } }`;
  const variables = { representations: ids.map((id) => ({ __typename: type, id })) };
  const body = JSON.stringify({ query, variables });
  const headers = await headersOf(body, [{ records: ids, categories: categories ?? categoryCodes, basis: 'CONSENT' }]);
  const answer = await pool.request({
    method: 'POST',
    path,
    headers: { ...json, ...headers },
    body,
  });
  const said = await answer.body.text();
  if (answer.statusCode !== 200 || said.includes('"errors"'))
    throw new Error(`${origin} answered ${answer.statusCode}: ${said.slice(0, 300)}`);
  return said;
}

/** Sends this many requests, each for other records. Returns the microseconds of CPU time per request, and requests per second. */
async function load(subject, asked, numbers, count, { failing } = {}) {
  const pool = new Pool(subject.origin, { connections });
  let n = 0;
  let bytes = 0;
  const before = await cpuOf(subject);
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (n < count) {
        n += 1;
        const said = await ask(pool, subject, asked, numbers, n).catch((error) => {
          if (failing !== 'IS_FINE') throw error;
          return '';
        });
        bytes += said.length;
      }
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  const after = await cpuOf(subject);
  await pool.close();
  return {
    cpu: (after.cpu - before.cpu) / count,
    perSecond: count / seconds,
    bytes: bytes / count,
    memory: after.memory,
  };
}

async function cpuOf({ child }) {
  child.send('cpu');
  return (await once(child, 'message'))[0];
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
function summary(list) {
  return Object.fromEntries(
    ['cpu', 'perSecond', 'bytes', 'memory'].map((key) => [key, median(list.map((one) => one[key]))]),
  );
}

function print(name, { guarded, bare, floor, overBare, overFloor }) {
  const told = ({ median, min, max }) => `${median.toFixed(2)} (${min.toFixed(2)} to ${max.toFixed(2)})`;
  console.log(`${name}, ${(guarded.bytes / 1024).toFixed(1)} KiB an answer`);
  for (const [who, one] of [
    ['guarded', guarded],
    ['Apollo Server, unguarded', bare],
    ['graphql-js alone, unguarded', floor],
  ])
    console.log(
      `  ${who.padEnd(28)} ${one.cpu.toFixed(0).padStart(7)} µs of processor time a request   ${one.perSecond.toFixed(0).padStart(6)} requests/s`,
    );
  console.log(`  guarded / Apollo Server: ${told(overBare)};  guarded / graphql-js: ${told(overFloor)}\n`);
}
