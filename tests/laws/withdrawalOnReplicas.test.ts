import { openStore, type Store } from '@accord/server/store/Store';
import type { FastifyInstance } from 'fastify';
import { type AgencyDatabases, agencyDatabases } from '../lib/AgencyDatabases.ts';
import { adaAtWattle } from '../lib/adaAtWattle.ts';
import { Choices } from '../lib/Choices.ts';
import { type ConsentEvent, checkHistory, type Read, type Slot } from '../lib/checkHistory.ts';
import { type HubProcess, monotonic, startHubProcess } from '../lib/HubProcess.ts';
import { openAgencies } from '../lib/openAgencies.ts';
import { putOnFile } from '../lib/people.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// Three hubs, each in its own process, on one PostgreSQL, over real HTTP with real agencies. While questions keep coming,
// consents are given and withdrawn at any of the hubs. Afterwards there must be one order that explains everything.

const seed = Number(process.env.ACCORD_SEED ?? Date.now() % 1_000_000);
const withdrawals = Number(process.env.ACCORD_WITHDRAWALS ?? 2_000);
const people = Array.from({ length: 24 }, (_, n) => `p${n}`);
const kinds = ['IDENTITY', 'SERVICE_USE'] as const;
const readers = 4;
const writers = 6;

let server: TestServer;
let databases: AgencyDatabases;
let agencies: ReadonlyMap<string, FastifyInstance>;
let store: Store;
let hubs: readonly HubProcess[] = [];

beforeAll(async () => {
  server = await testServer();
  databases = await agencyDatabases(server.adminUrl, server.folder);
  await databases.hold({ wattle: { TBL_PERS: people.map((_, n) => ({ PRS_NO: n + 1, ...adaAtWattle })) } });
  const url = await server.freshDatabase();
  store = openStore(url);
  agencies = await openAgencies(databases.mappings, { store, way: 'HTTP', now: () => new Date() });
  await putOnFile(store, { people: Object.fromEntries(people.map((person, n) => [person, { wattle: n + 1 }])) });
  hubs = await Promise.all([1, 2, 3].map(() => startHubProcess(url)));
});
afterAll(async () => {
  await Promise.all(hubs.map((hub) => hub.kill()));
  for (const agency of agencies.values()) await agency.close();
  await store.close();
  await databases.close();
  await server.stop();
});

/** Each writer and reader has a random source of its own, derived from the seed. */
function dice(number: number): Choices {
  let state = (seed * 7_919 + number * 104_729 + 1) % 2_147_483_647;
  return new Choices(
    Array.from({ length: 100_000 }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return state;
    }),
  );
}

type Said = Readonly<{ id: string; asked: number; answered: number; hub: HubProcess; body: string; status: number }>;

let asked = 0;
async function ask(
  hub: HubProcess,
  as: (id: string) => string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Said> {
  asked += 1;
  const id = `r${asked}`;
  const start = monotonic();
  const { status, body } = await hub.ask({ as: as(id), query, variables, id });
  return { id, asked: start, answered: monotonic(), hub, status, body };
}

const tess = (): string => 'tess.PRACTITIONER.wattle';

type Place = Readonly<{ person: string; kind: string }>;
type Word = Said & Readonly<{ place: Place; consent: string }>;

/**
 * Alternately gives and withdraws consents in all these places, each time in one request to a random hub. Ends with a
 * withdrawal.
 */
async function write(places: readonly Place[], times: number, choices: Choices): Promise<readonly Word[]> {
  const words: Word[] = [];
  const say = async (field: string, type: string, values: readonly unknown[]): Promise<readonly string[]> => {
    const query = `mutation (${values.map((_, n) => `$v${n}: ${type}`).join(', ')}) {
      ${values.map((_, n) => `w${n}: ${field}: $v${n}) { consent { id } }`).join(' ')} }`;
    const variables = Object.fromEntries(values.map((value, n) => [`v${n}`, value]));
    const said = await ask(choices.pick(hubs), tess, query, variables);
    const { data, errors } = JSON.parse(said.body);
    if (errors) throw new Error(said.body);
    return places.map((place, n) => {
      const { id } = data[`w${n}`].consent;
      words.push({ ...said, place, consent: id });
      return id;
    });
  };
  const how = { evidence: 'VERBAL', noticeVersion: '1', language: 'English' };
  const inputs = places.map(({ person, kind }) => ({
    client: person,
    agencies: ['harbour'],
    categories: [kind],
    ...how,
  }));
  for (let turn = 0; turn < times; turn += 1) {
    const given = await say('recordConsent(consent', 'ConsentInput!', inputs);
    await say('withdrawConsent(id', 'ID!', given);
  }
  return words;
}

