import { committedApi, committedSupergraph } from '@accord/contract/subgraphs';
import { openPlanner } from '@accord/server/execution/planner';
import { readOperations } from '@accord/server/http/readOperations';
import { type Opened, PlanThread, type ToPlan } from '@accord/server/plan/PlanThread';
import { parse } from 'graphql';
import { legalSdl } from '../lib/legalModule.ts';

// Operations are planned in a thread of their own, which also composes.

const composition = { kind: 'COMPOSED', supergraphSdl: committedSupergraph(), apiSdl: committedApi() } as const;
const opened: PlanThread[] = [];
afterAll(() => Promise.all(opened.map((thread) => thread.stop())));

async function open(given: ToPlan): Promise<Opened> {
  const found = await PlanThread.open(given);
  if (found.kind === 'OPENED') opened.push(found.thread);
  return found;
}

test('a plan that was made in the thread is the planner’s own, asked for one by one or all at once', async () => {
  const found = await open({ kind: 'PLAN', composition });
  if (found.kind === 'REFUSED') throw new Error(found.faults.join());
  const { thread } = found;
  const planner = openPlanner(composition.supergraphSdl);
  const documents = readOperations()
    .slice(0, 12)
    .map(({ document }) => parse(document));
  const together = await Promise.all(documents.map((document) => thread.plan(document, undefined)));
  expect(documents.length).toBe(12);
  for (const [n, document] of documents.entries()) {
    const own = JSON.parse(JSON.stringify(planner.plan(document, undefined), withoutDocuments));
    expect(together[n]).toEqual(own);
  }
  await expect(thread.plan(parse('query A { me { name } }'), 'B')).rejects.toThrow();
});

test('what cannot be composed is told, and what can is planned over', async () => {
  const broken = legalSdl.replace('@category(is: "LEGAL")', '');
  expect(await open({ kind: 'COMPOSE', modules: [{ name: 'legal', sdl: broken }] })).toMatchObject({ kind: 'REFUSED' });
  const found = await open({ kind: 'COMPOSE', modules: [{ name: 'legal', sdl: legalSdl }] });
  if (found.kind === 'REFUSED') throw new Error(found.faults.join());
  const plan = await found.thread.plan(
    parse('{ client(id: "a") { records { representation { lawyer } } } }'),
    undefined,
  );
  expect(JSON.stringify(plan)).toContain('representation');
  await found.thread.stop();
  await expect(found.thread.plan(parse('{ me { name } }'), undefined)).rejects.toThrow('stopped');
});

const withoutDocuments = (name: string, value: unknown): unknown =>
  name === 'operationDocumentNode' ? undefined : value;
