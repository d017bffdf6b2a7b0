import { InputFault } from '../command/InputFault.ts';
import type { HubState } from './hubDoor.ts';

/** Two agencies that differ cannot both be wrong for a reason that one of them knows: only of more is one told that it is the one. */
const leastMost = 2;

/**
 * Sees to it that an agency announces nothing under a secret that most others do not have: what it announced would look right and match
 * nobody, and people's other records would never be found.
 *
 * Throws one sentence where more have another secret than have the same; where some have, and nobody can say who is wrong, or it is
 * they, gives one. Null where all that said have the same.
 */
export function assertSameSecret({ secrets }: Pick<HubState, 'secrets'>, keyEpoch: number): string | null {
  const { same, other } = secrets ?? { same: 0, other: 0 };
  if (other === 0) return null;
  const found =
    `Of ${same + other} other ${same + other === 1 ? 'agency' : 'agencies'}, ${other} ${other === 1 ? 'has' : 'have'} a different linkage secret of epoch ${keyEpoch}, ` +
    'so none of your records can be matched with theirs.';
  if (other >= leastMost && other > same)
    throw new InputFault(
      `${found} Nothing was announced. Correct ACCORD_LINKAGE_SECRET, or ACCORD_LINKAGE_EPOCH if your secret is of another epoch; ask another agency for both.`,
    );
  return `${found} Ask them to compare it with yours (ACCORD_LINKAGE_SECRET), but not through the hub.`;
}