type Asked = Said & Readonly<{ whom: readonly string[]; kinds: readonly string[] }>;

/** Asks about one to three people, again and again. The hub answers most questions alone; some need the agency too. */
async function read(going: () => boolean, choices: Choices): Promise<readonly Asked[]> {
  const reads: Asked[] = [];
  while (going()) {
    const whom = [...new Set(Array.from({ length: 1 + choices.below(3) }, () => choices.pick(people)))];
    const named = choices.below(4) === 0;
    const fields = `agency { id } ${named ? 'identity { name { given } }' : ''}`;
    const query = `query (${whom.map((_, n) => `$v${n}: ID!`).join(', ')}) {
      ${whom.map((_, n) => `c${n}: client(id: $v${n}) { records { ${fields} } }`).join(' ')} }`;
    const variables = Object.fromEntries(whom.map((person, n) => [`v${n}`, person]));
    const said = await ask(choices.pick(hubs), (id) => `${id}.PRACTITIONER.harbour`, query, variables);
    reads.push({ ...said, whom, kinds: named ? kinds : ['SERVICE_USE'] });
  }
  return reads;
}

function shownIn({ body, status, whom }: Asked): Read['people'] {
  if (status !== 200) return new Map();
  const { data, errors, extensions } = JSON.parse(body);
  if (errors || extensions) throw new Error(body);
  return new Map(
    whom.map((person, n) => {
      const [record] = data[`c${n}`]?.records ?? [];
      if (!record) return [person, null];
      return [
        person,
        new Set([...(record.identity?.name ? ['IDENTITY'] : []), ...(record.agency ? ['SERVICE_USE'] : [])]),
      ];
    }),
  );
}

test(`every disclosure stands before or after every withdrawal, on three replicas (ACCORD_SEED=${seed}, ACCORD_WITHDRAWALS=${withdrawals})`, async () => {
  const places = people.flatMap((person) => kinds.map((kind): Place => ({ person, kind })));
  let going = true;
  const reading = Promise.all(Array.from({ length: readers }, (_, n) => read(() => going, dice(n))));
  const times = Math.ceil(withdrawals / places.length);
  const shares = Array.from({ length: writers }, (_, n) => places.filter((_place, index) => index % writers === n));
  const words = await Promise.all(shares.map((share, n) => write(share, times, dice(1_000 + n)))).finally(() => {
    going = false;
  });
  const asks = (await reading).flat();
  const sent = new Map((await Promise.all(hubs.map((hub) => hub.sent()))).flatMap((one) => [...one]));
  const sentOf = (id: string) => sent.get(id) ?? { began: Number.NaN, ended: Number.NaN };

  const history = {
    slots: places.map(
      (place): Slot => ({
        ...place,
        events: words
          .flat()
          .filter((word) => word.place === place)
          .map(
            ({ id, consent, asked: start, answered }): ConsentEvent => ({
              ...{ consent, asked: start, answered },
              acknowledged: sentOf(id).began,
            }),
          ),
      }),
    ),
    reads: asks.map(
      (one): Read => ({
        ...{ requester: one.id, asked: one.asked, answered: one.answered, kinds: one.kinds },
        ...{ sent: sentOf(one.id).ended, released: one.status === 200, people: shownIn(one) },
      }),
    ),
    entries: await store.ledger.read({ after: null, first: 10_000_000 }),
  };
  expect(checkHistory(history).slice(0, 20)).toEqual([]);
  expect(await store.ledger.verify()).toMatchObject({ kind: 'INTACT', entries: history.entries.length });

  // The test was not empty: questions and withdrawals overlapped, and something was disclosed.
  const refused = history.reads.filter(({ released }) => !released);
  console.log(
    `${asks.length} questions (${refused.length} told to ask again), ${withdrawals} withdrawals, ${history.entries.length} disclosures`,
  );
  for (const one of asks.filter(({ status }) => status !== 200)) expect(one.body).toContain('CONSENT_MOVED');
  expect(history.entries.length).toBeGreaterThan(withdrawals / 10);
});
