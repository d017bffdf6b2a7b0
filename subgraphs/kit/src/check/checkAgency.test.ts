import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { InputFault } from '../command/InputFault.ts';
import type { Connection } from '../database/Connection.ts';
import { createSqliteFile } from '../database/createSqliteFile.ts';
import { openConnection } from '../database/openConnection.ts';
import { readCatalogue } from '../database/readCatalogue.ts';
import { type OpenAdapter, watched } from '../database/watched.ts';
import { codes } from '../mapping/codes.ts';
import { compositeKey } from '../mapping/compositeKey.ts';
import { ints } from '../mapping/ints.ts';
import { defineAgency, type Mapping } from '../mapping/Mapping.ts';
import { many, manyIn, one } from '../mapping/section.ts';
import { table } from '../mapping/table.ts';
import { texts } from '../mapping/texts.ts';
import { through } from '../mapping/through.ts';
import { checkAgency } from './checkAgency.ts';
import type { Finding } from './Finding.ts';
import { tellCheck } from './tellCheck.ts';

const now = new Date('2026-11-22T10:00:00Z');

/**
 * Twelve people: one deleted, one without a date of birth, one born tomorrow. Alerts have no index, and one belongs to a
 * person who does not exist.
 */
const existing = `
  CREATE TABLE client (client_id INTEGER PRIMARY KEY, given TEXT, family TEXT, birth TEXT, is_void TEXT DEFAULT 'N');
  CREATE TABLE worker (worker_id INTEGER PRIMARY KEY, login TEXT);
  CREATE TABLE alert (alert_id INTEGER PRIMARY KEY, client_id INTEGER, worker_id INTEGER, kind TEXT, deleted_at TEXT);
  INSERT INTO worker VALUES (1, 'bo');
  INSERT INTO client SELECT n, 'Ada', 'Moss', '1980-02-' || printf('%02d', n), 'N' FROM (
    WITH RECURSIVE up (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < 12) SELECT n FROM up);
  UPDATE client SET birth = NULL WHERE client_id = 2;
  UPDATE client SET birth = '2026-11-23' WHERE client_id = 3;
  UPDATE client SET given = 'Unknown' WHERE client_id = 4;
  UPDATE client SET is_void = 'Y' WHERE client_id = 12;
  INSERT INTO alert VALUES (1, 1, 1, 'MED', NULL), (2, 1, 1, 'NEW', NULL), (3, 2, 9, 'MED', NULL), (4, 3, 1, 'MED', '2026-01-01'),
    (5, 77, 1, 'MED', NULL);
  CREATE TABLE resident (site_cd TEXT, bed_no INTEGER, given TEXT, voided_at INTEGER, PRIMARY KEY (site_cd, bed_no));
  CREATE TABLE stay (stay_id INTEGER PRIMARY KEY, site_cd TEXT, bed_no INTEGER);
  INSERT INTO resident VALUES ('EAST', 1, 'Ada', NULL), ('EAST', 2, 'Ada', 1767225600), ('WEST', 1, 'Ada', NULL);
  INSERT INTO stay VALUES (1, 'EAST', 1), (2, 'WEST', 2), (3, 'WEST', NULL);`;

let folder: string;
let connection: Connection;
let adapter: OpenAdapter & { dispose(): Promise<void> };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'));
  const file = join(folder, 'agency.db');
  await createSqliteFile(file, existing);
  connection = await openConnection('sqlite', `file:${file}`);
  adapter = (await watched(new PrismaLibSql({ url: `file:${file}` })).connect()) as typeof adapter;
});

afterAll(async () => {
  await connection.close();
  await adapter.dispose();
  await rm(folder, { recursive: true, force: true });
});

type Client = { client_id: number; given: string; family: string; birth: string | null; is_void: string };
type Alert = { alert_id: number; client_id: number; worker_id: number; kind: string; deleted_at: string | null };

async function rows<Row>(sql: string): Promise<readonly Row[]> {
  const { columnNames, rows: found } = await adapter.queryRaw({ sql, args: [], argTypes: [] });
  return found.map((row) => Object.fromEntries(columnNames.map((name, place) => [name, row[place]])) as Row);
}

const kind = codes({ MED: 'MEDICAL' }, { rest: null });

