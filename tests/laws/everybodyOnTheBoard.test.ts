import { many, one } from '@accord/kit/section';
import { table } from '@accord/kit/table';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { fileFacts } from '../lib/people.ts';
import { smallAgency } from '../lib/smallAgency.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';
import type { TestUser } from '../lib/users.ts';

// A list of alerts over a caseload covers at most about 200 people. Somebody it does not cover must not look like somebody
// without an alert: the list says that it is incomplete and where the next people begin. Following it from list to list returns
// everybody's alerts, each once.

const people = 430;
const numbers = Array.from({ length: people }, (_, at) => String(at + 1));

const files = table({
  rows: async (asked) => numbers.filter((number) => asked.includes(number)).map((number) => ({ number })),
  of: ({ number }) => number,
});
/** Everybody has one alert, whose review is overdue. */
const harbour = smallAgency('harbour', {
  records: files,
  identity: one(files, ({ number }) => ({ name: { given: 'Ada', family: `Number ${number}` } })),
  contact: one(files, () => null),
  involvement: one(files, () => ({ since: '2026-01-05' })),
  alerts: many(files, ({ number }) => ({
    ...{ id: number, about: ['SERVICE_USE'], code: 'DATA_CORRECTION_PENDING', status: 'ACTIVE' as const },
    ...{ raisedOn: '2026-02-03', reviewDue: '2026-03-04', text: `About ${number}.` },
  })),
});

let server: TestServer;
let hub: Partnership;
beforeAll(async () => {
  server = await testServer();
  const store = await server.freshStore();
  hub = await openPartnership({
    ...{ store, mappings: [harbour], way: 'IN_PROCESS', now: () => new Date('2026-11-21T23:00:00Z') },
  });
  await fileFacts(store, {
    records: numbers.map((number) => ({
      ...{ person: `person-${number.padStart(3, '0')}`, agency: 'harbour', number: Number(number) },
      handle: `harbour-${number}`,
    })),
  });
});
afterAll(async () => {
  await hub?.close();
  await server?.stop();
});

type List = Readonly<{
  totalCount: number;
  complete: boolean;
  nextPeople: string | null;
  pageInfo: Readonly<{ hasNextPage: boolean; endCursor: string | null }>;
  nodes: readonly Readonly<{ alert: Readonly<{ text: string }> }>[];
}>;

async function ask(field: string, as: TestUser = 'lena', purpose = 'SERVICE_COORDINATION') {
  const query = `{ list: ${field} { totalCount complete nextPeople pageInfo { hasNextPage endCursor } nodes { alert { text } } } }`;
  const { body } = await hub.ask({ as, purpose, query });
  const { data, errors }: { data: { list: List } | null; errors?: readonly { extensions: { code: string } }[] } =
    JSON.parse(body);
  const code = errors?.[0]?.extensions.code;
  return { list: data?.list, code };
}

/** This list, and the lists of the people who follow. */
async function everyList(field: (more: string) => string): Promise<List[]> {
  const lists: List[] = [];
  for (let more = ''; ; ) {
    const { list } = await ask(field(more));
    if (!list) throw new Error('no list came');
    lists.push(list);
    if (list.nextPeople === null) return lists;
    more = `, peopleAfter: ${JSON.stringify(list.nextPeople)}`;
  }
}

const told = (lists: readonly List[]) => lists.flatMap(({ nodes }) => nodes.map(({ alert }) => alert.text)).sort();
const everyText = numbers.map((number) => `About ${number}.`).sort();

test.each([
  ['the board', (more: string) => `alerts(of: AGENCY, first: 200${more})`],
  ['reviews that are overdue', (more: string) => `alertsToReview(first: 200${more})`],
])('%s: somebody not on it is on one of the next lists, and only the last list is complete', async (_, field) => {
  const lists = await everyList(field);
  expect(lists.map(({ totalCount, complete }) => ({ totalCount, complete }))).toEqual([
    { totalCount: 200, complete: false },
    { totalCount: 200, complete: false },
    { totalCount: 30, complete: true },
  ]);
  expect(told(lists)).toEqual(everyText);
});

test('pages of a later list are about its own people', async () => {
  const { list: first } = await ask('alerts(of: AGENCY, first: 200)');
  const after = (list: List | undefined) => JSON.stringify(list?.pageInfo.endCursor);
  const next = `alerts(of: AGENCY, first: 150, peopleAfter: ${JSON.stringify(first?.nextPeople)}`;
  const { list: page } = await ask(`${next})`);
  const { list: rest } = await ask(`${next}, after: ${after(page)})`);
  expect([page?.pageInfo.hasNextPage, rest?.pageInfo.hasNextPage, rest?.nodes.length]).toEqual([true, false, 50]);
  expect(new Set(told([first, page, rest].filter((list) => list !== undefined))).size).toBe(400);
  // A page's cursor belongs to the list it came from.
  expect((await ask(`alerts(of: AGENCY, after: ${after(page)})`)).code).toBe('CURSOR_REFUSED');
});

test('the cursor to the next people is valid only for the person who got it, for the same purpose and people', async () => {
  const { list } = await ask('alerts(of: AGENCY)');
  const from = (more: string, of = 'AGENCY') => `alerts(of: ${of}, peopleAfter: ${JSON.stringify(more)})`;
  const next = String(list?.nextPeople);
  expect((await ask(from(next))).code).toBeUndefined();
  // As in every other list, an empty cursor is no cursor: the list starts at the beginning.
  expect(await ask(from(''))).toEqual(await ask('alerts(of: AGENCY)'));
  for (const refused of [
    ask(from(next), 'lou'),
    ask(from(next), 'lena', 'QUALITY_IMPROVEMENT'),
    ask(from(next, 'MINE')),
    ask(from('somewhere')),
  ])
    expect((await refused).code).toBe('CURSOR_REFUSED');
});

test('one person’s list is about them, and complete', async () => {
  const { body } = await hub.ask({
    ...{
      as: 'lena',
      query: '{ client(id: "person-007") { alerts { complete nextPeople nodes { alert { text } } } } }',
    },
  });
  expect(JSON.parse(body).data.client.alerts).toEqual({
    ...{ complete: true, nextPeople: null, nodes: [{ alert: { text: 'About 7.' } }] },
  });
});
