import { readFileSync } from 'node:fs';

/** One logical subgraph: a name and its SDL. */
export type ContractSubgraph = Readonly<{ name: string; sdl: string }>;

/** The contract's version; `major` changes only when an agency that kept to it would no longer be understood. */
export const contractVersion = '1.0';

/** The modules beyond the core, each a logical subgraph served by the agencies that declare it. */
export const moduleNames = ['housing'] as const;
export type ModuleName = (typeof moduleNames)[number];

const sdlFile = (path: string): string => readFileSync(new URL(`../sdl/${path}`, import.meta.url), 'utf8');

/** The core of the contract, which every agency serves. */
export const coreSubgraph = (): ContractSubgraph => ({ name: 'agency', sdl: sdlFile('core.graphql') });

/** One module of the contract. */
export const moduleSubgraph = (name: ModuleName): ContractSubgraph => ({
  name,
  sdl: sdlFile(`modules/${name}.graphql`),
});

/** The hub's own subgraph. */
export const hubSubgraph = (): ContractSubgraph => ({
  name: 'hub',
  sdl: [sdlFile('hub.graphql'), sdlFile('lifeCycle.graphql'), sdlFile('linkage.graphql')].join('\n'),
});

/** Every logical subgraph of the supergraph: the core, its modules, the hub. */
export const allSubgraphs = (): readonly ContractSubgraph[] => [
  coreSubgraph(),
  ...moduleNames.map(moduleSubgraph),
  hubSubgraph(),
];

/** The API schema, what a caller may ask, as committed; `npm run compose` writes it. */
export const committedApi = (): string => readFileSync(new URL('../api.graphql', import.meta.url), 'utf8');

/** The composed supergraph, as committed; `npm run compose` writes it. */
export const committedSupergraph = (): string =>
  readFileSync(new URL('../supergraph.graphql', import.meta.url), 'utf8');
