// Two invented case management systems, in two styles.
export type { InventedSystem } from './systems/InventedSystem.ts';
export { shortened } from './systems/shortened.ts';
export { speltOut } from './systems/speltOut.ts';
