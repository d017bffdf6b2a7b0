import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PromptAnswer } from '@accord/contract/generated/api';
import { inventedAgency, now, servedAgency, stopServed } from '../../tests/inventedAgency.ts';
import { one } from '../mapping/section.ts';
import { OwnBook } from '../writes/OwnBook.ts';
import { answerCounts } from './answerCounts.ts';
import { type PromptSource, promptsIn } from './Prompts.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-book-'));
});
afterEach(stopServed);
afterAll(() => rm(folder, { recursive: true, force: true }));

const prompt: PromptSource = {
  ...{ id: 'n1', code: 'FAMILY_VIOLENCE_EXPERIENCING', about: ['SERVICE_USE'], ruleSet: 'first 1.0' },
  quotes: [{ date: '2026-03-01', text: 'He took her phone again.', reason: 'control of contact' }],
};

const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on AgencyRecord {
  prompts { code quotes { date text reason } answered { answer reason } ruleSet } } } }`;
const variables = { representations: [{ __typename: 'AgencyRecord', id: '1' }] };
const everything = [{ records: ['1'], categories: ['SERVICE_USE', 'FV_RISK', 'ADDRESS', 'PHONE', 'CONTACT'] }];
const harbour = { agency: 'harbour', purpose: 'SERVICE_COORDINATION' };

async function told(
  requester: Readonly<{ user: string; role: string; agency?: string }>,
  categories?: readonly string[],
) {
  const { mapping } = inventedAgency();
  const inCharge = one(mapping.records, () => ({ user: 'bfinch' }));
  const { send } = await servedAgency({ ...mapping, inCharge }, { prompts: promptsIn({ 1: [prompt] }) });
  const releases = categories ? [{ records: ['1'], categories }] : everything;
  const { body } = await send(query, { variables, releases, requester: { ...harbour, ...requester } });
  expect(body.errors).toBeUndefined();
  return body.data._entities[0].prompts;
}

test('a prompt is shown to the worker in charge and to leads of the record’s own agency, whatever else is released to whom', async () => {
  const { quotes, code, ruleSet } = prompt;
  const whole = [{ code, quotes, ruleSet, answered: null }];
  expect(await told({ user: 'bfinch', role: 'PRACTITIONER' })).toEqual(whole);
  expect(await told({ user: 'lena', role: 'TEAM_LEADER' })).toEqual(whole);
  expect(await told({ user: 'paul', role: 'PRACTICE_LEAD' })).toEqual(whole);
  expect(await told({ user: 'mara', role: 'PRACTITIONER' })).toBeNull();
  expect(await told({ user: 'bfinch', role: 'CLIENT' })).toBeNull();
  expect(await told({ user: 'bfinch', role: 'MANAGER' })).toBeNull();
  expect(await told({ user: 'bfinch', role: 'PRACTITIONER', agency: 'wattle' })).toBeNull();
  expect(await told({ user: 'tom', role: 'TEAM_LEADER', agency: 'wattle' })).toBeNull();
});

test('a prompt is released only with every kind of information that it quotes or asks about', async () => {
  expect(await told({ user: 'lena', role: 'TEAM_LEADER' }, ['FV_RISK'])).toEqual([]);
  expect(await told({ user: 'lena', role: 'TEAM_LEADER' }, ['SERVICE_USE'])).toEqual([]);
});

test('where the mapping does not say who is in charge, only leads are asked', async () => {
  const { send } = await servedAgency(inventedAgency().mapping, { prompts: promptsIn({ 1: [prompt] }) });
  const { body } = await send(query, {
    variables,
    releases: everything,
    requester: { ...harbour, user: 'bfinch', role: 'PRACTITIONER' },
  });
  expect(body.data._entities[0].prompts).toBeNull();
});

const code = 'FAMILY_VIOLENCE_EXPERIENCING';
const staff = ['bfinch', 'ckay', 'dlow', 'emay', 'fnoon'] as const;
type Given = Readonly<{ prompt?: string; answer?: PromptAnswer; user?: string }>;
/** An answer about a record, each by a different worker unless `user` is given. */
const answered = (record: number, on: string, { prompt = 'n1', answer = 'NOT_YET', user }: Given = {}) => ({
  ...({ kind: 'ANSWERED', role: 'PRACTITIONER', at: `${on}T00:00:00Z`, reason: 'r', on, digest: on } as const),
  ...{ user: user ?? staff[record % staff.length] ?? '', order: `${record} ${prompt} ${on}`, record: String(record) },
  ...{ prompt, code, answer },
});
type Answered = ReturnType<typeof answered>;
const everyDay = { counts: () => true, days: { from: null, to: null } };
const of = { code, answer: 'NOT_YET' };
const notYet = (value: number) => [{ ...of, count: { value, suppressed: false } }];
const few = [{ ...of, count: { value: null, suppressed: true } }];

test('answers are counted without names, the last about each record, by whole months; 1 to 4 are suppressed', async () => {
  const book = await OwnBook.open(join(folder, 'counts.jsonl'));
  for (const nth of [1, 2, 3, 4]) await book.add(answered(nth, '2026-10-02'));
  await book.add(answered(1, '2026-10-03', { user: 'fnoon' }));
  await book.add(answered(1, '2026-10-04'));
  await book.add(answered(9, '2026-10-02', { user: 'bfinch', answer: 'NAME_IT' }));
  const counts = async (at = now) => {
    const told = answerCounts(await book.allAnswers(), at, everyDay);
    return told?.filter(({ answer }) => answer === 'NOT_YET');
  };
  expect(await counts()).toEqual(few);
  // This month's answers are not counted yet: otherwise the difference between two days would reveal one answer.
  await book.add(answered(5, '2026-11-02'));
  expect(await counts()).toEqual(few);
  await book.add(answered(6, '2026-10-04'));
  expect(await counts()).toEqual(notYet(5));
  // One more than last month: somebody who kept last month's count would know one answer.
  expect(await counts(new Date('2026-12-01T10:00:00Z'))).toEqual(notYet(5));
  for (const nth of [7, 8, 10, 11]) await book.add(answered(nth, '2026-12-05'));
  expect(await counts(new Date('2026-12-31T10:00:00Z'))).toEqual(notYet(5));
  expect(await counts(new Date('2027-01-01T10:00:00Z'))).toEqual(notYet(10));
});

test('answers about one person count as one, however often they were asked: five answers are not five people', () => {
  const prompts = ['n1', 'n2', 'n3', 'n4', 'n5'];
  const one = prompts.map((prompt, nth) => answered(1, '2026-10-02', { prompt, user: staff[nth] ?? '' }));
  expect(answerCounts(one, now, everyDay)).toEqual(few);
});

test('never by worker: answers by fewer than five workers are not published, whichever months they are from', () => {
  const by = (users: readonly string[], from: number, on: string): readonly Answered[] =>
    Array.from({ length: 12 }, (_, nth) => answered(from + nth, on, { user: users[nth % users.length] ?? '' }));
  expect(answerCounts(by(['bfinch'], 0, '2026-09-02'), now, everyDay)).toEqual([]);
  const four = by(staff.slice(0, 4), 0, '2026-09-02');
  expect(answerCounts(four, now, everyDay)).toEqual([]);
  expect(answerCounts([...four, answered(20, '2026-10-02', { user: 'fnoon' })], now, everyDay)).toEqual(notYet(13));
});

test('a policy that limits days gives no counts for others: two policies would reveal the answers between them', () => {
  const answers = [0, 1, 2, 3, 4, 5].map((nth) => answered(nth, nth === 0 ? '2026-09-02' : '2026-10-02'));
  const under = (from: string | null, to: string | null = null) =>
    answerCounts(answers, now, { ...everyDay, days: { from, to } });
  expect(under(null)).toEqual(notYet(6));
  expect(under('2026-09-01')).toEqual(notYet(6));
  expect(under('2026-10-01')).toBeNull();
  expect(under(null, '2026-09-30')).toBeNull();
});

test('what is in the book survives a restart, and a line cut short by a crash damages no other', async () => {
  const path = join(folder, 'cut.jsonl');
  const first = await OwnBook.open(path);
  await first.add(answered(1, '2026-10-02'));
  await appendFile(path, '{"kind":"ANSWERED","ord');
  const second = await OwnBook.open(path);
  await second.add(answered(2, '2026-10-02'));
  expect((await second.answers()).map(({ record }) => record)).toEqual(['1', '2']);
  // Another program of the same agency sees what was added meanwhile.
  expect((await first.answers()).map(({ record }) => record)).toEqual(['1', '2']);
});
