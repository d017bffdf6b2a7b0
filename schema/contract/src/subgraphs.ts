import { readFileSync } from 'node:fs';

/** One logical subgraph: a name and its SDL. */
export type ContractSubgraph = Readonly<{ name: string; sdl: string }>;

/**
 * Every version of the contract that was published, the oldest first. Their SDL (`sdl/versions/`) never changes again, but for its descriptions; a change is a new
 * version, and one of the same major only adds (`whatBreaks`).
 */
export const contractVersions = ['1.0', '1.1', '1.2', '1.3'] as const;
export type ContractVersion = (typeof contractVersions)[number];

/** The newest version: what this hub asks, and what an agency serves unless its mapping says otherwise. */
export const contractVersion: ContractVersion = '1.3';

/** The modules beyond the core, each a logical subgraph served by the agencies that declare it. */
export const moduleNames = ['housing'] as const;
export type ModuleName = (typeof moduleNames)[number];

export const isContractVersion = (text: string): text is ContractVersion =>
  contractVersions.some((version) => version === text);
export const isModuleName = (text: string): text is ModuleName => moduleNames.some((name) => name === text);

const sdlFile = (path: string): string => readFileSync(new URL(`../sdl/${path}`, import.meta.url), 'utf8');

/** The core of the contract, which every agency serves. */
export const coreSubgraph = (version: ContractVersion = contractVersion): ContractSubgraph => ({
  name: 'agency',
  sdl: sdlFile(`versions/${version}/core.graphql`),
});

/** One module of the contract. */
export const moduleSubgraph = (name: ModuleName, version: ContractVersion = contractVersion): ContractSubgraph => ({
  name,
  sdl: sdlFile(`versions/${version}/modules/${name}.graphql`),
});

/** The hub's own subgraph. */
export const hubSubgraph = (): ContractSubgraph => ({
  name: 'hub',
  sdl: ['hub', 'lifeCycle', 'linkage', 'exercise', 'proposals', 'audit', 'prompts', 'ledger', 'agencies']
    .map((part) => sdlFile(`${part}.graphql`))
    .join('\n'),
});

/** Every logical subgraph of the supergraph: the core, its modules, the hub. */
export const allSubgraphs = (): readonly ContractSubgraph[] => [
  coreSubgraph(),
  ...moduleNames.map((name) => moduleSubgraph(name)),
  hubSubgraph(),
];

/** The API schema, what a caller may ask, as committed; `npm run compose` writes it. */
export const committedApi = (): string => readFileSync(new URL('../api.graphql', import.meta.url), 'utf8');

/** The composed supergraph, as committed; `npm run compose` writes it. */
export const committedSupergraph = (): string =>
  readFileSync(new URL('../supergraph.graphql', import.meta.url), 'utf8');
