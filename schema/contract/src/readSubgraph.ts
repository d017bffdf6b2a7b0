import { keep } from '@accord/execution/keep';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import type { ContractSubgraph } from './subgraphs.ts';

/**
 * Returns a subgraph's schema, without resolvers and with its directives kept on the nodes. Throws if the SDL does not parse or
 * validate.
 *
 * CAUTION: the same SDL gives the same object. Do not change it.
 */
export function readSubgraph({ name, sdl }: ContractSubgraph): GraphQLSchema {
  try {
    return schemaOf(sdl);
  } catch (error) {
    throw new Error(`Subgraph "${name}" cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Reading one takes tens of milliseconds, and a hub that starts looks at the contract from several sides. */
const schemaOf = keep((sdl) => buildSubgraphSchema(parse(sdl)), 32);
