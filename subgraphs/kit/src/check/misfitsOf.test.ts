import { coreSubgraph } from '@accord/contract/subgraphs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLObjectType, isObjectType, parse } from 'graphql';
import { misfitsOf } from './misfitsOf.ts';

const alertType = (): GraphQLObjectType => {
  const type = buildSubgraphSchema(parse(coreSubgraph().sdl)).getType('Alert');
  if (!isObjectType(type)) throw new Error('The contract has no Alert.');
  return type;
};

test('an alert code is one of the contract, or one the mapping says the partnership agreed on since', () => {
  const rules = (code: string, agreed: readonly string[] = []) =>
    misfitsOf({ id: 'a', about: ['HOUSING'], code }, alertType(), [], new Set(agreed)).map(({ rule }) => rule);
  expect(rules('MEDICAL')).toEqual([]);
  expect(rules('PET_AT_HOME')).toEqual(['a code that is not an agreed alert category']);
  expect(rules('PET_AT_HOME', ['PET_AT_HOME'])).toEqual([]);
});
