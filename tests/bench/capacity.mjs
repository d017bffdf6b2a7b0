// `npm run bench -- capacity [--quick] [--json FILE]`: how much disk a record, a link, a consent and a ledger entry take, how fast the
// ledger is written and verified, and how long the hub's own look-ups take in filled tables. gateway/server/CAPACITY.md says what follows
// for a partnership. Everything in the tables is invented, derived from row numbers.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { withHubDatabase } from './lib/hubDatabase.mjs';
import { processorMs } from './lib/processorMs.mjs';

const quick = process.argv.includes('--quick');
const jsonFile = process.argv.includes('--json') ? process.argv[process.argv.indexOf('--json') + 1] : undefined;
const records = Number(process.env.ACCORD_RECORDS ?? (quick ? 100_000 : 1_000_000));
const entries = Number(process.env.ACCORD_ENTRIES ?? (quick ? 50_000 : 1_000_000));
const [agencies, entriesARequest, requestsWaiting, lookups] = [1_000, 5, 200, quick ? 200 : 500];
const clients = records / 2;
const told = (number) => Math.round(number).toLocaleString('en-AU');

let store;
let pool;
await withHubDatabase(2, async (opened) => {
  ({ store, pool } = opened);
  console.log(
    `Node ${process.version}, ${cpus().length} x ${cpus()[0].model}; ${told(records)} records, ${told(entries)} entries\n`,
  );
  const results = { records, entries, ...(await run()) };
  if (jsonFile) writeFileSync(jsonFile, JSON.stringify(results, null, 2));
});

async function run() {
  await fill();
  const ledger = await writeLedger();
  await pool.query('VACUUM ANALYZE');
  const bytes = await sizes();
  for (const [what, { each, indexes, count }] of Object.entries(bytes))
    console.log(
      `${what.padEnd(16)} ${told(count).padStart(10)} rows   ${told(each).padStart(6)} bytes each, of which indexes ${told(indexes)}`,
    );
  console.log(
    `\nledger: ${told(ledger.perSecond)} entries/s by one hub, ${requestsWaiting} requests waiting, ${entriesARequest} entries each; ` +
      `${ledger.cpu.toFixed(1)} µs of the hub's processor and ${told(ledger.wal)} bytes of write-ahead log an entry`,
  );
  const began = performance.now();
  const { kind } = await store.ledger.verify();
  const verified = entries / ((performance.now() - began) / 1_000);
  console.log(`verify: ${kind}, ${told(verified)} entries/s\n`);
  return { bytes, ledger, verified, lookups: await look() };
}

async function fill() {
  // Above a million rows, indexes are built after the rows: this is much faster, and makes them as small as they can be.
  if (records > 1_000_000) return withoutIndexes(fillTables);
  return fillTables();
}

