import { readFileSync } from 'node:fs';

/** One logical subgraph: a name and its SDL. */
export type ContractSubgraph = Readonly<{ name: string; sdl: string }>;

/**
 * Every published version of the contract, oldest first. Their SDL (`sdl/versions/`) never changes again, except for
 * descriptions. A change needs a new version, and a new version of the same major only adds (`whatBreaks`).
 */
export const contractVersions = ['1.0', '1.1', '1.2', '1.3'] as const;
export type ContractVersion = (typeof contractVersions)[number];

/** The newest version: what this hub asks in, and what an agency serves unless its mapping says otherwise. */
export const contractVersion: ContractVersion = '1.3';

/** The modules beyond the core. Each is a logical subgraph, served by the agencies that declare it. */
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

/** Returns every logical subgraph of the supergraph: the core, its modules and the hub. */
export const allSubgraphs = (): readonly ContractSubgraph[] => [
  coreSubgraph(),
  ...moduleNames.map((name) => moduleSubgraph(name)),
  hubSubgraph(),
];

/** Returns the committed API schema, which is all a caller may ask. `npm run compose` writes it. */
export const committedApi = (): string => readFileSync(new URL('../api.graphql', import.meta.url), 'utf8');

/** Returns the committed supergraph. `npm run compose` writes it. */
export const committedSupergraph = (): string =>
  readFileSync(new URL('../supergraph.graphql', import.meta.url), 'utf8');
