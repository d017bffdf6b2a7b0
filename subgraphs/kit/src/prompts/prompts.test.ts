import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

test('a prompt is told to the worker in charge and to leads of the record’s own agency, whatever else is released to whom', async () => {
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

test('where the mapping does not say who is in charge, leads are asked and nobody else', async () => {
  const { send } = await servedAgency(inventedAgency().mapping, { prompts: promptsIn({ 1: [prompt] }) });
  const { body } = await send(query, {
    variables,
    releases: everything,
    requester: { ...harbour, user: 'bfinch', role: 'PRACTITIONER' },
  });
  expect(body.data._entities[0].prompts).toBeNull();
});

const answered = (prompt: string, at: string, record = '1') => ({
  ...({
    kind: 'ANSWERED',
    user: 'bfinch',
    role: 'PRACTITIONER',
    at: `${at}T00:00:00Z`,
    order: `${prompt} ${at}`,
    digest: at,
  } as const),
  ...({ record, prompt, code: 'FAMILY_VIOLENCE_EXPERIENCING', answer: 'NOT_YET', reason: 'r', on: at } as const),
});

test('answers are counted without names, the last to each prompt, of whole months; 1 to 4 are suppressed', async () => {
  const book = await OwnBook.open(join(folder, 'counts.jsonl'));
  for (const nth of [1, 2, 3, 4]) await book.add(answered(`p${nth}`, '2026-10-02'));
  await book.add(answered('p1', '2026-10-03'));
  const counts = async (at = now) =>
    answerCounts(await book.allAnswers(), at, { counts: () => true, days: { from: null, to: null } });
  const of = { code: 'FAMILY_VIOLENCE_EXPERIENCING', answer: 'NOT_YET' };
  expect(await counts()).toEqual([{ ...of, count: { value: null, suppressed: true } }]);
  // This month's are not counted yet: else one day to the next would tell of one answer.
  await book.add(answered('p5', '2026-11-02'));
  expect(await counts()).toEqual([{ ...of, count: { value: null, suppressed: true } }]);
  await book.add(answered('p6', '2026-10-04'));
  const five = [{ ...of, count: { value: 5, suppressed: false } }];
  expect(await counts()).toEqual(five);
  // By one more than last month: whoever kept that would know of one answer.
  expect(await counts(new Date('2026-12-01T10:00:00Z'))).toEqual(five);
  for (const nth of [7, 8, 9, 10]) await book.add(answered(`p${nth}`, '2026-12-05'));
  const ten = [{ ...of, count: { value: 10, suppressed: false } }];
  expect(await counts(new Date('2026-12-31T10:00:00Z'))).toEqual(five);
  expect(await counts(new Date('2027-01-01T10:00:00Z'))).toEqual(ten);
});

test('what is in the book outlives the program, and a line that a kill cut short spoils none', async () => {
  const path = join(folder, 'cut.jsonl');
  const first = await OwnBook.open(path);
  await first.add(answered('p1', '2026-10-02'));
  await appendFile(path, '{"kind":"ANSWERED","ord');
  const second = await OwnBook.open(path);
  await second.add(answered('p2', '2026-10-02'));
  expect((await second.answers()).map(({ prompt }) => prompt)).toEqual(['p1', 'p2']);
  // Another program of the same agency sees what was added meanwhile.
  expect((await first.answers()).map(({ prompt }) => prompt)).toEqual(['p1', 'p2']);
});
