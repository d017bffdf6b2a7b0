import fc from 'fast-check';
import { type AgencyDatabases, agencyDatabases } from '../lib/AgencyDatabases.ts';
import { Choices } from '../lib/Choices.ts';
import { marksIn } from '../lib/filing/Filing.ts';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { fileFacts } from '../lib/people.ts';
import { type Operation, randomQuery } from '../lib/randomQuery.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';
import { isUntold, type World, type WorldPair, worldPair } from '../lib/worldPair.ts';

// Two partnerships that differ only in what the requester may not know. Whatever is asked, the bytes are the same.

const now = () => new Date('2026-11-21T23:00:00Z');
const seed = Number(process.env.ACCORD_SEED ?? Date.now() % 1_000_000);
const pairs = Number(process.env.ACCORD_PAIRS ?? 16);
const asksOfEach = Number(process.env.ACCORD_ASKS ?? 20);

type Side = Readonly<{
  server: TestServer;
  databases: AgencyDatabases;
  partnership: Partnership;
  become(world: World): Promise<void>;
}>;

async function openSide(): Promise<Side> {
  const server = await testServer();
  const databases = await agencyDatabases(server.adminUrl, server.folder);
  const store = await server.freshStore();
  const { mappings } = databases;
  const partnership = await openPartnership({ store, mappings, way: 'IN_PROCESS', now, development: true });
  return {
    ...{ server, databases, partnership },
    async become({ rows, facts }) {
      await server.forgetEverybody();
      await databases.hold(rows);
      await fileFacts(store, facts);
    },
  };
}

let sides: readonly Side[] = [];
beforeAll(async () => {
  sides = await Promise.all([openSide(), openSide()]);
});
afterAll(async () => {
  for (const { server, databases, partnership } of sides) {
    await partnership.close();
    await databases.close();
    await server.stop();
  }
});

const numbers = (size: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat(9_999_999), { minLength: 0, maxLength: size, size: 'max' });

function pairNumber(index: number): WorldPair {
  const [list = []] = fc.sample(fc.array(fc.nat(9_999_999), { minLength: 900, maxLength: 900 }), {
    seed: seed + index,
    numRuns: 1,
  });
  return worldPair(new Choices(list));
}

const cursorsIn = (body: string): readonly string[] =>
  [...body.matchAll(/"([\w-]{60,})"/g)].flatMap(([, cursor]) => (cursor ? [cursor] : []));

let shown = 0;
let refused = 0;

test.each(Array.from({ length: pairs }, (_, index) => index))(
  `what a requester may not know changes not one byte of any answer (ACCORD_SEED=${seed}, pair %i)`,
  async (index) => {
    const { as, purpose, worlds } = pairNumber(index);
    await Promise.all(sides.map((side, place) => side.become(worlds[place === 0 ? 0 : 1])));
    let cursors: readonly string[] = [];
    await fc.assert(
      fc.asyncProperty(numbers(160), async (list) => {
        // An agency's figures count everybody it has on file and name nobody: they are not this law's.
        const operation = randomQuery(new Choices(list), { cursors, without: ['figures'] });
        const [left, right] = await Promise.all(
          sides.map(({ partnership }) => partnership.ask({ as, purpose, ...operation })),
        );
        if (!left || !right) throw new Error('There are two sides.');
        const body = withoutReference(left.body);
        if (body !== withoutReference(right.body) || left.status !== right.status)
          throw new Error(difference(operation, left.body, right.body));
        const amiss = amissIn(body);
        if (amiss) throw new Error(`${amiss}\n${operation.query}\n${JSON.stringify(operation.variables)}\n${body}`);
        shown += marksIn(body).length;
        refused += left.status === 200 ? 0 : 1;
        cursors = [...cursors, ...cursorsIn(body)].slice(-6);
      }),
      {
        numRuns: asksOfEach,
        seed: seed + index,
        endOnFailure: false,
        interruptAfterTimeLimit: 30_000,
        markInterruptAsFailure: false,
      },
    );
  },
  120_000,
);

test('the law holds of a hub that tells things', () => {
  expect(shown).toBeGreaterThan(pairs);
  expect(refused).toBeLessThan(pairs * asksOfEach);
});

/** What no answer may have where every agency is well. */
function amissIn(body: string): string | undefined {
  if (isUntold(body)) return 'Something was told that nobody may know.';
  if (body.includes('"code":"HUB_FAULT"')) return 'The hub failed.';
  const { extensions } = JSON.parse(body);
  return extensions?.sources
    ? `The hub says that something is missing: ${JSON.stringify(extensions.sources)}`
    : undefined;
}

/** A fault of the hub has a reference, which is random. */
const withoutReference = (body: string): string => body.replace(/Reference [\w-]{36}/g, 'Reference');

function difference({ query, variables }: Operation, left: string, right: string): string {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 200), at + 200);
  return `${query}\n${JSON.stringify(variables)}\n one: …${around(left)}…\nother: …${around(right)}…`;
}
