import type { Facts } from './Facts.ts';
import { factFaults, refuseFirst } from './faultsIn.ts';
import type { Profile } from './Profile.ts';
import { readFacts } from './readFacts.ts';

/**
 * Facts from JSON, as they are put on file. Throws `BadInput` with the path and a sentence without personal data; nothing
 * that is not understood is dropped, because a limit or a block that is lost opens.
 */
export function parseFacts(json: unknown, profile: Profile): Facts {
  const facts = readFacts({ value: json, path: 'facts' });
  refuseFirst(factFaults(facts, 'facts', profile));
  return facts;
}
