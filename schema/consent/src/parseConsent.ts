import type { Consent } from './Facts.ts';
import { consentFaults, refuseFirst } from './faultsIn.ts';
import type { Profile } from './Profile.ts';
import { readConsent } from './readConsent.ts';

/** Parses a consent from JSON. Throws `BadInput`, naming the place, for anything missing, unknown or contradictory. */
export function parseConsent(json: unknown, profile: Profile): Consent {
  const consent = readConsent({ value: json, path: 'consent' });
  refuseFirst(consentFaults(consent, 'consent', profile));
  return consent;
}
