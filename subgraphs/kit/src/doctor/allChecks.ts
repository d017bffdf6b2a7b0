import type { Check } from './Check.ts';
import { batchingChecks } from './checks/batching.ts';
import { bundleChecks } from './checks/bundles.ts';
import { contractChecks } from './checks/contract.ts';
import { errorChecks, errorTextChecks } from './checks/errors.ts';
import { limitChecks } from './checks/limits.ts';
import { operationChecks } from './checks/operations.ts';
import { permitChecks } from './checks/permits.ts';
import { releaseChecks } from './checks/release.ts';
import { valueChecks } from './checks/values.ts';

/** Every rule that an agency must keep, in the order of examination. */
export const allChecks: readonly Check[] = [
  ...contractChecks,
  ...permitChecks,
  ...releaseChecks,
  ...operationChecks,
  ...batchingChecks,
  ...bundleChecks,
  ...errorChecks,
  ...limitChecks,
  ...valueChecks,
  // They examine the answers that the other checks received.
  ...errorTextChecks,
];
