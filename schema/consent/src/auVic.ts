import { auVicText } from './generated/auVicText.ts';
import type { Profile } from './Profile.ts';
import { parseProfile } from './parseProfile.ts';

/**
 * The shipped profile, `profiles/au-vic.yaml`: Victoria, Australia.
 *
 * CAUTION: an editable example, not legal advice. Have a lawyer read it before anyone's information depends on it.
 */
export const auVic: Profile = shipped();

function shipped(): Profile {
  const parsed = parseProfile(auVicText);
  if (parsed.kind === 'PROFILE') return parsed.profile;
  const [first] = parsed.faults;
  throw new Error(`profiles/au-vic.yaml:${first?.line}:${first?.column}: ${first?.sentence}`);
}
