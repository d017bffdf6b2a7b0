import { compose } from '@accord/contract/compose';
import { parse } from 'graphql';
import { compileOperation } from './compileOperation.ts';
import { openPlanner } from './planner.ts';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@interfaceObject"])';
const composed = compose([
  {
    name: 'knowing',
    sdl: `${link}
      interface Media @key(fields: "id") { id: ID! title: String }
      type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }
      type Query { other: Int }`,
  },
  {
    name: 'rating',
    sdl: `${link}
      type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int }
      type Query { best: Media }`,
  },
]);
if (composed.kind === 'REFUSED') throw new Error(composed.faults.join('\n'));
const planner = openPlanner(composed.supergraphSdl);

test('a subgraph that sees an interface as an object does not erase the type another subgraph reported', async () => {
  // The condition makes the planner ask `rating` for the types of the objects it is asked about.
  const query = `query ($yes: Boolean!) {
    best { __typename kind: __typename ... on Book { ... on Book @include(if: $yes) { title stars } pages stars } } }`;
  const execute = compileOperation(parse(query), undefined, planner);
  const asked: string[] = [];
  const { data } = await execute({ yes: false }, async (name, sent) => {
    asked.push(sent.query);
    const media = { __typename: 'Media', id: '1' };
    if (name === 'knowing') return { data: { _entities: [{ __typename: 'Book', kind: 'Book', id: '1', pages: 90 }] } };
    return { data: sent.query.includes('_entities') ? { _entities: [{ ...media, stars: 5 }] } : { best: media } };
  });
  expect(asked.at(-1)).toContain('...on Media{__typename');
  expect(data).toEqual({ best: { __typename: 'Book', kind: 'Book', pages: 90, stars: 5 } });
});
