import { readProfile } from '@accord/server/profile/readProfile';
import { InputFault } from '../InputFault.ts';

/**
 * The given names of what an agency is in law. Throws an `InputFault` if the partnership's profile does not have one: no law
 * would apply to it.
 */
export function entityGiven(text: string): readonly string[] {
  const entities = [...readProfile(process.env.ACCORD_PROFILE).entities];
  const given = listOf(text);
  const strange = given.find((one) => !entities.includes(one));
  if (strange === undefined) return given;
  throw new InputFault(
    `--entity names "${strange}"; the profile has ${entities.join(', ') || 'none'}. If the hub uses another profile, set ACCORD_PROFILE to it.`,
  );
}

/** `A,B` as a list. */
const listOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
