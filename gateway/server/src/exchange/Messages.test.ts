import { mostInBundle, takesBundles } from '@accord/contract/bundle';
import type { Permit } from '@accord/contract/permit';
import { freshExchangeKey } from '@accord/contract/permitKey';
import type { Partner, Requester } from '../identity/Requester.ts';
import { type Asking, Messages } from './Messages.ts';
import type { Incoming } from './Transport.ts';

const partner = (id: string): Partner => ({
  ...{ id, name: id, kind: 'HOUSING', state: 'ACTIVE', participation: 'ALL', url: `http://${id}`, publicKey: null },
  ...{ contractVersion: '1.3', modules: [], moduleRevisions: {}, entity: [], joinedAt: new Date(0) },
});
const [harbour, wattle] = [partner('harbour'), partner('wattle')];
const mara: Requester = {
  ...{ user: 'mara', name: 'Mara', role: 'PRACTITIONER', agency: harbour, purpose: 'SERVICE_COORDINATION' },
  ...{ volunteer: false, self: null },
};
const now = new Date('2026-11-22T10:00:00Z');

/** One operation about one record of Wattle's. */
function asking(
  name: string,
  {
    categories = ['HOUSING'],
    consented = [],
    number = '7',
    ...more
  }: Partial<Asking> & {
    categories?: readonly string[];
    consented?: readonly string[];
    number?: string;
  } = {},
): Asking {
  const record = {
    ...{ handle: `h${number}`, agency: 'wattle', number, client: 'c' },
    ...{ categories: new Map(categories.map((one) => [one, []])), consented: new Set(consented) },
  };
  return {
    ...{ partner: wattle, requester: mara, now, operation: JSON.stringify({ query: name }) },
    asked: [{ kind: 'RECORD', id: record.handle, record, partner: wattle }],
    ...more,
  };
}

type Sent = Readonly<{ queries: readonly string[]; permit: Permit }>;
const answerOf = (query: string) => ({ data: query });

/** A hub's messages to an agency that answers each operation with its own text, and a record of what it was sent. */
function messagesTo(
  judge: (queries: readonly string[]) => Incoming | undefined = () => undefined,
  takes = takesBundles,
) {
  const sent: Sent[] = [];
  const messages = new Messages({
    deadlineMs: 60_000,
    signPermit: async ({ permit }) => JSON.stringify(permit),
    transport: {
      async send({ body, permit }) {
        const read: { query?: string; operations?: { query: string }[] } = JSON.parse(body);
        const queries = read.operations?.map(({ query }) => query) ?? [read.query ?? ''];
        sent.push({ queries, permit: JSON.parse(permit) });
        const answer = read.operations
          ? queries.map((query) => ({ status: 200, answer: answerOf(query) }))
          : answerOf(read.query ?? '');
        return judge(queries) ?? { kind: 'ANSWERED', status: 200, body: JSON.stringify(answer), takes };
      },
    },
  });
  const ask = (...askings: readonly Asking[]) => Promise.all(askings.map((one) => messages.ask(one)));
  return { ask, sent: () => sent.splice(0) };
}
/** The same, after the agency has said what it accepts. */
async function knownMessages(judge?: (queries: readonly string[]) => Incoming | undefined) {
  const { ask, sent } = messagesTo(judge);
  await ask(asking('first'));
  sent();
  return { ask, sent };
}
const told = (query: string) => ({ kind: 'ANSWERED', status: 200, answer: answerOf(query) });

test('no other agency learns through which agency the person themself signed in', async () => {
  const ada: Requester = { ...mara, user: 'ada@client', role: 'CLIENT', purpose: 'CLIENT_ACCESS', self: 'c' };
  const { ask, sent } = messagesTo();
  await ask(asking('1', { requester: ada }));
  await ask(asking('1', { requester: { ...ada, agency: wattle } }));
  await ask(asking('1'));
  expect(sent().map(({ permit: { requester } }) => [requester.user, requester.agency])).toEqual([
    ['ada@client', ''],
    ['ada@client', 'wattle'],
    ['mara', 'harbour'],
  ]);
});

test('what one person asks of an agency for one purpose in one tick goes as one message, under one permit for all of it', async () => {
  const { ask, sent } = await knownMessages();
  expect(await ask(asking('a'), asking('b', { number: '8' }), asking('c'))).toEqual([told('a'), told('b'), told('c')]);
  expect(sent()).toEqual([
    {
      queries: ['a', 'b', 'c'],
      permit: {
        requester: { user: 'mara', role: 'PRACTITIONER', agency: 'harbour', purpose: 'SERVICE_COORDINATION' },
        releases: [{ records: ['7', '8'], categories: ['HOUSING'], basis: 'LAW' }],
        figures: false,
      },
    },
  ]);
});

