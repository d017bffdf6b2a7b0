import { committedSupergraph } from '@accord/contract/subgraphs';
import { contractSubgraphs } from '@accord/server/exchange/contractSubgraphs';
import type { Exchange } from '@accord/server/exchange/Exchange';
import { openPlanner } from '@accord/server/execution/planner';
import { readOperations } from '@accord/server/http/readOperations';
import { usualLimits } from '@accord/server/limits/Limits';
import { composeApart } from '@accord/server/plan/composeApart';
import { buildGraph, type GraphParts } from '@accord/server/plan/Graph';
import { Graphs } from '@accord/server/plan/Graphs';
import { type PlannedGraph, PlanThread, startPlanWorker } from '@accord/server/plan/PlanThread';
import { parse } from 'graphql';
import { pino } from 'pino';
import { legalSdl } from '../lib/legalModule.ts';

// Operations are planned in a thread of their own, and modules are composed in a process of their own.

const supergraphSdl = committedSupergraph();
const legal = parse('{ client(id: "a") { records { representation { lawyer } } } }');
const everyday = parse('{ me { name } }');
const thread = new PlanThread();
afterAll(() => thread.stop());

let composing: Promise<string> | undefined;
/** Composed once for all tests. */
function composed(): Promise<string> {
  composing ??= compose();
  return composing;
}

async function compose(): Promise<string> {
  const composition = await composeApart([{ name: 'legal', sdl: legalSdl }]);
  if (composition.kind === 'REFUSED') throw new Error(composition.faults.join());
  return composition.supergraphSdl;
}

test('a plan made in the thread is the planner’s own, whether requested one by one or all at once', async () => {
  const planned = await thread.take(supergraphSdl);
  const planner = openPlanner(supergraphSdl);
  const documents = readOperations()
    .slice(0, 12)
    .map(({ document }) => parse(document));
  const together = await Promise.all(documents.map((document) => planned.plan(document, undefined)));
  expect(documents.length).toBe(12);
  for (const [n, document] of documents.entries()) {
    const own = JSON.parse(JSON.stringify(planner.plan(document, undefined), withoutDocuments));
    expect(together[n]).toEqual(own);
  }
  await expect(planned.plan(parse('query A { me { name } }'), 'B')).rejects.toThrow();
});

test('what cannot be composed is reported; what can is planned over alongside the graph before it', async () => {
  const broken = legalSdl.replace('@category(is: "LEGAL")', '');
  expect(await composeApart([{ name: 'legal', sdl: broken }])).toMatchObject({ kind: 'REFUSED' });
  const [before, after] = [await thread.take(supergraphSdl), await thread.take(await composed())];
  expect(after.subgraphs).toEqual([...before.subgraphs, 'legal'].sort());
  expect(JSON.stringify(await after.plan(legal, undefined))).toContain('representation');
  await expect(before.plan(legal, undefined)).rejects.toThrow('representation');
  before.leave();
  await expect(before.plan(everyday, undefined)).rejects.toThrow('not in use');
  expect(await after.plan(everyday, undefined)).toHaveProperty('node');
});

test('requests that wait when the thread is stopped fail, and so do later ones', async () => {
  const ending = new PlanThread();
  const planned = await ending.take(supergraphSdl);
  const under = workUnder(ending, planned);
  await Promise.all([...under.map((one) => expect(one).rejects.toThrow('ended')), ending.stop()]);
  await expect(planned.plan(everyday, undefined)).rejects.toThrow('stopped');
});

test('a supergraph that cannot be read is reported, and the thread goes on', async () => {
  await expect(thread.take('type Query')).rejects.toThrow();
  const planned = await thread.take(supergraphSdl);
  expect(await planned.plan(everyday, undefined)).toHaveProperty('node');
});

test('a thread that ended is replaced by another, which plans over the same graphs', async () => {
  const started: ReturnType<typeof startPlanWorker>[] = [];
  const replaced = new PlanThread(() => {
    const worker = startPlanWorker();
    started.push(worker);
    return worker;
  });
  const [planned, other] = [await replaced.take(supergraphSdl), await replaced.take(await composed())];
  const given = await replaced.take(supergraphSdl);
  given.leave();
  const before = await planned.plan(everyday, undefined);
  const under = workUnder(replaced, planned);
  await Promise.all([...under.map((one) => expect(one).rejects.toThrow('ended')), started[0]?.terminate()]);
  expect(await planned.plan(everyday, undefined)).toEqual(before);
  expect(JSON.stringify(await other.plan(legal, undefined))).toContain('representation');
  await expect(given.plan(everyday, undefined)).rejects.toThrow('not in use');
  expect(started).toHaveLength(2);
  await replaced.stop();
});

/** A plan that must wait until a whole supergraph's planner is made: ending the thread is quicker than that. */
const workUnder = (busy: PlanThread, planned: PlannedGraph) => [
  busy.take(supergraphSdl),
  planned.plan(everyday, undefined),
];

const onFile = (revision: number) => ({
  revision,
  current: revision === 0 ? [] : [{ name: 'legal', revision, sdl: legalSdl, at: new Date(0), by: 'test' }],
  revisions: [],
});
/** No agency is asked: unless given, there is no exchange for what the contract names. */
const partsOf = (more: Partial<GraphParts>): GraphParts => ({
  hub: async () => ({}),
  exchanges: new Map(),
  exchange: {} as GraphParts['exchange'],
  executor: 'own',
  limits: usualLimits,
  answering: { development: false, logFault: () => '', extensionsOf: () => ({}) },
  ...more,
});

test('if a graph fails because nobody serves a subgraph, the thread no longer plans over it', async () => {
  const taken: PlannedGraph[] = [];
  const planThread: GraphParts['planThread'] = {
    take: async (sdl) => {
      const graph = await thread.take(sdl);
      taken.push(graph);
      return graph;
    },
    stop: async () => {},
  };
  await expect(buildGraph(onFile(0), partsOf({ planThread }))).rejects.toThrow('no exchange serves');
  await expect(taken[0]?.plan(everyday, undefined)).rejects.toThrow('not in use');
});

test('stopping does not wait for a composition under way, and reports no fault because of it', async () => {
  const lines: string[] = [];
  let revision = 0;
  let begin = (): void => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  // It is never asked anything; it only has to exist.
  const exchanges = new Map([...contractSubgraphs().keys()].map((name) => [name, {} as Exchange]));
  const graphs = await Graphs.open({
    ...partsOf({ exchanges }),
    modules: {
      revision: async () => revision,
      onFile: async () => {
        if (revision === 1) setImmediate(begin);
        return onFile(revision);
      },
    },
    log: pino({ level: 'info' }, { write: (line: string) => lines.push(line) }),
    paceMs: 5,
  });
  revision = 1;
  await begun;
  await graphs.stop();
  expect({ revision: graphs.revision, lines }).toEqual({ revision: 0, lines: [] });
});

test('a composition that nobody wants any more ends, and one that nobody wanted does not start', async () => {
  const ending = new AbortController();
  const composing = composeApart([{ name: 'legal', sdl: legalSdl }], ending.signal);
  ending.abort();
  await expect(composing).rejects.toThrow('SIGKILL');
  await expect(composeApart([{ name: 'legal', sdl: legalSdl }], ending.signal)).rejects.toThrow('abort');
});

const withoutDocuments = (name: string, value: unknown): unknown =>
  name === 'operationDocumentNode' ? undefined : value;
