import { committedSupergraph } from '@accord/contract/subgraphs';
import { openPlanner } from '@accord/server/execution/planner';
import { readOperations } from '@accord/server/http/readOperations';
import { composeApart } from '@accord/server/plan/composeApart';
import { PlanThread } from '@accord/server/plan/PlanThread';
import { parse } from 'graphql';
import { legalSdl } from '../lib/legalModule.ts';

// Operations are planned in a thread of their own, and modules composed in a process of their own.

const supergraphSdl = committedSupergraph();
const legal = parse('{ client(id: "a") { records { representation { lawyer } } } }');
const everyday = parse('{ me { name } }');
const thread = new PlanThread();
afterAll(() => thread.stop());

async function composed(): Promise<string> {
  const composition = await composeApart([{ name: 'legal', sdl: legalSdl }]);
  if (composition.kind === 'REFUSED') throw new Error(composition.faults.join());
  return composition.supergraphSdl;
}

test('a plan that was made in the thread is the planner’s own, asked for one by one or all at once', async () => {
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

test('what cannot be composed is told, and what can is planned over beside the graph before it', async () => {
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

test('what waits when the thread is stopped fails, and so does what is asked later', async () => {
  const ending = new PlanThread();
  const planned = await ending.take(supergraphSdl);
  const under = planned.plan(everyday, undefined);
  await Promise.all([expect(under).rejects.toThrow('ended'), ending.stop()]);
  await expect(planned.plan(everyday, undefined)).rejects.toThrow('stopped');
});

test('a supergraph that cannot be read is told, and the thread goes on', async () => {
  await expect(thread.take('type Query')).rejects.toThrow();
  const planned = await thread.take(supergraphSdl);
  expect(await planned.plan(everyday, undefined)).toHaveProperty('node');
});

const withoutDocuments = (name: string, value: unknown): unknown =>
  name === 'operationDocumentNode' ? undefined : value;
