import { type Composition, compose } from './compose.ts';
import { contractDocument } from './contractDocument.ts';
import { checkHouseRules, type HouseFault } from './houseRules.ts';
import { checkModuleRules } from './moduleRules.ts';
import { allSubgraphs, type ContractSubgraph, contractVersion, moduleNames } from './subgraphs.ts';

/**
 * Composes the contract with the modules of a partnership's own, after every rule that they must keep.
 *
 * A composition takes a quarter of a second and more of a processor: a hub that answers has it done in another process. Never throws for
 * the sake of a module: whatever is amiss is among the faults.
 */
export function composeModules(modules: readonly ContractSubgraph[]): Composition {
  try {
    const faults = modules.flatMap((module) =>
      checkModuleRules(
        module,
        modules.filter((one) => one !== module),
      ),
    );
    if (faults.length > 0) return refused(faults);
    const subgraphs = [...allSubgraphs(), ...modules];
    const house = checkHouseRules(subgraphs);
    if (house.length > 0) return refused(house);
    // An agency serves core and modules as one document.
    contractDocument({ version: contractVersion, modules: moduleNames, own: modules });
    return compose(subgraphs);
  } catch (error) {
    return { kind: 'REFUSED', faults: [error instanceof Error ? error.message : String(error)] };
  }
}

const refused = (faults: readonly HouseFault[]): Composition => ({
  kind: 'REFUSED',
  faults: faults.map(({ coordinate, message }) => `${coordinate} ${message}`),
});
