import { keep } from '@accord/execution/keep';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import type { ContractSubgraph } from './subgraphs.ts';

/**
 * A subgraph's schema, without resolvers, its directives kept on the nodes; the same one for the same SDL, so it is for looking at and not
 * for changing. Throws where the SDL does not parse or validate.
 */
export function readSubgraph({ name, sdl }: ContractSubgraph): GraphQLSchema {
  try {
    return schemaOf(sdl);
  } catch (error) {
    throw new Error(`Subgraph "${name}" cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** To read one takes tens of milliseconds, and a hub that starts looks at the contract from several sides. */
const schemaOf = keep((sdl) => buildSubgraphSchema(parse(sdl)), 32);
