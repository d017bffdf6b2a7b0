import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseRuleSet } from '@accord/quality/rules/parseRuleSet';
import { shippedRules, shippedRulesText } from '@accord/quality/rules/shippedRules';
import { versionOf } from '@accord/quality/rules/versionOf';
import type { Mapping } from '../mapping/Mapping.ts';
import { many, one } from '../mapping/section.ts';
import { table } from '../mapping/table.ts';
import { AuditBook } from './AuditBook.ts';
import { auditAgency } from './auditAgency.ts';
import { auditPrompts } from './auditPrompts.ts';
import { auditTable } from './auditTable.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const hit = 'Client disclosed that her partner hit her last night. She asked about a refuge.';
const quiet = 'Rent is paid and the tenancy is going well.';
const category = 'FAMILY_VIOLENCE_EXPERIENCING';
const quarter = { from: '2026-07-01', to: '2026-09-30' };

type Person = {
  number: number;
  notes: Readonly<{ id: number; on: string; text: string }>[];
  alerts: Readonly<{ id: number; raisedOn: string; endedOn?: string }>[];
};

/** Thirty people with a note; of the first twelve it tells of violence, and five of these have an alert. */
const everybody = (): Person[] =>
  Array.from({ length: 30 }, (_, nth) => ({
    number: nth + 1,
    notes: [{ id: nth * 10, on: '2026-08-12', text: nth < 12 ? hit : quiet }],
    alerts: nth < 5 ? [{ id: nth, raisedOn: '2026-08-20' }] : [],
  }));

function agencyOf(people: readonly Person[]): Mapping {
  const all = (numbers: readonly string[]) => people.filter(({ number }) => numbers.includes(String(number)));
  const clients = table({ rows: async (numbers) => all(numbers), of: ({ number }) => number });
  const notes = table({
    rows: async (numbers) => all(numbers).flatMap(({ number, notes: of }) => of.map((note) => ({ number, ...note }))),
    of: ({ number }) => number,
  });
  const alerts = table({
    rows: async (numbers) => all(numbers).flatMap(({ number, alerts: of }) => of.map((one) => ({ number, ...one }))),
    of: ({ number }) => number,
  });
  return {
    id: 'harbour',
    records: clients,
    involvement: one(clients, () => ({ since: '2026-01-05', until: null })),
    notes: many(notes, ({ id, on, text }) => ({ id, about: ['SERVICE_USE'], writtenOn: on, text })),
    alerts: many(alerts, ({ id, raisedOn, endedOn = null }) => ({
      ...({
        id,
        about: ['FV_RISK'],
        code: category,
        status: endedOn ? 'CLOSED' : 'ACTIVE',
        certainty: 'DISCLOSED',
      } as const),
      ...{ raisedOn, endedOn },
    })),
    linkage: {
      page: async (after, size) =>
        people
          .filter(({ number }) => after === null || number > Number(after))
          .slice(0, size)
          .map(({ number }) => ({
            ...{ number, given: 'Ada', family: 'Moss', dateOfBirth: null, sex: null, worker: 'bfinch', open: true },
            dobAccuracy: 'UNKNOWN' as const,
          })),
    },
  };
}

const given = (day = '2026-11-02') => ({
  ...{ folder, rules: shippedRules, now: new Date(`${day}T02:00:00Z`), length: 'QUARTER' as const, windows: 1 },
});

const published = async () => (await new AuditBook(folder).published(category, quarter))?.groups;

test('only notes that are new or changed are read again; another version of the rules reads all', async () => {
  const people = everybody();
  const mapping = agencyOf(people);
  expect(await auditAgency(mapping, given())).toMatchObject({ records: 30, notes: 30, read: 30, published: 4 });
  expect(await auditAgency(mapping, given())).toMatchObject({ notes: 30, read: 0, published: 0 });
  const [, second] = people;
  if (second) second.notes[0] = { id: 10, on: '2026-08-12', text: `${quiet} Again.` };
  people[2]?.notes.push({ id: 21, on: '2026-10-30', text: quiet });
  expect(await auditAgency(mapping, given())).toMatchObject({ notes: 31, read: 2 });
  const edited = parseRuleSet(shippedRulesText.replace(/^version: .*$/m, 'version: 9.0.0'));
  if (edited.kind !== 'RULES') throw new Error('The edited rules cannot be read.');
  expect(await auditAgency(mapping, { ...given(), rules: edited.rules })).toMatchObject({ notes: 31, read: 31 });
});

test('an agency whose mapping has no alerts is not audited: everybody would be said to lack one', async () => {
  const { alerts: _none, ...mapping } = agencyOf(everybody());
  await expect(auditAgency(mapping, given())).rejects.toThrow('the mapping has no "alerts"');
  expect(await published()).toBeUndefined();
});

test('what was published of a window is not counted again, whatever becomes of its records', async () => {
  const people = everybody();
  await auditAgency(agencyOf(people), given());
  const before = await published();
  const gaps = (before ?? []).filter(({ at }) => at[0] === 'GAP').map(({ count }) => count ?? 0);
  expect(gaps.reduce((sum, count) => sum + count, 0)).toBe(7);
  people.splice(0, 9);
  await auditAgency(agencyOf(people), given());
  expect(await published()).toEqual(before);
});

