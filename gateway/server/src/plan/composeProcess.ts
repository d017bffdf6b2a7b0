import { composeModules } from '@accord/contract/composeModules';
import type { ContractSubgraph } from '@accord/contract/subgraphs';

// A process that composes once and then ends (`composeApart`), even where the hub that wanted the result has ended meanwhile.
process.once('message', (modules: readonly ContractSubgraph[]) => {
  process.send?.(composeModules(modules), () => process.exit());
});
