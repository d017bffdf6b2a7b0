import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import type { ContractSubgraph } from './subgraphs.ts';

/** A subgraph's schema, without resolvers, its directives kept on the nodes. Throws where the SDL does not parse or validate. */
export function readSubgraph({ name, sdl }: ContractSubgraph): GraphQLSchema {
  try {
    return buildSubgraphSchema(parse(sdl));
  } catch (error) {
    throw new Error(`Subgraph "${name}" cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
