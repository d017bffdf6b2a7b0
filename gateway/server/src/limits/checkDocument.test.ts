import { committedApi } from '@accord/contract/subgraphs';
import { buildSchema } from 'graphql';
import { readOperations } from '../http/readOperations.ts';
import { checkDocument } from './checkDocument.ts';
import { usualLimits } from './Limits.ts';

const schema = buildSchema(committedApi());
const check = (query: string, limits = usualLimits) => checkDocument({ query, variables: {} }, limits, schema);
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

test('what is no GraphQL is left to the engine to explain', () => {
  expect(() => check('{ me { name }')).not.toThrow();
  expect(() => check('select * from client')).not.toThrow();
});
