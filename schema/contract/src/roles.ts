import { type PurposeCode, purposesOfRole, type Role } from './vocabulary.ts';

/** True where the text is a role of the vocabulary. */
export const isRole = (text: string): text is Role => Object.hasOwn(purposesOfRole, text);

/** Purposes a role may claim. */
export const purposesOf = (role: Role): readonly PurposeCode[] => purposesOfRole[role];

/** The purpose as a code, where the role may claim it; `undefined` where it may not, or where there is no such purpose. */
export const claimPurpose = (role: Role, text: string): PurposeCode | undefined =>
  purposesOf(role).find((purpose) => purpose === text);
