import { type PurposeCode, purposesOfRole, type Role } from './vocabulary.ts';

/** True if the text is a role of the vocabulary. */
export const isRole = (text: string): text is Role => Object.hasOwn(purposesOfRole, text);

/** Returns the purposes a role may claim. */
export const purposesOf = (role: Role): readonly PurposeCode[] => purposesOfRole[role];

/** Returns the purpose as a code if the role may claim it; `undefined` if it may not, or if there is no such purpose. */
export const claimPurpose = (role: Role, text: string): PurposeCode | undefined =>
  purposesOf(role).find((purpose) => purpose === text);