async function withoutIndexes(work) {
  const { rows: indexes } = await pool.query(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE tablename IN ('record', 'link_decision', 'consent') AND indexname NOT LIKE '%_pkey'`,
  );
  for (const { name } of indexes) await pool.query(`DROP INDEX "${name}"`);
  await work();
  for (const { definition } of indexes) await pool.query(definition);
  console.log('Indexes were built after the rows were put in: they are as small as they can be.\n');
}

/**
 * Two records and one consent per client. A client's records belong to different agencies, each is linked once, and keys have their true
 * lengths.
 */
async function fillTables() {
  const key = (row) => `decode(repeat(md5(${row}::text), 8), 'hex')`;
  const body = JSON.stringify({
    ...{ base: 'deny', givenBy: { kind: 'CLIENT' }, evidence: 'VERBAL', noticeVersion: '1', language: 'English' },
    ...{ effective: { from: '2026-01-01' }, supersedes: [] },
    rule: {
      agencies: ['a1', 'a2', 'a3'],
      purposes: ['SERVICE_COORDINATION'],
      categories: ['HOUSING', 'SERVICE_USE', 'CONTACT'],
    },
  });
  const uuid = (word, row) => `md5('${word}' || ${row})::uuid::text`;
  for (const [text, rows] of [
    [`INSERT INTO client (id) SELECT ${uuid('c', 'n')} FROM generate_series(1, $1::int) n`, clients],
    [
      `INSERT INTO record (handle, agency_id, number, client_id, slk, clk, parts, sex_code, key_epoch, digest, encoded_seq,
         dob_accuracy, worker, open)
       SELECT ${uuid('r', 'n')}, 'agency-' || (n + 7 * (n / ${clients})) % ${agencies}, n::text, ${uuid('c', `(1 + n % ${clients})`)},
         encode(sha256(n::text::bytea), 'hex'), ${key('n')}, 31, '2', 1, md5(n::text), n, 'AAA', 'worker-' || n % 97, true
       FROM generate_series(1, $1::int) n`,
      records,
    ],
    [
      `INSERT INTO link_decision (handle, client_id, kind, decided_by, reason, at)
       SELECT handle, client_id, 'CONFIRMED', worker, 'SAME_PERSON', now() FROM record LIMIT $1`,
      records,
    ],
    [
      `INSERT INTO consent (id, client_id, status, body, recorded_by_agency, recorded_by, recorded_at, words, language)
       SELECT ${uuid('k', 'n')}, ${uuid('c', 'n')}, 'active', '${body}', 'agency-' || n % ${agencies}, 'worker-1', now(),
         'They may know where I live and what I was given.', 'English'
       FROM generate_series(1, $1::int) n`,
      clients,
    ],
  ])
    await pool.query(text, [rows]);
}

/** Writes through the hub's own writer, many requests at once. */
async function writeLedger() {
  const { rows: people } = await pool.query('SELECT client_id AS id, handle FROM record ORDER BY handle LIMIT $1', [
    Math.min(records, 20_000),
  ]);
  const lsn = async () => (await pool.query("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') AS at")).rows[0].at;
  const before = { at: performance.now(), cpu: process.cpuUsage(), wal: await lsn() };
  let left = entries / entriesARequest;
  await Promise.all(
    Array.from({ length: requestsWaiting }, async () => {
      while (left-- > 0) {
        const { id, handle } = people[left % people.length];
        const inquiry = {
          ...{ requestId: handle, at: new Date(), requester: 'worker-17@agency-4', role: 'PRACTITIONER' },
          ...{ requesterAgency: 'agency-4', purpose: 'SERVICE_COORDINATION', operation: handle.slice(0, 16) },
        };
        const told = {
          ...{ clientId: id, handle, agencyId: `agency-${left % agencies}` },
          ...{ categories: ['IDENTITY', 'SERVICE_USE', 'HOUSING'], basis: [id] },
        };
        const { kind } = await store.ledger.append({
          inquiry,
          told: Array.from({ length: entriesARequest }, () => told),
          epochs: new Map([[id, 0]]),
        });
        if (kind !== 'WRITTEN') throw new Error(kind);
      }
    }),
  );
  const { user, system } = process.cpuUsage(before.cpu);
  const seconds = (performance.now() - before.at) / 1_000;
  return { perSecond: entries / seconds, cpu: (user + system) / entries, wal: ((await lsn()) - before.wal) / entries };
}

async function sizes() {
  const size = async (what, table, count) => {
    const { rows } = await pool.query(
      `SELECT sum(pg_total_relation_size(relid)) AS all, sum(pg_indexes_size(relid)) AS indexes
       FROM (SELECT relid FROM pg_partition_tree($1::regclass) UNION SELECT $1::regclass) AS part`,
      [table],
    );
    return [what, { count, each: rows[0].all / count, indexes: rows[0].indexes / count }];
  };
  return Object.fromEntries([
    await size('client', 'client', clients),
    await size('record', 'record', records),
    await size('link', 'link_decision', records),
    await size('consent', 'consent', clients),
    await size('ledger entry', 'ledger_entry', entries),
  ]);
}

/**
 * Times the store's own look-ups, and checks whether PostgreSQL scanned a whole table for any of them (apart from the empty part of the
 * ledger).
 */
async function look() {
  // From all over the table, so that the same few pages are not read again and again.
  const { rows } = await pool.query(
    `SELECT client_id AS id, slk, handle FROM record TABLESAMPLE SYSTEM (${records > 100_000 ? 1 : 20}) ORDER BY random() LIMIT 20000`,
  );
  const some = () => rows[Math.floor(Math.random() * rows.length)];
  const ways = {
    'open one client': () => store.clients.open([some().id]),
    'open 50 clients': () => store.clients.open(Array.from({ length: 50 }, () => some().id)),
    'a page of a caseload': () =>
      store.clients.caseload(
        { agencyId: 'agency-7', worker: null, after: null, first: 50 },
        { agencyId: 'agency-7', self: null },
        new Map(),
      ),
    'records by linkage key': () => store.clients.bySlk(some().slk),
    'clients of 50 records': () => store.clients.ofRecords(Array.from({ length: 50 }, () => some().handle)),
    "a client's last 50 disclosures": () =>
      store.ledger.read({ after: null, first: 50, newestFirst: true, clientId: some().id }),
    "an agency's last 50 disclosures": () =>
      store.ledger.read({ after: null, first: 50, newestFirst: true, agencyId: 'agency-7' }),
  };
  const told = {};
  for (const [name, way] of Object.entries(ways)) {
    for (let turn = 0; turn < 20; turn += 1) await way();
    const before = await scans();
    const times = [];
    const used = await countProcessors();
    for (let turn = 0; turn < lookups; turn += 1) {
      const began = performance.now();
      await way();
      times.push(performance.now() - began);
    }
    const [hub, postgres] = used().map((ms) => ms / lookups);
    times.sort((a, b) => a - b);
    const [p50, p99] = [0.5, 0.99].map((share) => times[Math.floor(times.length * share)]);
    told[name] = { p50, p99, hub, postgres, wholeTables: (await scans()) - before };
    console.log(
      `${name.padEnd(32)} p50 ${p50.toFixed(2)} ms   p99 ${p99.toFixed(2)} ms   processor ${hub.toFixed(2)} ms of the hub, ` +
        `${postgres.toFixed(2)} of PostgreSQL   tables read whole: ${told[name].wholeTables}`,
    );
  }
  return told;
}

/**
 * Begins to measure CPU time, of this process (the hub's part) and of PostgreSQL's sessions. Returns a function that returns the
 * milliseconds of both.
 */
async function countProcessors() {
  const { rows } = await pool.query(
    "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND datname = current_database()",
  );
  const before = rows.map(({ pid }) => [pid, processorMs(pid)]);
  const own = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(own);
    return [(user + system) / 1_000, before.reduce((sum, [pid, ms]) => sum + (processorMs(pid) - ms || 0), 0)];
  };
}

async function scans() {
  // PostgreSQL publishes a session's counts only when it has been idle for a second, or asks.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const { rows } = await pool.query(
    `SELECT sum(seq_scan)::int AS scans FROM pg_stat_user_tables WHERE relname IN ('client', 'record', 'consent', 'ledger_entry_1')`,
  );
  return rows[0].scans;
}
