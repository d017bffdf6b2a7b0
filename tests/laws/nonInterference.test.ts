import fc from 'fast-check';
import { type AgencyDatabases, agencyDatabases } from '../lib/AgencyDatabases.ts';
import { Choices } from '../lib/Choices.ts';
import { marksIn } from '../lib/filing/Filing.ts';
import { namedOperation } from '../lib/namedOperation.ts';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { fileFacts } from '../lib/people.ts';
import { randomMutation } from '../lib/randomMutation.ts';
import { randomQuery, type Template } from '../lib/randomQuery.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';
import { isUntold, type World, type WorldPair, worldPair } from '../lib/worldPair.ts';

// Two partnerships that differ only in what the requester may not know. Whatever is asked, the bytes are the same.

const now = () => new Date('2026-11-21T23:00:00Z');
const seed = Number(process.env.ACCORD_SEED ?? Date.now() % 1_000_000);
/** How many times two worlds are to be asked the same. A run of fewer says so in its name and in the line it prints. */
const whole = 20_000;
const wanted = Number(process.env.ACCORD_PAIRS ?? 1_000);
/** Many worlds before many questions of each: what differs between two worlds is what the law is about. */
const asksOfEach = Math.min(500, Math.ceil(wanted / 16));
const pairs = Math.ceil(wanted / asksOfEach);
/** Fewer than there are questions: each is planned once, and asked again of other worlds with other variables. */
const documents = Math.min(1_000, Math.ceil(wanted / 3));
const quick = wanted < whole ? `, a quick look of ${wanted} only` : '';

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

let compared = 0;
let shown = 0;
let refused = 0;

/** Documents drawn once: the gateway plans each once for everyone, and every pair of worlds is asked many of them. */
const pool: readonly Template[] = fc
  .sample(numbers(160), { seed, numRuns: documents })
  // An agency's figures count everybody it has on file and name nobody: they are not this law's.
  .map((list) => randomQuery(new Choices(list), { without: ['figures'] }));

type Asked = Readonly<{ query?: string; documentId?: string; variables: Readonly<Record<string, unknown>> }>;

/** A question as the choices have it: a document of the pool, or an operation asked by its name. */
function question(choices: Choices, cursors: readonly string[]): Asked {
  if (choices.chance(5)) return namedOperation(choices, cursors);
  const template = choices.pick(pool);
  return { query: template.query, variables: template.draw(choices, cursors) };
}

async function compare({ as, purpose }: WorldPair, asked: Asked): Promise<string> {
  const [left, right] = await Promise.all(sides.map(({ partnership }) => partnership.ask({ as, purpose, ...asked })));
  if (!left || !right) throw new Error('There are two sides.');
  const body = withoutChance(left.body);
  if (body !== withoutChance(right.body) || left.status !== right.status)
    throw new Error(difference(asked, left.body, right.body));
  const amiss = amissIn(body);
  if (amiss) throw new Error(`${amiss}\n${JSON.stringify(asked)}\n${body}`);
  compared += 1;
  shown += marksIn(body).length;
  refused += left.status === 200 ? 0 : 1;
  return body;
}

/** The smallest question that still fails, found by shrinking the choices it was drawn from; its error. */
async function smallest(
  pair: WorldPair,
  list: number[],
  cursors: readonly string[],
  failed: unknown,
): Promise<unknown> {
  const drawnFrom = numbers(60);
  let [kept, error] = [list, failed];
  for (let again = true; again; ) {
    again = false;
    for (const smaller of drawnFrom.shrink(kept, undefined)) {
      const found = await compare(pair, question(new Choices(smaller.value), cursors)).then(
        () => undefined,
        (fault: unknown) => fault,
      );
      if (found === undefined) continue;
      [kept, error, again] = [smaller.value, found, true];
      break;
    }
  }
  return error;
}

test.each(Array.from({ length: pairs }, (_, index) => index))(
  `what a requester may not know changes not one byte of any answer (ACCORD_SEED=${seed}, worlds %i${quick})`,
  async (index) => {
    const pair = pairNumber(index);
    await Promise.all(sides.map((side, place) => side.become(pair.worlds[place === 0 ? 0 : 1])));
    const lists = fc.sample(numbers(60), { seed: seed + index, numRuns: asksOfEach });
    let cursors: readonly string[] = [];
    for (const [place, list] of lists.entries()) {
      // What changes consents comes last, so that most is asked while most is told.
      if (place >= asksOfEach * 0.95) await compare(pair, randomMutation(new Choices(list)));
      else
        try {
          const body = await compare(pair, question(new Choices(list), cursors));
          cursors = [...cursors, ...cursorsIn(body)].slice(-6);
        } catch (error) {
          throw await smallest(pair, list, cursors, error);
        }
    }
  },
  300_000,
);

test('the law holds of a hub that tells things', () => {
  process.stdout.write(`${compared} questions compared in ${pairs} pairs of worlds, ACCORD_SEED=${seed}${quick}\n`);
  expect(compared).toBeGreaterThanOrEqual(wanted);
  expect(shown).toBeGreaterThan(compared / 20);
  expect(refused).toBeLessThan(compared / 2);
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

/** Ids of new consents, and references of faults, are random. */
const withoutChance = (body: string): string => body.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'random');

function difference(asked: Asked, left: string, right: string): string {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 200), at + 200);
  return `${JSON.stringify(asked, null, 1)}\n one: …${around(left)}…\nother: …${around(right)}…`;
}
