import { type ExecutionResult, type GraphQLError, Kind, parse } from 'graphql';
import { choicesFrom } from '../../lib/randomQuestion.ts';
import { type Both, bothExecutors, type Executed } from './bothExecutors.ts';
import { noneWider, type Wider } from './countWider.ts';
import { type Asked, inventOperation } from './inventOperation.ts';
import { type Invented, inventSupergraph } from './inventSupergraph.ts';
import { isBelowNull } from './isBelowNull.ts';
import { keepsPromise } from './keepsPromise.ts';

// Apollo's executor is the oracle for the hub's own, over invented supergraphs and operations, and over subgraphs that err.

const seed = Number(process.env.ACCORD_SEED ?? Date.now() % 1_000_000);
const supergraphs = Number(process.env.ACCORD_SUPERGRAPHS ?? 6);
const operationsOfEach = 40;

/** The first supergraphs from this seed that compose, this many. */
const composed = (from: number, count: number): readonly Invented[] =>
  choicesFrom(from, count * 4, 400)
    .flatMap((choices, nth) => inventSupergraph(choices, nth) ?? [])
    .slice(0, count);

const invented = composed(seed, supergraphs);

const operationsOf = (both: Both, place: number): readonly Asked[] =>
  choicesFrom(seed + place + 1, operationsOfEach * 2, 800)
    .flatMap((choices) => inventOperation(choices, both.api) ?? [])
    .slice(0, operationsOfEach);

const counted = {
  operations: 0,
  withErrors: 0,
  valueCompletion: 0,
  exactPaths: 0,
  judged: 0,
  sentOwn: 0,
  sentApollo: 0,
  requests: 0,
  requestsMerged: 0,
  chainsOfNothing: 0,
};
const wider = noneWider();
const widerNames = Object.keys(wider) as (keyof Wider)[];
afterAll(() => console.log(`ACCORD_SEED=${seed}: ${JSON.stringify(counted)} ${JSON.stringify(wider)}`));

test('enough supergraphs compose', () => {
  expect(invented).toHaveLength(supergraphs);
});

/** The law of one supergraph: for each operation both executors return the same, and the hub's own sends no more requests. */
async function answersAlike(supergraph: Invented, place: number): Promise<void> {
  const both = await bothExecutors(supergraph, String(seed + place), 'LEAVES');
  for (const asked of operationsOf(both, place)) {
    const [own, apollo] = [await both.own(asked), await both.apollo(asked)];
    const told = { asked, subgraphs: supergraph.subgraphs };
    const trust = trustIn(asked, own);
    // In a chain of `@requires`, Apollo's planner asks for a computed field in place, without what it requires, and again with
    // that, in parallel with the fetch that reads the field. The hub's own executor waits for the second; Apollo's reads the
    // first.
    const isRead = own.ofNothing > 0 && /\bofof/.test(asked.query);
    if (isRead) counted.chainsOfNothing += 1;
    const judged = (one: Executed) => ({
      ...plain(one.result, asked, trust),
      ...(isRead && { data: withoutChains(one.result?.data) }),
      thrown: one.thrown,
      ...told,
    });
    expect(judged(own)).toEqual(judged(apollo));
    // Apollo's executor merges fragments of one type. It puts a field that appears both with and without a condition in two
    // places, although the specification (7.2.2) demands the order of the operation.
    if (!isRead && !/\.\.\.|@/.test(asked.query))
      expect({ asked, data: JSON.stringify(own.result?.data) }).toEqual({
        asked,
        data: JSON.stringify(apollo.result?.data),
      });
    expect(own.sent).toBeLessThanOrEqual(apollo.sent);
    const merged = await both.merged(asked);
    expect({ ...exact(merged), ...told }).toEqual({ ...exact(own), ...told });
    // Fetches of a merged request that failed are sent again separately.
    if (!own.result?.errors) expect(merged.requests).toBeLessThanOrEqual(own.requests);
    for (const name of widerNames) if (!isRead || name !== 'requiredInChains') wider[name] += own.wider[name];
    counted.requests += own.requests;
    counted.requestsMerged += merged.requests;
    counted.operations += 1;
    counted.sentOwn += own.sent;
    counted.sentApollo += apollo.sent;
    if (own.result?.errors) counted.withErrors += 1;
    if (own.result?.extensions) counted.valueCompletion += 1;
    if (trust === 'PATHS' && own.result?.errors) counted.exactPaths += 1;
  }
}

test.each(invented.map((one, place) => [place, one] as const))(
  `both executors answer alike, and the hub's own asks no more (ACCORD_SEED=${seed}, supergraph %i)`,
  (place, supergraph) => answersAlike(supergraph, place),
);

