import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { type InventedSystem, shortened, speltOut } from '../../tests/inventedSystems.ts';
import { openConnection } from '../database/openConnection.ts';
import { readCatalogue } from '../database/readCatalogue.ts';
import { columnOf, type Proposal, type TableGuess } from './Proposal.ts';
import { propose } from './propose.ts';
import { readShapes } from './readShapes.ts';

// Systems nobody tuned the guesses to: what they say is asserted, and that what only looks alike is not taken for it.

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-propose-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function proposalFor(name: string, statements: readonly string[]): Promise<Proposal & { tables: number }> {
  const file = join(folder, `${name}.db`);
  const client = createClient({ url: `file:${file}` });
  for (const statement of statements) await client.executeMultiple(statement);
  client.close();
  const connection = await openConnection('sqlite', file);
  const catalogue = await readCatalogue(connection);
  const proposal = propose(catalogue, await readShapes(connection, catalogue));
  await connection.close();
  return { ...proposal, tables: catalogue.tables.length };
}

const proposalOf = (name: string, { ddl, besides, rows }: InventedSystem) => proposalFor(name, [ddl, besides, ...rows]);
const found = (guess: TableGuess | null): string | undefined => guess?.table.name;
const gone = (guess: TableGuess | null) => guess?.gone.map(({ column, here }) => [column.name, here]);

describe('a system spelt out, with foreign keys', () => {
  let proposal: Awaited<ReturnType<typeof proposalOf>>;
  beforeAll(async () => {
    proposal = await proposalOf('spelt-out', speltOut);
  });

  test('people, alerts, notes, episodes and needs are found among more than fifty tables', () => {
    expect(proposal.tables).toBeGreaterThan(50);
    const { people, sections } = proposal;
    expect([people, sections.alerts, sections.notes, sections.episodes, sections.needs].map(found)).toEqual([
      ...['Participant', 'RiskFlag', 'ProgressNote', 'ServiceEpisode', 'PresentingIssue'],
    ]);
    for (const guess of [people, ...Object.values(sections)]) expect(guess?.confidence).toBeGreaterThan(0.6);
  });

  test('staff, animals and companies are not the people, and notes about staff are not their notes', () => {
    expect(found(proposal.workers)).toBe('Employee');
    const placed = proposal.unplaced.map(({ table }) => table.name);
    expect(placed).toEqual(
      expect.arrayContaining([
        'CompanionAnimal',
        'Organisation',
        'EmployeeNote',
        'ParticipantAuditLog',
        'NoteTemplate',
      ]),
    );
  });

  test('columns are found by name and look', () => {
    expect(
      ['given', 'family', 'birth', 'accuracy', 'sex', 'phone', 'email', 'suburb', 'postcode', 'author', 'end'].map(
        (idea) => columnOf(proposal.people, idea as 'given')?.name,
      ),
    ).toEqual([
      ...[
        'GivenNames',
        'Surname',
        'BirthDate',
        'BirthDateEstimated',
        'GenderCode',
        'MobilePhone',
        'EmailAddress',
        'Suburb',
        'Postcode',
        'KeyWorkerID',
        'ExitDate',
      ],
    ]);
    expect(
      ['kind', 'severity', 'status', 'begin', 'review', 'end', 'text'].map(
        (idea) => columnOf(proposal.sections.alerts, idea as 'kind')?.name,
      ),
    ).toEqual([...['FlagTypeID', 'RiskLevel', 'FlagStatus', 'DateRaised', 'ReviewDate', 'DateClosed', 'Comments']]);
  });

  test('needs are reached over the episode they belong to', () => {
    expect(proposal.sections.needs?.path.map(({ column, to }) => [column, to.name])).toEqual([
      ['ServiceEpisodeID', 'ServiceEpisode'],
      ['ParticipantID', 'Participant'],
    ]);
  });

  test('what says that a row is gone is found', () => {
    expect(gone(proposal.people)).toEqual([['IsDeleted', false]]);
    expect(gone(proposal.sections.notes)).toEqual([['VoidedDate', null]]);
  });
});

describe('a system shortened to capitals, without a foreign key', () => {
  let proposal: Awaited<ReturnType<typeof proposalOf>>;
  beforeAll(async () => {
    proposal = await proposalOf('shortened', shortened);
  });

  test('people, alerts, notes, episodes and needs are found among more than fifty tables', () => {
    expect(proposal.tables).toBeGreaterThan(50);
    const { people, sections } = proposal;
    expect([people, sections.alerts, sections.notes, sections.episodes, sections.needs].map(found)).toEqual([
      ...['PT_MST', 'PT_ALRT', 'PT_NOTE', 'PT_EPIS', 'PT_PROB'],
    ]);
    for (const guess of [people, ...Object.values(sections)]) expect(guess?.confidence).toBeGreaterThan(0.6);
  });

  test('staff, animals, companies and former states are not the people', () => {
    expect(found(proposal.workers)).toBe('USR_MST');
    expect(proposal.unplaced.map(({ table }) => table.name)).toEqual(
      expect.arrayContaining(['ANML', 'ORG_MST', 'PT_MST_HIST', 'USR_NOTE']),
    );
  });

  test('what says that a row is gone is found, with the word it has where the row is not', () => {
    expect(gone(proposal.people)).toEqual([['DEL_FLG', 'N']]);
    expect(gone(proposal.sections.episodes)).toEqual([['VOID_YN', 'N']]);
  });

  test('a guess that rests on a name alone says so', () => {
    expect(proposal.sections.alerts?.doubts.join(' ')).toContain('the database has no foreign key');
  });
});

