import { type ExecutionResult, type GraphQLError, Kind, parse } from 'graphql';
import { choicesFrom } from '../../lib/randomQuestion.ts';
import { type Both, bothExecutors, type Executed } from './bothExecutors.ts';
import { noneWider, type Wider } from './countWider.ts';
import { type Asked, inventOperation } from './inventOperation.ts';
import { type Invented, inventSupergraph } from './inventSupergraph.ts';
import { isBelowNull } from './isBelowNull.ts';
import { keepsPromise } from './keepsPromise.ts';

// Apollo's executor is the oracle of the hub's own, over invented supergraphs, operations and subgraphs that err.

const seed = Number(process.env.ACCORD_SEED ?? Date.now() % 1_000_000);
const supergraphs = Number(process.env.ACCORD_SUPERGRAPHS ?? 6);
const operationsOfEach = 40;

/** So many supergraphs that compose, of this seed. */
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

/** The law of one supergraph: both executors tell the same of each operation, and the hub's own asks no more. */
async function answersAlike(supergraph: Invented, place: number): Promise<void> {
  const both = await bothExecutors(supergraph, String(seed + place), 'LEAVES');
  for (const asked of operationsOf(both, place)) {
    const [own, apollo] = [await both.own(asked), await both.apollo(asked)];
    const told = { asked, subgraphs: supergraph.subgraphs };
    const trust = trustIn(asked, own);
    // In a chain of `@requires`, Apollo's planner asks for a computed field where it stands, without what it requires, and once more with
    // that, in parallel with the fetch that reads the field. The hub's own executor waits for the second; Apollo's reads the first.
    const isRead = own.ofNothing > 0 && /\bofof/.test(asked.query);
    if (isRead) counted.chainsOfNothing += 1;
    const judged = (one: Executed) => ({
      ...plain(one.result, asked, trust),
      ...(isRead && { data: withoutChains(one.result?.data) }),
      thrown: one.thrown,
      ...told,
    });
    expect(judged(own)).toEqual(judged(apollo));
    // Apollo's executor puts fragments of one type together, and a field that stands there with a condition and without one in two
    // places, where the specification (7.2.2) wants the order of the operation.
    if (!isRead && !/\.\.\.|@/.test(asked.query))
      expect({ asked, data: JSON.stringify(own.result?.data) }).toEqual({
        asked,
        data: JSON.stringify(apollo.result?.data),
      });
    expect(own.sent).toBeLessThanOrEqual(apollo.sent);
    const merged = await both.merged(asked);
    expect({ ...exact(merged), ...told }).toEqual({ ...exact(own), ...told });
    // Fetches of a merged request that failed are sent again, each alone.
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
  // Any few may lack one of these: others are tried, by the same law, until each was seen.
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
      // However long each subgraph takes, and whether fetches are merged or not.
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

/** Without what was computed from a computed field. */
const withoutChains = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data ?? null), (_, value) => (/^\{.*"oftold":/.test(value) ? 'of a chain' : value));

/** All that is told, as it goes over a wire. */
const exact = ({ result, thrown }: Pick<Executed, 'result' | 'thrown'>) => ({
  text: JSON.stringify(result ?? null),
  thrown,
});

/**
 * How far Apollo's places of errors are to be believed. Where fragments leave out objects it counts them among those it asked about, so that
 * only the keys of a path are right; so it does where an object that lacks a part of its key was not asked about. Where the root is in a list, it
 * tells once what happened to each, with an `@` that is no place at all.
 */
type Trust = 'PATHS' | 'KEYS' | 'MESSAGES';

const trustIn = ({ query }: Asked, { wider: sent, ofNoType }: Executed): Trust => {
  if (query.includes('backs')) return 'MESSAGES';
  return /\.\.\.|M/.test(query) || sent.nestedKeys + sent.compositeKeys + ofNoType > 0 ? 'KEYS' : 'PATHS';
};

function plain(result: ExecutionResult | undefined, asked: Asked, trust: Trust) {
  // What was seen before an object came to nothing hangs on the order of its fields, which Apollo's changes (above).
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

/** Of objects in lists of lists Apollo counts those that came, not the places they have among nulls. */
const isBelowListOfLists = (path: readonly (string | number)[]): boolean =>
  path.some((key, at) => typeof key === 'number' && typeof path[at + 1] === 'number' && at + 2 < path.length);

const listOf = (value: unknown): readonly GraphQLError[] => (Array.isArray(value) ? value : []);

/** Of a field that stands in fragments of several types, each executor names the type of another one. */
const withoutType = (text: string): string => text.replace(/(?<=\bfield )\w+\./, '');

/** Errors in one order, and their paths as far as they are of the answer, which neither `@` nor `_entities` is. */
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
