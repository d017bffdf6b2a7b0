import { readSubgraph } from '@accord/contract/readSubgraph';
import {
  type ContractSubgraph,
  type ContractVersion,
  contractVersion,
  coreSubgraph,
  isContractVersion,
  moduleNames,
  moduleSubgraph,
} from '@accord/contract/subgraphs';
import type { GraphQLSchema } from 'graphql';
import type { LogicalSubgraph } from './Exchange.ts';

/** The contract's core and modules in every version this hub knows, by the name of their logical subgraph. */
export function contractSubgraphs(): ReadonlyMap<string, LogicalSubgraph> {
  return new Map([
    ['agency', ofVersions(null, coreSubgraph)],
    ...moduleNames.map((name) => [name, ofVersions(name, (version) => moduleSubgraph(name, version))] as const),
  ]);
}

function ofVersions(module: string | null, sdlOf: (version: ContractVersion) => ContractSubgraph): LogicalSubgraph {
  const schemas = new Map<ContractVersion, GraphQLSchema>();
  const schemaOf = (version: ContractVersion): GraphQLSchema => {
    const known = schemas.get(version) ?? readSubgraph(sdlOf(version));
    schemas.set(version, known);
    return known;
  };
  return {
    module,
    schema: schemaOf(contractVersion),
    // An agency with a newer version than this hub's is asked in the hub's own.
    versionOf: (partner) => {
      const version = isContractVersion(partner.contractVersion) ? partner.contractVersion : contractVersion;
      return { version, schema: schemaOf(version) };
    },
  };
}