/** A mapping as somebody might write it in a hurry; `where` is what they forgot. */
function agency(where: Readonly<{ clients: string; alerts: string }>): Mapping {
  const clients = table({
    rows: (numbers) => rows<Client>(`SELECT * FROM client WHERE client_id IN (${numbers.join()}) ${where.clients}`),
    of: ({ client_id }) => client_id,
  });
  const alerts = table({
    rows: (numbers) => rows<Alert>(`SELECT * FROM alert WHERE "client_id" IN (${numbers.join()}) ${where.alerts}`),
    of: ({ client_id }) => client_id,
  });
  return defineAgency({
    id: 'rosella',
    records: clients,
    identity: one(clients, ({ given, family, birth }) => ({ name: { given, family }, dateOfBirth: birth })),
    alerts: many(alerts, ({ alert_id, kind: code }) => ({
      id: alert_id,
      about: kind(code) === null ? [] : ['HEALTH'],
      status: 'ACTIVE' as const,
      severity: 'HIGH' as const,
      code: kind(code),
    })),
    linkage: {
      page: async (after, size) =>
        (
          await rows<Client>(
            `SELECT * FROM client WHERE client_id > ${after ?? 0} AND is_void = 'N' ORDER BY client_id LIMIT ${size}`,
          )
        ).map(({ client_id, given, family, birth }) => ({
          ...{ number: client_id, given, family, dateOfBirth: birth, sex: null, dobAccuracy: 'EXACT' as const },
          ...{ worker: null, open: true },
        })),
    },
  });
}

const hurried = { clients: '', alerts: '' };
const careful = { clients: "AND is_void = 'N'", alerts: 'AND deleted_at IS NULL' };

const found = async (mapping: Mapping): Promise<readonly Finding[]> => {
  const database = { connection, catalogue: await readCatalogue(connection) };
  return (await checkAgency(mapping, { now, most: 1_000, database })).findings;
};
const of = (findings: readonly Finding[], check: Finding['check']) =>
  findings
    .filter((finding) => finding.check === check)
    .map(({ gravity, where, found: said }) => [gravity, where, said]);

test('a record marked as gone that is served, or such a row of a section, is to be mended', async () => {
  expect(of(await found(agency(hurried)), 'SOFT_DELETES')).toEqual([
    ['MEND', 'alerts, column deleted_at', '1 row marked as gone is told all the same.'],
    ['MEND', 'client.is_void', '1 record of 1 marked as gone is still told as on file.'],
  ]);
});

test('a row marked as gone that is only looked for in free text is served to nobody: nothing to mend', async () => {
  const left = table({
    rows: async (numbers) => numbers.map((number) => ({ number, line: '1 High St', is_current: 0 })),
    of: ({ number }) => number,
  });
  const sections = { silent: many(left, ({ line }) => ({ line })), address: one(left, ({ line }) => ({ line })) };
  expect(of(await found({ ...agency(careful), ...sections }), 'SOFT_DELETES')).toEqual([
    ['MEND', 'address, column is_current', '11 rows marked as gone are told all the same.'],
  ]);
});

test('a number or an address that the mapping serves although it is in silent, written differently, is to be mended', async () => {
  const clients = table({ rows: async (numbers) => numbers, of: (number) => number });
  const page = async (after: string | null) =>
    after === null
      ? ['1', '2'].map((number) => ({
          number,
          given: 'Ada',
          family: 'Moss',
          dateOfBirth: '1980-02-03',
          dobAccuracy: 'EXACT' as const,
          sex: null,
          worker: null,
          open: true,
        }))
      : [];
  const mapping = defineAgency({
    id: 'wren',
    records: clients,
    contact: one(clients, (number) => ({
      phone: number === '1' ? '0491 570 156' : '0491 570 157',
      email: null,
      unsafe: [],
    })),
    address: one(clients, () => ({ line: '12 Hidden Road' })),
    silent: manyIn(clients, (number) =>
      number === '1' ? [{ phone: '(0491) 570156' }, { line: '12 Hidden Rd, rear' }] : [],
    ),
    linkage: { page },
  });
  const { findings } = await checkAgency(mapping, { now, most: 10 });
  expect(findings.filter(({ gravity }) => gravity === 'MEND').map(({ where, found }) => [where, found])).toEqual([
    ['contact, phone', '1 record has a telephone number that is also in "silent", so it is not shared.'],
    ['address, line', '1 record has an address that is also in "silent", so it is not shared.'],
  ]);
  expect(
    findings.filter(({ check }) => check === 'VALUES').map(({ gravity, found }) => [gravity, found]),
  ).toContainEqual(['LOOK', '1 record has an address that only another record has in "silent", so it is shared.']);
});

