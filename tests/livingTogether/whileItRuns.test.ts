import { changeModule } from '@accord/cli/contract/changeModule';
import type { Mapping } from '@accord/kit/Mapping';
import { createAgency } from '@accord/kit/serve/createAgency';
import { askOverHttp } from '@accord/server/agencies/askOverHttp';
import { inspectAgency } from '@accord/server/agencies/inspectAgency';
import { readKeys } from '@accord/server/keys';
import { openStore, type Store } from '@accord/server/store/Store';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { legalModule, legalSdl, legalSdlNext } from '../lib/legalModule.ts';
import { hubKeys, linkageSecret } from '../lib/openAgencies.ts';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { patienceMs } from '../lib/patience.ts';
import { putOnFile } from '../lib/people.ts';
import { smallAgency } from '../lib/smallAgency.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// Two replicas of one hub get questions without a pause while agencies join, are upgraded, suspended and removed, and while
// modules come and go.

const now = () => new Date('2026-11-21T23:00:00Z');
let server: TestServer;
let url: string;
let store: Store;
let other: Store;
let replicas: readonly Partnership[];
const open: FastifyInstance[] = [];

const kinds = ['SERVICE_USE', 'IDENTITY', 'CONTACT', 'HOUSING', 'LEGAL'];
beforeAll(async () => {
  server = await testServer();
  url = await server.freshDatabase();
  store = openStore(url);
  const mappings = [smallAgency('harbour')];
  const first = await openPartnership({ store, mappings, way: 'HTTP', now });
  other = openStore(url);
  const second = await openPartnership({ store: other, mappings, way: 'HTTP', now });
  replicas = [first, second];
  await putOnFile(store, {
    people: { ada: { harbour: 1, wattle: 1 } },
    consents: [{ id: 'c1', subject: 'ada', rule: { except: [{ categories: kinds }] } }],
  });
});
afterAll(async () => {
  for (const replica of replicas) await replica.close();
  for (const agency of open) await agency.close();
  await store.close();
  await other.close();
  await server.stop();
});

const baseQuery =
  '{ client(id: "ada") { name { given } records { agency { id } identity { name { family } pronouns } } } }';
const legalQuery = '{ client(id: "ada") { records { agency { id } representation { lawyer } } } }';
const courtQuery = '{ client(id: "ada") { records { agency { id } representation { lawyer court } } } }';

type Body = Readonly<{
  data?: { client: { name?: unknown; records: readonly Told[] } };
  errors?: unknown;
  extensions?: unknown;
}>;
type Told = Readonly<{ agency: { id: string }; identity?: unknown; representation?: unknown }>;

const ask = async (replica: Partnership, query: string): Promise<Body> =>
  JSON.parse((await replica.ask({ as: 'mara', query })).body);
const agenciesIn = ({ data }: Body): readonly string[] =>
  (data?.client.records ?? []).map(({ agency }) => agency.id).sort();
const toldBy = ({ data }: Body, id: string) => data?.client.records.find(({ agency }) => agency.id === id);

