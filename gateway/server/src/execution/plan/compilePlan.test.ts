import { type GraphQLError, GraphQLSchema } from 'graphql';
import type { PlanNode } from '../planner.ts';
import type { Answer, Run, Sent } from '../Run.ts';
import { compilePlan } from './compilePlan.ts';

const supergraph = new GraphQLSchema({});
const fetch: Extract<PlanNode, { kind: 'Fetch' }> = {
  ...{ kind: 'Fetch', serviceName: 's', operation: '{ a }', operationName: undefined },
  operationKind: 'query' as Extract<PlanNode, { kind: 'Fetch' }>['operationKind'],
};

async function run(
  plan: PlanNode,
  coerced: Run['coerced'] = {},
  answer: (service: string, sent: Sent) => Promise<Answer> = async () => ({ data: {} }),
) {
  const sent: string[] = [];
  const errors: GraphQLError[] = [];
  const data = {};
  await compilePlan(
    plan,
    supergraph,
  )({
    ...{ data, given: {}, coerced },
    send: (service, one) => {
      sent.push(one.query);
      return answer(service, one);
    },
    fail: (_, error) => errors.push(error),
  });
  return { sent, errors, data };
}

test('a condition runs one branch or the other, if there is one', async () => {
  const [a, b] = [fetch, { ...fetch, operation: '{ b }' }];
  const both: PlanNode = { kind: 'Condition', condition: 'yes', ifClause: a, elseClause: b };
  expect((await run(both, { yes: true })).sent).toEqual(['{ a }']);
  expect((await run(both, { yes: false })).sent).toEqual(['{ b }']);
  expect((await run({ kind: 'Condition', condition: 'yes', elseClause: b }, { yes: true })).sent).toEqual([]);
});

test('what the hub does not serve is refused before any subgraph is asked', () => {
  const defer: PlanNode = { kind: 'Defer', primary: {}, deferred: [] };
  expect(() => compilePlan(defer, supergraph)).toThrow('A plan defers part of its answer');
  const context: PlanNode = { ...fetch, contextRewrites: [{ kind: 'KeyRenamer', path: ['a'], renameKeyTo: 'b' }] };
  expect(() => compilePlan(context, supergraph)).toThrow('A plan passes on contexts');
});

test('a fetch that fails becomes an error, and the fetches beside it go on', async () => {
  const plan: PlanNode = { kind: 'Parallel', nodes: [fetch, { ...fetch, serviceName: 't' }] };
  const { data, errors } = await run(plan, {}, async (service) => {
    if (service === 's') throw new Error('It is gone.');
    return { data: { b: 1 } };
  });
  expect(data).toEqual({ b: 1 });
  expect(errors.map(({ message }) => message)).toEqual(['It is gone.']);
});

test('of a value that two subgraphs return at the same time, the later in the plan counts, whichever arrives first', async () => {
  const plan: PlanNode = {
    kind: 'Parallel',
    nodes: ['first', 'second'].map((serviceName) => ({ ...fetch, serviceName })),
  };
  for (const slow of ['first', 'second', 'neither']) {
    const { data } = await run(plan, {}, async (service) => {
      if (service === slow) await new Promise((resolve) => setTimeout(resolve, 5));
      return { data: { a: { told: service, [service]: true } } };
    });
    expect(data).toEqual({ a: { told: 'second', first: true, second: true } });
  }
});

test('mutations run one after the other, whatever they read', async () => {
  const change = { ...fetch, operationKind: 'mutation' as typeof fetch.operationKind };
  const plan: PlanNode = { kind: 'Sequence', nodes: ['{ a }', '{ b }'].map((operation) => ({ ...change, operation })) };
  const told: string[] = [];
  await run(plan, {}, async (_, { query }) => {
    told.push(`asked ${query}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
    told.push(`answered ${query}`);
    return { data: {} };
  });
  expect(told).toEqual(['asked { a }', 'answered { a }', 'asked { b }', 'answered { b }']);
});
