import type { Ask } from './Ask.ts';
import { BadInput } from './BadInput.ts';
import type { Profile } from './Profile.ts';
import { readAsk } from './readAsk.ts';
import { refuseUnknownRoles } from './refuseUnknownRoles.ts';

/**
 * Parses an ask from JSON. Throws `BadInput` with the path and a sentence without personal data. Purpose and categories are
 * taken as they are: a code the profile does not know is not an error, but for `decide` to deny.
 */
export function parseAsk(json: unknown, profile: Profile): Ask {
  const ask = readAsk({ value: json, path: 'ask' });
  refuseUnknownRoles(ask, 'ask', profile);
  const { self, agency, user } = ask.viewer;
  if (self === undefined && (agency === undefined || user === undefined))
    throw new BadInput('ask.viewer', 'should be a client (self), or a user of an agency (user and agency).');
  return ask;
}
