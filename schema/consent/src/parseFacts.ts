import type { Facts } from './Facts.ts';
import { factFaults, refuseFirst } from './faultsIn.ts';
import type { Profile } from './Profile.ts';
import { readFacts } from './readFacts.ts';

/**
 * Parses facts from JSON, as they are put on file. Throws `BadInput` with the path and a sentence without personal data.
 * Nothing that is not understood is dropped, because losing a limit or a block would open something.
 */
export function parseFacts(json: unknown, profile: Profile): Facts {
  const facts = readFacts({ value: json, path: 'facts' });
  refuseFirst(factFaults(facts, 'facts', profile));
  return facts;
}
