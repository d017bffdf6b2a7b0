import { claimPurpose, purposesOf } from '@accord/contract/roles';
import { CallerFault } from '../CallerFault.ts';
import type { Partner, Requester } from './Requester.ts';
import type { Bearer } from './verifyToken.ts';

/**
 * Combines token, purpose and registry. Throws if the role may not claim the purpose, or the token's agency is not a partner or
 * is suspended.
 */
export function requesterOf(bearer: Bearer, purpose: string | undefined, agency: Partner | undefined): Requester {
  const allowed = purposesOf(bearer.role);
  if (!purpose) throw new CallerFault('PURPOSE_MISSING', `A ${bearer.role} may use ${allowed.join(', ')}.`);
  const claimed = claimPurpose(bearer.role, purpose);
  if (!claimed) throw new CallerFault('PURPOSE_REFUSED', `A ${bearer.role} may use ${allowed.join(', ')}.`);
  if (!agency || agency.state === 'REMOVED') throw new CallerFault('AGENCY_UNKNOWN');
  if (agency.state !== 'ACTIVE') throw new CallerFault('AGENCY_SUSPENDED');
  const { user, name, role, volunteer, self } = bearer;
  return { user, name, role, agency, purpose: claimed, volunteer, self };
}
