import { InputFault } from '../command/InputFault.ts';
import type { HubState } from './hubDoor.ts';

/**
 * With only one agency that differs, nobody can say which of the two is wrong. From this many on, it is this agency that is
 * refused.
 */
const leastMost = 2;

/**
 * Makes sure that an agency announces nothing under a secret that most others do not have: its announcements would look
 * right and match nobody, and people's other records would never be found.
 *
 * Throws one sentence where at least two agencies have another secret and they outnumber those with the same one. Where
 * some differ, but it may be they who are wrong, returns a sentence to warn with. Null where all that reported have the
 * same.
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