test('the same records looked at again only cut further what was published', async () => {
  const people = everybody();
  await auditAgency(agencyOf(people), given());
  const before = await published();
  // Five of the seven gaps close.
  for (const person of people.slice(5, 10)) person.alerts.push({ id: 100 + person.number, raisedOn: '2026-11-20' });
  await auditAgency(agencyOf(people), given('2027-01-05'));
  const after = await published();
  const sums = new Map<string, number>();
  for (const { at, count } of after ?? []) {
    const key = JSON.stringify(at.slice(0, 5));
    sums.set(key, (sums.get(key) ?? 0) + (count ?? 0));
    expect(at).toHaveLength(6);
  }
  expect([...sums].sort()).toEqual((before ?? []).map(({ at, count }) => [JSON.stringify(at), count]).sort());
});

test('a category that the rules have since begins with the next window: two tables of one window tell by their totals who is gone', async () => {
  const people = everybody();
  const total = async (code: string, window = quarter) =>
    (await new AuditBook(folder).published(code, window))?.groups.reduce((sum, { count }) => sum + (count ?? 0), 0);
  await auditAgency(agencyOf(people), given());
  expect(await total(category)).toBe(30);
  // As if those rules had not had it.
  for (const name of await readdir(folder)) if (name.startsWith('SUICIDE_SELF_HARM')) await rm(join(folder, name));
  people.splice(20, 1);
  await auditAgency(agencyOf(people), given());
  expect([await total(category), await total('SUICIDE_SELF_HARM')]).toEqual([30, undefined]);
  await auditAgency(agencyOf(people), given('2027-01-05'));
  const next = { from: '2026-10-01', to: '2026-12-31' };
  expect([await total(category, next), await total('SUICIDE_SELF_HARM', next)]).toEqual([29, 29]);
});

test('a policy that tells of nothing after a day tells of no look at the same records after it: the table is the one before', async () => {
  const people = everybody();
  const book = new AuditBook(folder);
  const asked = { category, window: quarter, rules: versionOf(shippedRules) };
  const told = (to: string | null) => auditTable(asked, book, { counts: () => true, days: { from: null, to } });
  await auditAgency(agencyOf(people), given());
  const before = await told(null);
  // Five of the seven gaps close after the last day that may be told of.
  for (const person of people.slice(5, 10)) person.alerts.push({ id: 100 + person.number, raisedOn: '2026-11-20' });
  await auditAgency(agencyOf(people), given('2027-01-05'));
  await auditAgency(agencyOf(people), given('2027-04-05'));
  expect((await told(null))?.lookedAgain).toEqual(['2026-12-31', '2027-03-31']);
  expect((await told('2027-02-28'))?.lookedAgain).toEqual(['2026-12-31']);
  expect((await told('2027-02-28'))?.groups?.every(({ at }) => at.length === 6)).toBe(true);
  expect(await told('2026-09-30')).toEqual(before);
  expect(await told('2026-09-29')).toBeNull();
});

test('what is kept holds no word of a note and no name, and is for its owner only', async () => {
  await auditAgency(agencyOf(everybody()), given());
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    expect((await stat(path)).mode & 0o077).toBe(0);
    const text = await readFile(path, 'utf8');
    for (const word of ['refuge', 'tenancy', 'last night', 'Ada', 'Moss', 'bfinch']) expect(text).not.toContain(word);
  }
});

test('a record with evidence and no alert asks its worker, in the words of the note as it is now', async () => {
  const people = everybody();
  const mapping = agencyOf(people);
  await auditAgency(mapping, given());
  const book = new AuditBook(folder);
  const prompts = auditPrompts(mapping, book);
  const of = (number: string) => prompts.of(number, { now: given().now });
  const [asked] = await of('8');
  expect(asked).toMatchObject({ code: category, about: ['SERVICE_USE'] });
  expect(asked?.quotes[0]).toMatchObject({
    ...{ date: '2026-08-12', text: 'Client disclosed that her partner hit her last night.' },
  });
  expect(await of('1')).toEqual([]);
  expect(await of('20')).toEqual([]);
  const eighth = people[7];
  if (eighth) eighth.notes[0] = { id: 70, on: '2026-08-12', text: quiet };
  expect(await of('8')).toEqual([]);
  await book.close();
});

test('windows of another length are refused: they would overlap with what was published', async () => {
  const mapping = agencyOf(everybody());
  await auditAgency(mapping, given());
  await expect(auditAgency(mapping, { ...given('2027-01-05'), length: 'YEAR' })).rejects.toThrow(
    'ACCORD_AUDIT_WINDOWS',
  );
});

test('a page that does not begin after the number it was given ends the audit, which would never end', async () => {
  const mapping = agencyOf(everybody());
  const linkage = { page: async () => (await mapping.linkage?.page(null, 5)) ?? [] };
  await expect(auditAgency({ ...mapping, linkage }, given())).rejects.toThrow(
    'Have each page begin after the number it is given, in a stable order',
  );
});
