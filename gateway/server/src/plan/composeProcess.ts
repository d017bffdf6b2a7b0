import { composeModules } from '@accord/contract/composeModules';
import type { ContractSubgraph } from '@accord/contract/subgraphs';

// A process that composes once, and ends (`composeApart`); also where the hub that wanted it has ended meanwhile.
process.once('message', (modules: readonly ContractSubgraph[]) => {
  process.send?.(composeModules(modules), () => process.exit());
});
