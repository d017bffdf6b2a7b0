import { randomUUID } from 'node:crypto';
import { codes } from '@accord/contract/codes';
import { compose } from '@accord/contract/compose';
import { buildSchema, GraphQLError } from 'graphql';
import { CallerFault } from '../CallerFault.ts';
import { ownGateway } from '../execution/ownGateway.ts';
import { openPlanner } from '../execution/planner.ts';
import type { Answer, Sent } from '../execution/Run.ts';
import { usualLimits } from '../limits/Limits.ts';
import { readDocument } from '../limits/readDocument.ts';
import { apolloEngine } from './apolloEngine.ts';
import type { Asked } from './Incoming.ts';
import { ownEngine, type Planning } from './ownEngine.ts';

// Both engines over one executor and the same subgraphs: for any question, status and bytes are the same.

const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  enum Colour { RED GREEN }
  input Size { width: Int! height: Int = 1 }
  type Box @key(fields: "id") { id: ID! colour: Colour must: Int! records: [Box!] none: Box fault(of: String): String }
  type Query { box(id: ID, colour: Colour, size: Size): Box boxes(first: Int = 2): [Box!]! word: String }
  type Mutation { paint(colour: Colour!): Box }`;
const composed = compose([{ name: 'boxes', sdl }]);
if (composed.kind === 'REFUSED') throw new Error(composed.faults.join('\n'));
const { supergraphSdl, apiSdl } = composed;
const api = buildSchema(apiSdl);

const box = { __typename: 'Box', id: '1', colour: 'RED', must: 1, records: [], none: null };
const failing = (path: string, extensions: object) =>
  new GraphQLError(`Broken at ${path}`, { path: [path, 'x'], extensions: { ...extensions } });

/** Answers any fetch with boxes; `wrong` in the context says what goes wrong. */
async function source({ query }: Sent, { wrong }: Context): Promise<Answer> {
  const said = query.replace(/\w+__boxes__\d+/, '').includes('boxes')
    ? { boxes: [box, { ...box, must: null }] }
    : { box, paint: box, word: 'w' };
  if (wrong === 'throws') throw new Error('Connection refused by 10.0.0.1');
  if (wrong === 'refuses') throw new CallerFault('PURPOSE_REFUSED');
  if (wrong === 'nothing') return { data: null };
  if (wrong === 'errors')
    return {
      data: said,
      errors: [
        failing('word', {}),
        failing('box', { code: 'ARGUMENT_REFUSED', secret: 1 }),
        failing('a', { code: 'X' }),
      ],
    };
  return { data: said };
}

type Context = Readonly<{ wrong?: string; missing?: boolean }>;

const references: string[] = [];
const parts = (development: boolean) => ({
  development,
  logFault: () => {
    const reference = randomUUID();
    references.push(reference);
    return reference;
  },
  extensionsOf: ({ missing }: Context) => (missing ? { sources: [{ agency: null, state: 'UNAVAILABLE' }] } : {}),
});
function plansLater(): Planning {
  const planner = openPlanner(supergraphSdl);
  return { ...planner, plan: async (document, name) => planner.plan(document, name) };
}
const open = async (development: boolean) => ({
  own: ownEngine({ supergraphSdl, sourceOf: () => source }, parts(development)),
  // An engine whose plans arrive later, from elsewhere.
  apart: ownEngine({ supergraphSdl, sourceOf: () => source, planning: plansLater() }, parts(development)),
  apollo: await apolloEngine<Context>(
    ownGateway(supergraphSdl, () => (sent, context) => source(sent, context as Context)),
    { ...parts(development), tokens: usualLimits.tokens },
  ),
});
let usual: Awaited<ReturnType<typeof open>>;
let inDevelopment: typeof usual;
beforeAll(async () => {
  [usual, inDevelopment] = [await open(false), await open(true)];
});
afterAll(() => Promise.all([usual.apollo.stop(), inDevelopment.apollo.stop()]));

/** The answers of all engines, without references of faults. Each is asked twice, since documents are cached. */
async function both(engines: typeof usual, asked: Asked, context: Context) {
  const read = readDocument(asked.query, usualLimits, api);
  const said = [];
  for (const engine of [engines.own, engines.own, engines.apart, engines.apart, engines.apollo, engines.apollo]) {
    const { status, body } = await engine.answer(asked, read, context);
    said.push(`${status} ${references.reduce((text, reference) => text.replaceAll(reference, '…'), body)}`);
  }
  return said;
}

type Case = [query: string, more?: Partial<Asked>, context?: Context];
const cases: readonly Case[] = [
  ['{ box { id } }'],
  ['query A { box { id colour } } query B { word }', { operationName: 'B' }],
  ['query A { box { id colour } } query B { word }'],
  ['query A { box { id colour } } query B { word }', { operationName: 'C' }],
  ['fragment F on Box { id }'],
  ['{ b: box { i: id ...F } } fragment F on Box { colour must }'],
  ['{ boxes { id must } }'],
  ['{ boxes(first: 3) { id must } word }', {}, { missing: true }],
  ['{ box { none { id } records { id } } }'],
  ['mutation { paint(colour: GREEN) { id } }'],
  ['mutation { paint(colour: GREN) { id } }'],
  ['subscription { box { id } }'],
  ['{ box { id }'],
  ['{ box(id: "\u0000) { id } }'],
  ['select * from box'],
  ['{ box { idd } }'],
  ['{ box { idd } boxs { id } word { x } }'],
  ['{ _box: box { id } }'],
  ['{ box { id: colour } records: word }'],
  ['{ box { id @unknown } }'],
  ['query ($id: ID!) { box(id: $id) { id } }', { variables: { id: '1' } }],
  ['query ($id: ID!) { box(id: $id) { id } }'],
  ['query ($id: ID!) { box(id: $id) { id } }', { variables: { id: { a: 1 } } }],
  ['query ($id: ID!, $c: Colour) { box(id: $id, colour: $c) { id } }', { variables: { id: null, c: 'RD' } }],
  ['query ($s: Size) { box(size: $s) { id } }', { variables: { s: { width: 'x', depth: 1 } } }],
  ['query ($s: Size) { box(size: $s) { id } }', { variables: { s: {} } }],
  ['query ($if: Boolean = true) { word @include(if: $if) }', { variables: { if: null } }],
  ['{ __typename }'],
  ['{ __schema { queryType { name } } }'],
  ['{ box { id } __type(name: "Box") { name fields { name } } }'],
  ...['throws', 'refuses', 'nothing', 'errors'].map((wrong): Case => ['{ box { id } word }', {}, { wrong }]),
  ['{ boxes { must } }', {}, { wrong: 'errors', missing: true }],
  ['{ boxes { must } }', {}, { wrong: 'nothing' }],
];

test.each(cases)('both engines answer %s alike', async (query, more = {}, context = {}) => {
  const asked = { query, operationName: undefined, variables: {}, ...more };
  for (const engines of [usual, inDevelopment]) {
    const [first, ...others] = await both(engines, asked, context);
    for (const other of others) expect(other).toBe(first);
  }
});

test('a fault inside the hub is logged and answered with a reference; a fault in the question is explained', async () => {
  const say = async (query: string, context: Context = {}, engines = usual) =>
    (await both(engines, { query, operationName: undefined, variables: {} }, context))[0];
  expect(await say('{ word }', { wrong: 'throws' })).toBe(
    `200 {"errors":[{"message":"${codes.HUB_FAULT} Reference ….","extensions":{"code":"HUB_FAULT"}}],"data":{"word":null}}\n`,
  );
  expect(await say('{ box { colur } }')).not.toContain('colour');
  expect(await say('{ box { colur } }', {}, inDevelopment)).toContain('colour');
  expect(await say('{ __schema { queryType { name } } }')).toMatch(/^400 .*development only/);
  expect(await say('query A { word } query B { word }')).toMatch(/^400 .*OPERATION_RESOLUTION_FAILURE/);
});