/** Asks both replicas again and again until each answers as expected; a few seconds at most. */
async function until(query: string, holds: (body: Body) => boolean): Promise<void> {
  for (const replica of replicas) {
    let body: Body = {};
    for (let turn = 0; turn < 300; turn += 1) {
      body = await ask(replica, query);
      if (holds(body)) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(holds(body) ? 'as awaited' : body).toBe('as awaited');
  }
}

/** Starts an agency and puts it on file as it is found, like `accord agency add` and `upgrade`. */
async function join(mapping: Mapping): Promise<void> {
  const { publicJwk } = await readKeys(hubKeys);
  const agency = await createAgency(mapping, {
    ...{ hubKey: publicJwk, linkageSecret, clock: now, log: pino({ level: 'silent' }) },
  });
  open.push(agency);
  const at = await agency.listen({ host: '127.0.0.1', port: 0 });
  const { revisions } = await store.modules.onFile();
  const found = await inspectAgency({
    id: mapping.id,
    ask: askOverHttp({ id: mapping.id, url: at }),
    revisions,
    deadlineMs: patienceMs,
  });
  if (found.kind !== 'FIT') throw new Error(found.why);
  const { contractVersion, modules, moduleRevisions } = found;
  await store.agencies.upsert({
    ...{ id: mapping.id, name: mapping.id, kind: 'TEST', entity: ['ISE'], url: at, publicKey: null },
    ...{ contractVersion, modules, moduleRevisions, state: 'ACTIVE', joinedAt: now() },
  });
}

test('changes take effect on the next request of every replica, and no request fails or is answered wrongly because of them', async () => {
  const wrong: unknown[] = [];
  let asked = 0;
  let ended = false;
  const load = replicas.map(async (replica) => {
    while (!ended) {
      const body = await ask(replica, baseQuery);
      asked += 1;
      const right =
        body.errors === undefined &&
        body.extensions === undefined &&
        JSON.stringify(body.data?.client.name) === '{"given":"Ada"}' &&
        JSON.stringify(toldBy(body, 'harbour')?.identity) === '{"name":{"family":"of harbour"},"pronouns":"they/them"}';
      if (!right) wrong.push(body);
    }
  });
  const everywhere = async (agencies: readonly string[], pronouns?: string | null): Promise<void> => {
    for (const replica of replicas) {
      const body = await ask(replica, baseQuery);
      expect(agenciesIn(body)).toEqual(agencies);
      if (pronouns !== undefined) expect(toldBy(body, 'wattle')?.identity).toMatchObject({ pronouns });
    }
  };
  try {
    await everywhere(['harbour']);
    await join(smallAgency('wattle', { contract: '1.0' }));
    await everywhere(['harbour', 'wattle'], null);
    await join(smallAgency('wattle'));
    await everywhere(['harbour', 'wattle'], 'they/them');
    await store.agencies.setState('wattle', 'SUSPENDED');
    await everywhere(['harbour']);
    await store.agencies.setState('wattle', 'ACTIVE');
    await everywhere(['harbour', 'wattle']);

    // A module is added: its fields can be queried, and are null until an agency serves them.
    expect((await ask(replicas[0] ?? never(), legalQuery)).errors).toBeDefined();
    await changeModule({ name: 'legal', sdl: legalSdl, by: 'mei' }, store);
    await until(legalQuery, ({ errors }) => errors === undefined);
    await join(smallAgency('wattle', { ownModules: [legalModule()] }));
    await until(legalQuery, (body) => JSON.stringify(toldBy(body, 'wattle')?.representation) === '{"lawyer":true}');
    expect(toldBy(await ask(replicas[0] ?? never(), legalQuery), 'harbour')?.representation).toBeNull();

    // A newer revision is added: an agency on the older one answers with what it knows.
    await changeModule({ name: 'legal', sdl: legalSdlNext, by: 'mei' }, store);
    await until(courtQuery, ({ errors }) => errors === undefined);
    await until(
      courtQuery,
      (body) => JSON.stringify(toldBy(body, 'wattle')?.representation) === '{"lawyer":true,"court":null}',
    );
    expect((await ask(replicas[0] ?? never(), courtQuery)).extensions).toBeUndefined();

    // A bad module is refused when it is added; if it gets on file all the same, every replica refuses it.
    const bad = legalSdlNext.replace(' @category(is: "LEGAL")', '');
    await expect(changeModule({ name: 'more', sdl: bad, by: 'mei' }, store)).rejects.toThrow(
      '"more" is refused. Nothing was changed:',
    );
    expect(await store.modules.revision()).toBe(2);
    await store.modules.change({ name: 'more', sdl: bad, at: now(), by: 'somebody', after: 2 });
    for (const replica of replicas)
      for (let turn = 0; turn < 300 && !replica.logged().includes('cannot be composed'); turn += 1)
        await new Promise((resolve) => setTimeout(resolve, 100));
    for (const replica of replicas) expect(replica.logged()).toContain('cannot be composed');
    await until(courtQuery, ({ errors }) => errors === undefined);

    // It is removed, and its fields with it.
    await store.modules.change({ name: 'more', sdl: null, at: now(), by: 'somebody', after: 3 });
    await changeModule({ name: 'legal', sdl: null, by: 'mei' }, store);
    await until(legalQuery, ({ errors }) => errors !== undefined);
    await store.agencies.remove('wattle', now());
    await everywhere(['harbour']);
  } finally {
    ended = true;
    await Promise.all(load);
  }
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(20);
});

const never = (): never => {
  throw new Error('There is a replica.');
};
