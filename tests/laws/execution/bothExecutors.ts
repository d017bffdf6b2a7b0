import { createHash } from 'node:crypto';
import { compileOperation } from '@accord/server/execution/compileOperation';
import { openPlanner, type Planner, type QueryPlan } from '@accord/server/execution/planner';
import type { ExecutionResult } from 'graphql';
import { buildSchema, type GraphQLSchema, parse, print } from 'graphql';
import { answerAsSubgraph, type Erring } from './answerAsSubgraph.ts';
import { countWider, noneWider, type Wider } from './countWider.ts';
import type { Asked } from './inventOperation.ts';
import type { Invented } from './inventSupergraph.ts';

process.env.APOLLO_TELEMETRY_DISABLED = '1';
const { ApolloGateway } = await import('@apollo/gateway');

/**
 * `sent`: representations, and fetches of other things. `requests`: how many requests carried them. `ofNothing`: in how many of
 * those a subgraph was to compute a field without what that field requires. `ofNoType`: how many answers had an object of a
 * type that the schema does not have.
 */
export type Executed = Readonly<{
  result?: ExecutionResult;
  thrown?: string;
  sent: number;
  requests: number;
  ofNothing: number;
  ofNoType: number;
  wider: Wider;
}>;
export type Both = Readonly<{
  api: GraphQLSchema;
  own(asked: Asked): Promise<Executed>;
  /** The hub's own executor with fetches merged, over subgraphs that take turns at being slow. */
  merged(asked: Asked): Promise<Executed>;
  apollo(asked: Asked): Promise<Executed>;
}>;

/** One supergraph over the same subgraphs, run by the hub's own executor and by Apollo's. */
export async function bothExecutors(invented: Invented, seed: string, erring: Erring): Promise<Both> {
  let [sent, requests, ofNothing, ofNoType, wider] = [0, 0, 0, 0, noneWider()];
  const answers = new Map(
    invented.subgraphs.map(({ name, sdl }) => [name, { sdl, answer: answerAsSubgraph(name, sdl, seed, erring) }]),
  );
  const sourceOf = (name: string) => {
    const subgraph = answers.get(name);
    if (!subgraph) throw new Error(`There is no subgraph ${name}.`);
    const { sdl, answer } = subgraph;
    return (query: string, variables: Readonly<Record<string, unknown>>) => {
      // Converted to JSON and back, as over a network.
      const taken: Record<string, unknown> = JSON.parse(JSON.stringify(variables));
      const lists = Object.entries(taken).flatMap(([key, list]) => (key.startsWith('representations') ? [list] : []));
      const representations = lists.flat() as Record<string, unknown>[];
      requests += 1;
      sent += lists.length > 0 ? representations.length : 1;
      return answer(query, taken).then((told) => {
        const text = JSON.stringify(told);
        countWider(wider, sdl, representations, text);
        if (text.includes('"{}"')) ofNothing += 1;
        if (text.includes('"Nope"')) ofNoType += 1;
        return JSON.parse(text);
      });
    };
  };
  const planner = plansKept(openPlanner(invented.supergraphSdl));
  /** A delay derived from the request, so that the order is the same whenever a seed is run again. */
  const slowness = async (name: string, body: string): Promise<void> => {
    const turns = createHash('sha1').update(`${seed} ${name} ${body}`).digest().readUInt8(0) % 5;
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const own = ({ query, variables }: Asked) =>
    compileOperation(
      parse(query),
      undefined,
      planner,
    )(variables, async (name, sent) => sourceOf(name)(sent.query, sent.variables));
  const merged = ({ query, variables }: Asked) =>
    compileOperation(parse(query), undefined, planner, { merges: () => true })(variables, async (name, { body }) => {
      const sent = JSON.parse(body);
      await slowness(name, body);
      return sourceOf(name)(sent.query, sent.variables);
    });
  const gateway = new ApolloGateway({
    supergraphSdl: invented.supergraphSdl,
    queryPlannerConfig: { reuseQueryFragments: false },
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    buildService: ({ name }) => {
      const ask = sourceOf(name);
      return {
        process: ({ request }) => ask(request.query ?? '', request.variables ?? {}).then(withoutInterfaces),
      };
    },
  });
  const { executor } = await gateway.load({ apollo: {} });
  const apollo = async ({ query, variables }: Asked): Promise<ExecutionResult> => {
    const queryHash = createHash('sha256').update(query).digest('hex');
    const incoming = { request: { query, variables }, document: parse(query), queryHash, context: {}, metrics: {} };
    // The server adds more than this, but no executor reads the rest.
    return executor(incoming as Parameters<typeof executor>[0]);
  };
  const counting =
    (execute: (asked: Asked) => Promise<ExecutionResult>) =>
    async (asked: Asked): Promise<Executed> => {
      [sent, requests, ofNothing, ofNoType, wider] = [0, 0, 0, 0, noneWider()];
      try {
        const result = await execute(asked);
        return { result, sent, requests, ofNothing, ofNoType, wider };
      } catch (error) {
        return { thrown: String(error), sent, requests, ofNothing, ofNoType, wider };
      }
    };
  return {
    api: buildSchema(invented.apiSdl),
    own: counting(own),
    merged: counting(merged),
    apollo: counting(apollo),
  };
}

/**
 * A subgraph that knows M as an object, asked again about such an entity, returns M as its type. Apollo's executor then forgets
 * the type that another subgraph returned, and leaves out the fields selected on that type. So the type M is removed from
 * answers.
 */
function withoutInterfaces(answer: Awaited<ReturnType<ReturnType<typeof answerAsSubgraph>>>): typeof answer {
  const entities = answer.data?._entities;
  if (Array.isArray(entities)) for (const one of entities) if (one?.__typename === 'M') delete one.__typename;
  return answer;
}

/** Caches plans, so that both variants of the hub's own executor run the same plan. */
function plansKept(planner: Planner): Planner {
  const plans = new Map<string, QueryPlan>();
  return {
    ...planner,
    plan(document, name) {
      const text = print(document);
      const plan = plans.get(text) ?? planner.plan(document, name);
      plans.set(text, plan);
      return plan;
    },
  };
}
