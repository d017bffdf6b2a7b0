import { committedApi } from '@accord/contract/subgraphs';
import { buildSchema } from 'graphql';
import { readOperations } from '../http/readOperations.ts';
import { usualLimits } from './Limits.ts';
import { readDocument } from './readDocument.ts';

const schema = buildSchema(committedApi());
const check = (query: string, limits = usualLimits) => readDocument(query, limits, schema).check({});
const fault = (faultCode: string) => expect.objectContaining({ faultCode });

test.each(readOperations())('$name stays under half of every usual limit', ({ document }) => {
  const half = Object.fromEntries(Object.entries(usualLimits).map(([limit, most]) => [limit, Math.floor(most / 2)]));
  check(document, { ...usualLimits, ...half });
});

test('a text is counted no further than the limit, and never parsed beyond it', () => {
  expect(() => check(`{ ${'a '.repeat(50_000)}`)).toThrow(fault('QUERY_TOO_LARGE'));
  expect(() => check(`{ me { name } } ${'#'.repeat(50_000)}`)).not.toThrow();
});

test.each(['{ a', '{ a(b: [', '{ a(b: {c: '])('brackets without end are refused before they are parsed: %s', (part) => {
  expect(() => check(part.repeat(1_000))).toThrow(fault('QUERY_TOO_LARGE'));
});

test('a list in a list in a list is refused', () => {
  const nested = (levels: number) => `{ alerts(filter: ${'['.repeat(levels)}${']'.repeat(levels)}) { totalCount } }`;
  expect(() => check(nested(8))).not.toThrow();
  expect(() => check(nested(9))).toThrow(fault('ARGUMENT_REFUSED'));
});

test('text that is not GraphQL is left to the engine to explain', () => {
  expect(() => check('{ me { name }')).not.toThrow();
  expect(() => check('select * from client')).not.toThrow();
});

test('the page sizes of each request are checked, though the document is read once', () => {
  const { check: of } = readDocument(
    'query ($n: Int = 9) { notices(first: $n) { nodes { id } } }',
    usualLimits,
    schema,
  );
  of({});
  of({ n: 200 });
  for (const n of [201, 201]) expect(() => of({ n })).toThrow(fault('ARGUMENT_REFUSED'));
  of({ n: '201' }); // no number: the engine says so
  of({ n: 200 });
});

test('fragments that add up to more than can be planned are refused, with or without fields', () => {
  const bomb = (levels: number) =>
    `{ me { ...F0 } } ${Array.from({ length: levels }, (_, n) => `fragment F${n} on Requester { ...F${n + 1} ...F${n + 1} }`).join(' ')} fragment F${levels} on Requester { ... { __typename } }`;
  const wide = { ...usualLimits, rootFields: 1_000_000, fields: 1_000_000 };
  check(bomb(10), wide);
  expect(() => check(bomb(12), wide)).toThrow(fault('QUERY_TOO_BROAD'));
});
