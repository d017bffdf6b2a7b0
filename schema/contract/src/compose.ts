import { composeServices } from '@apollo/composition';
import { parse, printSchema } from 'graphql';
import type { ContractSubgraph } from './subgraphs.ts';

/** The result of composition: the supergraph, or every reason why there is none. */
export type Composition =
  | Readonly<{ kind: 'COMPOSED'; supergraphSdl: string; apiSdl: string }>
  | Readonly<{ kind: 'REFUSED'; faults: readonly string[] }>;

/**
 * Composes logical subgraphs into one supergraph, in process.
 *
 * `apiSdl` is what callers see of it: without inaccessible parts and federation's own types. The addresses in the supergraph
 * are names, not hosts: the hub gives each logical subgraph its data source.
 */
export function compose(subgraphs: readonly ContractSubgraph[]): Composition {
  const result = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, url: `accord:${name}`, typeDefs: parse(sdl) })),
  );
  if (result.supergraphSdl === undefined)
    return { kind: 'REFUSED', faults: result.errors.map((error) => error.message) };
  const apiSdl = printSchema(result.schema.toAPISchema().toGraphQLJSSchema());
  return { kind: 'COMPOSED', supergraphSdl: result.supergraphSdl, apiSdl };
}
