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
 * `sent`: representations, and fetches of other things; `requests`: what they were sent in; `ofNothing`: in how many of them a subgraph was to
 * compute something without what that requires; `ofNoType`: how many answers told of an object whose type the schema has not.
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
  /** The hub's own, with fetches merged, over subgraphs of which now one is slower, now another. */
  merged(asked: Asked): Promise<Executed>;
  apollo(asked: Asked): Promise<Executed>;
}>;

/** The same supergraph over the same subgraphs, run by the hub's own executor and by Apollo's. */
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
      // As over a wire.
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
  /** By what is asked: the same order whenever a seed is run again. */
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
    // What the server adds besides, no executor reads.
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
 * Asked about an entity again, a subgraph to which M is an object calls it M. Apollo's executor then forgets the type that another subgraph
 * told, and leaves out what was asked of that type; so it is not told.
 */
function withoutInterfaces(answer: Awaited<ReturnType<ReturnType<typeof answerAsSubgraph>>>): typeof answer {
  const entities = answer.data?._entities;
  if (Array.isArray(entities)) for (const one of entities) if (one?.__typename === 'M') delete one.__typename;
  return answer;
}

/** Both of the hub's own executors run the same plan. */
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