test('a number whose column does not say that it is safe is to be mended where it is told, and counted where it is not', async () => {
  const answers = ['Y', 'N', '?', '?', null, '', 'ASK', 'ASK', 'ASK'];
  // Filled up with spaces, as in a CHAR(20).
  const all = answers.map((safe_to_call, n) => ({ client_id: n + 1, mobile: `0491 570 10${n}   `, safe_to_call }));
  const numbers = table({
    rows: async () => all.map((row) => ({ ...row, contact_no: 0, ok_sms: 'Y', safe_mobile: '0491 570 156' })),
    of: ({ client_id }) => client_id,
  });
  const where = async (isSafe: (answer: string | null) => boolean) => {
    const contact = one(numbers, (row) => ({ phone: isSafe(row.safe_to_call) ? row.mobile.trim() : null, unsafe: [] }));
    const findings = await found({ ...agency(careful), contact });
    return findings.filter((one) => /column/.test(one.where)).map((one) => [one.gravity, one.where, one.found]);
  };
  const column = 'contact, column safe_to_call';
  expect(await where((answer) => answer !== 'N')).toEqual([
    ['MEND', column, '4 rows with no, nothing or unknown here are told as safe.'],
    ['LOOK', column, '3 rows with another answer than yes or no here are told as safe: ASK (3).'],
  ]);
  expect(await where((answer) => answer === 'Y')).toEqual([
    ['LOOK', column, '7 rows with neither yes nor no here are not known to be safe, and not told as safe: ASK (3).'],
  ]);
  all.splice(5, 1, { client_id: 6, mobile: '0491 570 105', safe_to_call: '0491570156' });
  expect(await where((answer) => answer === 'Y')).toEqual([
    ['LOOK', column, '7 rows with neither yes nor no here are not known to be safe, and not told as safe.'],
  ]);
});

test('an address or a number that a column keeps back, in whatever words, is to be mended where it is told', async () => {
  const marks = ['ADDR,PH', 'ADDR', '', 'N', null];
  const all = marks.map((silent, n) => ({
    ...{ client_id: n + 1, no: n, street: 'High St', mobile: `0491 570 10${n}`, silent },
    // About the mark, and what is kept apart: no marks.
    ...{ addr_silent_by: 'bo', private_email: 'a@example.org', private_address: '1 Low St' },
  }));
  const people = table({ rows: async () => all, of: ({ client_id }) => client_id });
  const told = {
    address: one(people, ({ no, street }) => ({ line: `${no} ${street}` })),
    contact: one(people, ({ mobile, silent }) => ({ phone: silent ? null : mobile, unsafe: [] })),
  };
  const findings = await found({ ...agency(careful), ...told });
  expect(findings.filter((one) => /column/.test(one.where)).map((one) => [one.gravity, one.where, one.found])).toEqual([
    ['MEND', 'address, column silent', '2 rows that this column seems to keep back are told all the same.'],
  ]);
});

test('alerts left under a number that was merged away are served to nobody: to be looked at', async () => {
  await rows('ALTER TABLE client ADD COLUMN merged_into INTEGER NOT NULL DEFAULT 0');
  await rows('UPDATE client SET merged_into = CASE client_id WHEN 2 THEN 1 WHEN 5 THEN 5 ELSE 0 END');
  const findings = await found(agency({ ...careful, clients: 'AND merged_into IN (0, client_id)' }));
  await rows('ALTER TABLE client DROP COLUMN merged_into');
  expect(of(findings, 'TOLD_TO_NOBODY')).toContainEqual([
    ...[
      'LOOK',
      'alert.client_id',
      '1 row belongs to a record that was merged into another, according to client.merged_into.',
    ],
  ]);
  expect(of(await found(agency(careful)), 'TOLD_TO_NOBODY')).toHaveLength(1);
});

