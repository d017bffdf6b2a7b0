import type { Store } from '@accord/server/store/Store';
import fc from 'fast-check';
import { type AgencyDatabases, agencyDatabases } from '../lib/AgencyDatabases.ts';
import { adaAtWattle } from '../lib/adaAtWattle.ts';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { putOnFile } from '../lib/people.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// Consents are given, refused and withdrawn through the graph, in any order. After each step Mara of Harbour asks about
// Wattle's record: she sees what is permitted at that moment, no more and no less, and the ledger records all of it.

const kinds = ['IDENTITY', 'SERVICE_USE', 'FV_RISK', 'CONTACT'] as const;
type Kind = (typeof kinds)[number];
type Step =
  | Readonly<{ kind: 'GIVE' | 'REFUSE'; categories: readonly Kind[] }>
  | Readonly<{ kind: 'WITHDRAW'; which: number }>;

const now = () => new Date('2026-11-21T23:00:00Z');
let server: TestServer;
let databases: AgencyDatabases;
let partnership: Partnership;
let store: Store;
let people = 0;

beforeAll(async () => {
  server = await testServer();
  databases = await agencyDatabases(server.adminUrl, server.folder);
  await databases.hold({
    wattle: {
      TBL_PERS: [
        {
          ...{ PRS_NO: 2, ...adaAtWattle, ALRT_STAT: 'FV-H', ALRT_NO: 21, ALRT_CRT: 'A' },
          ...{ ALRT_ST: 'O', ALRT_DT: '05/03/2026', ALRT_LVL: '1', ALRT_CMT: 'Threats.' },
        },
      ],
      TBL_CTACT: [{ PRS_NO: 2, PH_NO: '03 5550 0002' }],
    },
  });
  store = await server.freshStore();
  partnership = await openPartnership({ store, mappings: databases.mappings, way: 'IN_PROCESS', now });
  await putOnFile(store, { people: { ada: { wattle: 2 } } });
});
afterAll(async () => {
  await partnership.close();
  await databases.close();
  await server.stop();
});

const link = (clientId: string) =>
  store.links.link([
    { handle: 'ada-1', clientId, kind: 'CONFIRMED', decidedBy: 'test', reason: 'a new person', at: now() },
  ]);

const say = async (query: string): Promise<string> => {
  const { body } = await partnership.ask({ as: 'tess', query });
  const { data, errors } = JSON.parse(body);
  if (errors) throw new Error(body);
  return (data.recordConsent ?? data.withdrawConsent).consent.id;
};

/** What is permitted: everything given and not withdrawn, minus everything refused and not withdrawn. */
function standing(
  words: readonly Readonly<{ refuse: boolean; categories: readonly Kind[]; live: boolean }>[],
): readonly Kind[] {
  const live = words.filter((word) => word.live);
  const refused = new Set(live.filter(({ refuse }) => refuse).flatMap(({ categories }) => categories));
  const given = new Set(live.filter(({ refuse }) => !refuse).flatMap(({ categories }) => categories));
  return kinds.filter((kind) => given.has(kind) && !refused.has(kind));
}

const categories = fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('GIVE' as const), categories }),
  fc.record({ kind: fc.constant('REFUSE' as const), categories }),
  fc.record({ kind: fc.constant('WITHDRAW' as const), which: fc.nat(9) }),
);

test('what is permitted is shown, at once and no longer, and the ledger has all of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      people += 1;
      const person = `ada${people}`;
      // Wattle's one record is linked to a new person for each run, so that nothing from an earlier run is on file for them.
      await link(person);
      const words: { id: string; refuse: boolean; categories: readonly Kind[]; live: boolean }[] = [];
      for (const one of steps) {
        if (one.kind === 'WITHDRAW') {
          const word = words[one.which % Math.max(words.length, 1)];
          if (!word) continue;
          await say(`mutation { withdrawConsent(id: "${word.id}") { consent { id } } }`);
          word.live = false;
        } else {
          const refuse = one.kind === 'REFUSE';
          const id = await say(
            `mutation { recordConsent(consent: { client: "${person}", refuse: ${refuse}, agencies: ["harbour"], categories: ${JSON.stringify(one.categories)}, evidence: VERBAL, noticeVersion: "1", language: "English" }) { consent { id } } }`,
          );
          words.push({ id, refuse, categories: one.categories, live: true });
        }
        await holds(person, standing(words));
      }
    }),
    { numRuns: 40 },
  );
  expect(await store.ledger.verify()).toMatchObject({ kind: 'INTACT' });
});

async function holds(person: string, open: readonly Kind[]): Promise<void> {
  const before = (await store.ledger.head()).seq;
  const query = `{ client(id: "${person}") { records { agency { id } identity { name { given } } contact { email } alerts { text } } } }`;
  const { body } = await partnership.ask({ as: 'mara', query });
  const records = JSON.parse(body).data.client?.records ?? [];
  if (open.length === 0) {
    expect(records).toEqual([]);
    expect((await store.ledger.head()).seq).toBe(before);
    return;
  }
  const [record] = records;
  expect(record).toEqual({
    agency: open.includes('SERVICE_USE') ? { id: 'wattle' } : null,
    identity: open.includes('IDENTITY') ? { name: { given: 'Ada' } } : null,
    contact: open.includes('CONTACT') ? { email: null } : null,
    alerts: open.includes('FV_RISK') ? [{ text: 'Threats.' }] : [],
  });
  const [entry, ...others] = await store.ledger.read({ after: before, first: 10 });
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ requester: 'mara', agencyId: 'wattle', clientId: person });
  // An empty contact discloses nothing; everything else that is shown is in the ledger.
  expect(entry?.categories).toEqual(open.filter((kind) => kind !== 'CONTACT').sort());
  expect(entry?.basis.length).toBeGreaterThanOrEqual(open.some((kind) => kind !== 'CONTACT') ? 1 : 0);
}
