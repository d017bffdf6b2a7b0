import { type Composition, compose } from './compose.ts';
import { contractDocument } from './contractDocument.ts';
import { checkHouseRules, type HouseFault } from './houseRules.ts';
import { checkModuleRules } from './moduleRules.ts';
import { allSubgraphs, type ContractSubgraph, contractVersion, moduleNames } from './subgraphs.ts';

/**
 * Composes the contract with a partnership's own modules, once they pass every rule that modules must keep.
 *
 * Composing takes at least a quarter of a second of CPU time, so a hub that is serving requests runs it in another process. A
 * bad module never makes this throw: whatever is wrong is among the faults.
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
    // Throws where they cannot be joined: an agency serves the core and its modules as one document.
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