test('a mapping that leaves both out has nothing to mend', async () => {
  const findings = await found(agency(careful));
  expect(of(findings, 'SOFT_DELETES')).toEqual([]);
  expect(findings.filter(({ gravity }) => gravity === 'MEND')).toEqual([]);
});

test('missing and future dates of birth, and names that are not names, are counted', async () => {
  const findings = await found(agency(careful));
  expect(of(findings, 'DATES_OF_BIRTH')).toEqual([
    ['LOOK', 'linkage', '1 record of 11 has no readable date of birth.'],
    ['LOOK', 'linkage', '1 record of 11 has a date of birth in the future.'],
  ]);
  expect(of(findings, 'NAMES')).toEqual([
    ['LOOK', 'linkage', '1 record of 11 has no complete name, or words such as "unknown" in its place.'],
  ]);
});

test('items about no kind of information are served to nobody, and the check says so', async () => {
  expect(of(await found(agency(careful)), 'TOLD_TO_NOBODY')).toEqual([
    ['LOOK', 'alerts', '1 item of 3 names no kind of information ("about" is empty), so it is told to nobody.'],
  ]);
});

test.each([
  ['null', 'NULL'],
  ['empty', "''"],
])(
  'records whose deletion mark is %s disappear silently where the mapping tests for a no: to be looked at',
  async (_what, mark) => {
    await rows(`UPDATE client SET is_void = ${mark} WHERE client_id = 11`);
    const told = await found(agency(careful));
    const toldAll = await found(agency({ ...careful, clients: "AND is_void IS NOT 'Y'" }));
    await rows("UPDATE client SET is_void = 'N' WHERE client_id = 11");
    const sentence = 'Nothing is told of 1 record for which this column says neither gone nor not gone.';
    expect(of(told, 'TOLD_TO_NOBODY')).toContainEqual(['LOOK', 'client.is_void', sentence]);
    expect(JSON.stringify(toldAll)).not.toContain(sentence);
  },
);

test('where the kit itself says what a mapping lacks, its own sentence is shown', async () => {
  const alerts = {
    of: async () => {
      throw new InputFault('alerts.csv is not indexed by "member"; name it in `by`.');
    },
  };
  expect(of(await found({ ...agency(careful), alerts }), 'VALUES')).toContainEqual([
    ...['MEND', 'alerts', 'alerts.csv is not indexed by "member"; name it in `by`. This affects 11 of 11 records.'],
  ]);
});

test('an alert without a status would be missed on a board of active alerts: to be mended', async () => {
  const mapping = agency(careful);
  const alerts = { of: async () => [{ id: 1, about: ['HEALTH'], status: null, severity: 'HIGH' as const }] };
  expect(of(await found({ ...mapping, alerts }), 'VALUES')).toEqual([
    ['MEND', 'alerts, status', '11 alerts of 11 have no status, so boards of active alerts leave them out.'],
  ]);
  expect(of(await found(mapping), 'VALUES')).toEqual([]);
});

test('a row that only the database assigns to somebody, because it ignores case, is served to nobody: to be mended', async () => {
  const people = table({ rows: async (numbers) => numbers, of: (number) => number });
  const rows = async (keys: string[]) => keys.map((no) => ({ no: no === 'A2' ? 'a2' : no }));
  const filed = through(people, { key: (number) => `A${number}`, rows, of: ({ no }) => no });
  const episodes = many(filed, ({ no }) => ({ id: no }));
  const told = await found({ ...agency(careful), episodes });
  expect(told.find(({ where }) => where === 'episodes')).toMatchObject({
    gravity: 'MEND',
    todo: expect.stringMatching(/^They are told to nobody\. The database ignores upper and lower case/),
  });
});

test('an alert served as closed before the day it ends would be missed: to be looked at', async () => {
  const common = { about: ['HEALTH'], status: 'CLOSED' as const, severity: 'HIGH' as const };
  const alerts = {
    of: async (number: string) => [{ id: 1, ...common, endedOn: number === '1' ? '9999-12-31' : '2020-01-31' }],
  };
  expect(of(await found({ ...agency(careful), alerts }), 'VALUES')).toEqual([
    ...[['LOOK', 'alerts, status', '1 alert of 11 is told as closed, though the end date is still to come.']],
  ]);
});