test(`what was asked had in it what few supergraphs have (ACCORD_SEED=${seed})`, async () => {
  const missing = (): readonly string[] => widerNames.filter((name) => wider[name] === 0);
  // A few supergraphs may lack one of these, so more are tried, under the same law, until each has been seen.
  for (const [place, one] of composed(seed + 1_000_000, 24).entries()) {
    if (missing().length === 0) break;
    await answersAlike(one, supergraphs + place);
  }
  expect(missing()).toEqual([]);
});

test.each(invented.map((one, place) => [place, one] as const))(
  `whatever subgraphs answer, callers are told what the schema promises (ACCORD_SEED=${seed}, supergraph %i)`,
  async (place, supergraph) => {
    const both = await bothExecutors(supergraph, String(seed + place), 'ANYTHING');
    for (const asked of operationsOf(both, place)) {
      const own = await both.own(asked);
      expect({ asked, thrown: own.thrown }).toEqual({ asked, thrown: undefined });
      // However long each subgraph takes, and whether or not fetches are merged.
      const told = { asked, subgraphs: supergraph.subgraphs };
      expect({ ...exact(await both.merged(asked)), ...told }).toEqual({ ...exact(own), ...told });
      const [operation] = parse(asked.query).definitions;
      if (operation?.kind !== Kind.OPERATION_DEFINITION || asked.query.includes('...')) continue;
      const { result } = own;
      expect({ asked, result, kept: keepsPromise(result?.data, operation, both.api) }).toMatchObject({ kept: true });
      counted.judged += 1;
    }
  },
);

/** The data without values that were computed from a computed field. */
const withoutChains = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data ?? null), (_, value) => (/^\{.*"oftold":/.test(value) ? 'of a chain' : value));

/** The whole result, as it goes over the network. */
const exact = ({ result, thrown }: Pick<Executed, 'result' | 'thrown'>) => ({
  text: JSON.stringify(result ?? null),
  thrown,
});

/**
 * How far Apollo's error paths can be trusted. If fragments leave out objects, it counts those among the objects it asked
 * about, so that only the keys of a path are right; the same happens if it did not ask about an object that lacks part of its
 * key. If the root is in a list, it reports once what happened to each item, with an `@` that is no position at all.
 */
type Trust = 'PATHS' | 'KEYS' | 'MESSAGES';

const trustIn = ({ query }: Asked, { wider: sent, ofNoType }: Executed): Trust => {
  if (query.includes('backs')) return 'MESSAGES';
  return /\.\.\.|M/.test(query) || sent.nestedKeys + sent.compositeKeys + ofNoType > 0 ? 'KEYS' : 'PATHS';
};

function plain(result: ExecutionResult | undefined, asked: Asked, trust: Trust) {
  // Which errors were seen before an object became null depends on the order of its fields, which Apollo's executor changes
  // (above).
  const isInOrder = !/\.\.\.|@/.test(asked.query);
  const seen = listOf(result?.extensions?.valueCompletion).filter(
    ({ path = [] }) => isInOrder || !(isBelowListOfLists(path) || isBelowNull(path, result?.data)),
  );
  const completion = errorsOf(seen, 'PATHS');
  return {
    data: result?.data,
    errors: errorsOf(result?.errors ?? [], trust),
    valueCompletion: asked.query.includes('...') ? completion.map(withoutType).sort() : completion,
  };
}

/** In lists of lists, Apollo's executor counts the objects that arrived, not their positions among nulls. */
const isBelowListOfLists = (path: readonly (string | number)[]): boolean =>
  path.some((key, at) => typeof key === 'number' && typeof path[at + 1] === 'number' && at + 2 < path.length);

const listOf = (value: unknown): readonly GraphQLError[] => (Array.isArray(value) ? value : []);

/** For a field that is in fragments of several types, each executor names a different type. */
const withoutType = (text: string): string => text.replace(/(?<=\bfield )\w+\./, '');

/** Errors in a fixed order, each path cut off where it leaves the answer: at `@` or `_entities`. */
function errorsOf(errors: readonly GraphQLError[], trust: Trust): readonly string[] {
  const texts = errors.map(({ message, path, extensions = {} }) => {
    if (trust === 'MESSAGES') return message;
    const end = path?.findIndex((key) => key === '@' || key === '_entities') ?? -1;
    const place = end === -1 ? path : path?.slice(0, end);
    return JSON.stringify([
      message,
      trust === 'PATHS' && !isBelowListOfLists(place ?? []) ? place : place?.filter((key) => typeof key === 'string'),
      extensions,
    ]);
  });
  return (trust === 'MESSAGES' ? [...new Set(texts)] : texts).sort();
}