test('the demonstration’s own systems are made out, as empty as they come', async () => {
  const ddl = async (agency: string) =>
    await readFile(new URL(`../../../${agency}/existing.sql`, import.meta.url), 'utf8');
  const wattle = await proposalFor('wattle', [await ddl('wattle')]);
  expect([wattle.people, wattle.sections.notes, wattle.sections.episodes, wattle.sections.needs].map(found)).toEqual([
    'TBL_PERS',
    'TBL_NOTE',
    'TBL_EPIS',
    'TBL_NEED',
  ]);
  expect(gone(wattle.people)).toEqual([['MRG_TO', null]]);
  // Wattle's alerts stand in columns of the people themselves.
  expect(wattle.remarks.join(' ')).toMatch(/alerts, but these columns of TBL_PERS do: ALRT_STAT/);
});

test('the same database gives the same proposal', async () => {
  const [one, other] = [await proposalOf('one', shortened), await proposalOf('other', shortened)];
  expect(JSON.stringify(one.sections)).toBe(JSON.stringify(other.sections));
});

test('a database without people says so, and guesses nobody', async () => {
  const { people, remarks } = await proposalFor('ships', [
    'CREATE TABLE ships (id INTEGER PRIMARY KEY, name TEXT, built DATE)',
  ]);
  expect(people).toBeNull();
  expect(remarks).toEqual(['No table looks like the people the agency works with.']);
});

const person = 'first_name TEXT, surname TEXT';
const leadingTo = (table: string, key: string) =>
  ['a', 'b', 'c']
    .map((name) => `CREATE TABLE ${name} (${name}_id INTEGER PRIMARY KEY, of_id INTEGER REFERENCES ${table} (${key}));`)
    .join('');

test.each(['volunteers', 'employees', 'pets', 'employers'])(
  'a table called %s is not the people, however much its columns look like it',
  async (name) => {
    const proposal = await proposalFor(`called-${name}`, [
      `CREATE TABLE clients (client_id INTEGER PRIMARY KEY, ${person});
       CREATE TABLE ${name} (id INTEGER PRIMARY KEY, ${person}, birth_date DATE, gender TEXT);
       ${leadingTo(name, 'id')}
       INSERT INTO clients VALUES (1, 'Ada', 'Moss'), (2, 'Alan', 'Reed');
       INSERT INTO ${name} VALUES (1, 'Bo', 'Finch', '1980-02-03', 'F'), (2, 'Cy', 'Holm', '1981-02-03', 'M');`,
    ]);
    expect(found(proposal.people)).toBe('clients');
  },
);

test('a table called after templates, logs or types is no section, however much its columns look like one', async () => {
  const text = 'Came in without an appointment and asked for the housing worker.';
  const proposal = await proposalFor('called-templates', [
    `CREATE TABLE clients (client_id INTEGER PRIMARY KEY, ${person}, birth_date DATE);
     CREATE TABLE note_templates (id INTEGER PRIMARY KEY, client_id INTEGER REFERENCES clients, written_on DATE, body TEXT, author TEXT);
     CREATE TABLE contact_sheet (id INTEGER PRIMARY KEY, client_id INTEGER REFERENCES clients, written_on DATE, body TEXT);
     INSERT INTO clients VALUES (1, 'Ada', 'Moss', '1980-02-03'), (2, 'Alan', 'Reed', '1981-02-03');
     INSERT INTO note_templates VALUES (1, 1, '2026-01-02', '${text}', 'bo'), (2, 2, '2026-01-03', '${text}', 'bo');
     INSERT INTO contact_sheet VALUES (1, 1, '2026-01-02', '${text}'), (2, 2, '2026-01-03', '${text}');`,
  ]);
  expect(found(proposal.sections.notes)).toBe('contact_sheet');
});

test('where only messages look like alerts, none is proposed, and the nearest is named', async () => {
  const { sections, remarks } = await proposalFor('messages', [
    `CREATE TABLE client (client_id INTEGER PRIMARY KEY, first_name TEXT, surname TEXT, birth_date DATE);
     CREATE TABLE message_kind (kind_id INTEGER PRIMARY KEY, label TEXT);
     CREATE TABLE message (message_id INTEGER PRIMARY KEY, client_id INTEGER REFERENCES client, kind_id INTEGER REFERENCES message_kind,
       priority INTEGER, status TEXT, comment TEXT, raised_on DATE, review_due DATE);
     INSERT INTO message_kind VALUES (1, 'medical'), (2, 'court order')`,
  ]);
  expect(sections.alerts).toBeNull();
  expect(remarks.join(' ')).toMatch(
    /No table looks like alerts enough; the nearest is message \(\d+ %: .*named "message"/,
  );
});

test.each([
  ['refuge_stay', 'site'],
  ['accommodation', 'refuge_name'],
])('where a refuge is, in a table called %s, is nobody’s address', async (name, column) => {
  const { address, unplaced } = await proposalFor(`refuge-${name}`, [
    `CREATE TABLE clients (client_id INTEGER PRIMARY KEY, ${person}, birth_date DATE);
     CREATE TABLE ${name} (id INTEGER PRIMARY KEY, client_id INTEGER REFERENCES clients, ${column} TEXT, street TEXT, suburb TEXT, postcode TEXT);
     INSERT INTO clients VALUES (1, 'Ada', 'Moss', '1980-02-03'), (2, 'Alan', 'Reed', '1981-02-03');
     INSERT INTO ${name} VALUES (1, 1, 'Rose', '9 Hidden Lane', 'Preston', '3072'), (2, 2, 'Rose', '9 Hidden Lane', 'Preston', '3072');`,
  ]);
  expect(address).toBeNull();
  expect(unplaced.map(({ table }) => table.name)).toContain(name);
});