test('an alert without a severity would be missed on a board with a minimum severity: to be looked at, because nobody should guess it', async () => {
  const mapping = agency(careful);
  const status = 'ACTIVE' as const;
  const alerts = {
    of: async (number: string) => [
      { id: 1, about: ['HEALTH'], status, severity: number === '1' ? null : ('HIGH' as const) },
    ],
  };
  expect(of(await found({ ...mapping, alerts }), 'VALUES')).toEqual([
    ['LOOK', 'alerts, severity', '1 alert of 11 has no severity, so boards with a minimum severity leave it out.'],
  ]);
});

test('rows for which a list gives null are served to nobody while the list looks complete; for rows marked as gone that is intended', async () => {
  const mapping = agency(careful);
  const alerts = table({
    rows: (numbers) => rows<Alert>(`SELECT * FROM alert WHERE client_id IN (${numbers.join()}) AND alert_id < 10`),
    of: ({ client_id }) => client_id,
  });
  const told = many(alerts, ({ alert_id, kind: code, deleted_at }) =>
    deleted_at !== null || kind(code) === null
      ? null
      : { id: alert_id, about: ['HEALTH'], status: 'ACTIVE' as const, severity: 'HIGH' as const },
  );
  expect(of(await found({ ...mapping, alerts: told }), 'TOLD_TO_NOBODY')).toEqual([
    [
      'LOOK',
      'alerts',
      '1 row of 3 is told to nobody, because the mapping gives null for it. The list looks complete without it.',
    ],
  ]);
});

test('where a section for one row has several for a record, the others are served to nobody', async () => {
  const mapping = agency(careful);
  const ways = table({
    rows: async (numbers) =>
      numbers.flatMap((number) => [
        { number, phone: '03 5550 0000', unsafe: null },
        ...(Number(number) < 4 ? [{ number, phone: null, unsafe: 'SMS' }] : []),
      ]),
    of: ({ number }) => number,
  });
  const contact = one(ways, ({ phone }) => ({ phone }));
  const findings = await found({ ...mapping, contact });
  expect(of(findings, 'TOLD_TO_NOBODY')).toContainEqual([
    'LOOK',
    'contact',
    '3 records of 11 have several rows here, and only the first is told.',
  ]);
  const first = one({ rowsOf: async (number, batch) => (await ways.rowsOf(number, batch)).slice(0, 1) }, () => ({}));
  expect(of(await found({ ...mapping, contact: first }), 'TOLD_TO_NOBODY')).not.toContainEqual(
    expect.arrayContaining(['contact']),
  );
});

test('references to missing rows are found, though nothing in the database declares them as references', async () => {
  expect(of(await found(agency(careful)), 'DEAD_REFERENCES')).toEqual([
    ['LOOK', 'alert.client_id', '1 row refers to something that client does not have.'],
    ['LOOK', 'alert.worker_id', '1 row refers to something that worker does not have.'],
  ]);
});

test('people identified by two columns are checked like others: who is marked as gone, and which references lead to nobody', async () => {
  type Resident = { site_cd: string; bed_no: number; given: string; voided_at: number | null };
  const key = compositeKey({ site_cd: texts, bed_no: ints });
  const all = () => rows<Resident>('SELECT * FROM resident');
  const residents = table({ rows: all, of: key.numberOf });
  const stays = table({
    rows: () => rows<Resident & { stay_id: number }>('SELECT * FROM stay'),
    of: ({ site_cd, bed_no }) => `${site_cd}/${bed_no}`,
  });
  const mapping = defineAgency({
    id: 'rosella',
    records: residents,
    identity: one(residents, ({ given }) => ({ name: { given, family: null } })),
    episodes: many(stays, ({ stay_id }) => ({ id: stay_id, status: 'ACTIVE' })),
    linkage: {
      page: async (after) =>
        after === null
          ? (await all()).map((row) => ({
              ...{ number: key.numberOf(row), given: row.given, family: null, alsoKnownAs: [], dateOfBirth: null },
              ...{ dobAccuracy: 'UNKNOWN' as const, sex: null, suburb: null, postcode: null, worker: null, open: true },
            }))
          : [],
    },
  });
  const findings = await found(mapping);
  expect(of(findings, 'SOFT_DELETES')).toContainEqual([
    ...['MEND', 'resident.voided_at', '1 record of 1 marked as gone is still told as on file.'],
  ]);
  expect(of(findings, 'DEAD_REFERENCES')).toEqual([
    ['LOOK', 'stay.site_cd, bed_no', '1 row refers to something that resident does not have.'],
  ]);
});