test('one message never mixes the operations of two people, purposes, agencies or decisions, nor figures with records', async () => {
  const { ask, sent } = await knownMessages();
  const [first, second] = [asking('mara'), asking('another kind of a second', { number: '8', categories: ['HEALTH'] })];
  await ask(
    { ...first, asked: [...first.asked, ...asking('', { number: '8' }).asked] },
    asking('kim', { requester: { ...mara, user: 'kim' } }),
    asking('lead', { requester: { ...mara, role: 'TEAM_LEADER' } }),
    asking('other purpose', { requester: { ...mara, purpose: 'FV_ASSESSMENT' } }),
    asking('for another agency', { requester: { ...mara, agency: wattle } }),
    asking('after a withdrawal', { categories: [] }),
    asking('after a consent', { categories: ['HOUSING', 'HEALTH'] }),
    asking('another kind', { categories: ['HEALTH'] }),
    asking('by the person’s word', { consented: ['HOUSING'] }),
    { ...second, asked: [...first.asked, ...second.asked] },
    asking('a second later', { now: new Date(now.getTime() + 1_000) }),
    asking('figures', { asked: [{ kind: 'FIGURES', id: 'wattle', partner: wattle }] }),
    asking('elsewhere', { partner: { ...wattle, url: 'http://moved' } }),
  );
  expect(sent().map(({ queries }) => queries.length)).toEqual(Array.from({ length: 13 }, () => 1));
});

test('an agency that does not say it accepts bundles is asked one by one', async () => {
  const { ask, sent } = messagesTo(undefined, '');
  await ask(asking('first'));
  sent();
  expect(await ask(asking('a'), asking('b'))).toEqual([told('a'), told('b')]);
  expect(sent().map(({ queries }) => queries)).toEqual([['a'], ['b']]);
});

test('a bundle that is turned away is sent one by one, and no further bundle follows', async () => {
  const { ask, sent } = await knownMessages((queries) =>
    queries.length > 1 ? { kind: 'ANSWERED', status: 403, body: '{}', takes: takesBundles } : undefined,
  );
  expect(await ask(asking('a'), asking('b'))).toEqual([told('a'), told('b')]);
  expect(await ask(asking('c'), asking('d'))).toEqual([told('c'), told('d')]);
  expect(sent().map(({ queries }) => queries.length)).toEqual([2, 1, 1, 1, 1]);
});

test('a bundle holds no more than an agency accepts, and the fate of the whole is the fate of each operation in it', async () => {
  const { ask, sent } = await knownMessages((queries) =>
    queries.length > 1 ? { kind: 'ANSWERED', status: 429, body: '{}' } : undefined,
  );
  const replies = await ask(...Array.from({ length: mostInBundle + 1 }, () => asking('a')));
  expect(sent().map(({ queries }) => queries.length)).toEqual([mostInBundle, 1]);
  expect(replies.map((one) => one.kind === 'ANSWERED' && one.status)).toEqual([
    ...Array.from({ length: mostInBundle }, () => 429),
    200,
  ]);
});

test('nobody is left waiting for what cannot be sent', async () => {
  const { ask } = await knownMessages((queries) => {
    if (queries.length > 1) throw new Error('no permit');
    return undefined;
  });
  const asked = [asking('a'), asking('b')].map((one) => ask(one));
  expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

const answer = { status: 200, answer: {} };
test.each([
  ['says too little', [answer]],
  ['says too much', [answer, answer, answer]],
  ['says of one what cannot be read', [answer, { status: 'none' }]],
  ['says of one more what cannot be read', [{ status: 'none' }, answer, answer]],
])('a list that does not answer each operation of a bundle answers none: it %s', async (_what, list) => {
  const { ask } = await knownMessages((queries) =>
    queries.length > 1 ? { kind: 'ANSWERED', status: 200, body: JSON.stringify(list) } : undefined,
  );
  expect((await ask(asking('a'), asking('b'))).map((one) => one.kind === 'ANSWERED' && one.status)).toEqual([500, 500]);
});

test('an agency that does not have the key of a permit is asked once more, under a signed one', async () => {
  const told = freshExchangeKey().publicKey;
  const under: (string | undefined)[] = [];
  const messages = new Messages({
    deadlineMs: 60_000,
    signPermit: async ({ theirs }) => {
      under.push(theirs);
      return theirs ?? 'signed';
    },
    transport: {
      send: async ({ permit }) => ({
        kind: 'ANSWERED',
        status: permit === told ? 421 : 200,
        body: '{}',
        takes: `key=${told}`,
      }),
    },
  });
  for (const name of ['first', 'second', 'third'])
    expect(await messages.ask(asking(name))).toEqual({ kind: 'ANSWERED', status: 200, answer: {} });
  expect(under).toEqual([undefined, told, undefined, undefined]);
});