test('a large table that is read whole is reported, with the column that needs an index', async () => {
  expect(of(await found(agency(careful)), 'SLOW_TABLES')).toEqual([]);
  await adapter.queryRaw({
    sql: `INSERT INTO alert SELECT n, 5, 1, 'MED', NULL FROM (
      WITH RECURSIVE up (n) AS (SELECT 100 UNION ALL SELECT n + 1 FROM up WHERE n < 2000) SELECT n FROM up)`,
    args: [],
    argTypes: [],
  });
  const slow = (await found(agency(careful))).filter(({ check }) => check === 'SLOW_TABLES');
  expect(slow.map(({ where, todo }) => [where, todo])).toEqual([
    ['alert', 'Ask whoever runs the database for an index on client_id. The mapping can stay as it is.'],
  ]);
  await adapter.queryRaw({ sql: 'CREATE INDEX alert_client ON alert (client_id)', args: [], argTypes: [] });
  expect(of(await found(agency(careful)), 'SLOW_TABLES')).toEqual([]);
});

test('no finding repeats a name', async () => {
  expect(JSON.stringify(await found(agency(hurried)))).not.toMatch(/Ada|Moss/);
});

test('a mapping whose linkage has no records is reported', async () => {
  const { linkage: _, ...without } = agency(careful);
  expect(of(await found(without), 'VALUES')).toEqual([
    ['MEND', 'linkage.page', 'It gives no records, so nothing else could be checked.'],
  ]);
});

test('codes that no map has are named and counted, even while the map is empty', async () => {
  const empty = codes<string, null>({}, { rest: null });
  const mapping = agency(careful);
  const alerts = table({
    rows: (numbers) =>
      rows<Alert>(
        `SELECT * FROM alert WHERE client_id IN (${numbers.join()}) AND alert_id < 10 AND deleted_at IS NULL`,
      ),
    of: ({ client_id }) => client_id,
  });
  const bare = many(alerts, ({ alert_id, kind: code }) => ({
    ...{ id: alert_id, about: empty(code) === null ? [] : ['HEALTH'], code: empty(code) },
  }));
  expect(of(await found({ ...mapping, alerts: bare }), 'CODES')).toEqual([
    ['LOOK', 'alerts', '3 rows have a code that is not in the map in column "kind": MED (2), NEW (1).'],
  ]);
});

test('findings about one place are grouped, with what to do stated once', () => {
  const code = { check: 'CODES', gravity: 'LOOK', where: 'alerts', todo: 'Add it.' } as const;
  const findings = [
    { ...code, found: 'One.' },
    { ...code, where: 'needs', found: 'Two.' },
    { ...code, found: 'Three.' },
  ];
  expect(
    tellCheck('rosella', { walk: { records: 1, whole: true }, findings })
      .split('\n')
      .slice(2, -2),
  ).toEqual([
    ...['Codes missing from the map', '  review  alerts', '          One.', '          Three.', '          Add it.'],
    ...['  review  needs', '          Two.', '          Add it.'],
  ]);
});

test('a number after which no page can be found is reported with what is wrong with it, not as a general error', async () => {
  const key = compositeKey({ SITE: texts, NO: ints });
  const row = { given: 'Ada', family: 'Moss', dateOfBirth: null, dobAccuracy: 'UNKNOWN', sex: null } as const;
  const page = async (after: string | null) => {
    key.after(after);
    return [{ ...row, number: 'EAST/-1', worker: null, open: true }];
  };
  const mapping = defineAgency({ id: 'kilda', records: { rowsOf: async () => [] }, linkage: { page } });
  const { findings } = await checkAgency(mapping, { now, most: 10 });
  expect(findings.map(({ found }) => found)).toEqual([expect.stringMatching(/^There is no page after a number that/)]);
});
