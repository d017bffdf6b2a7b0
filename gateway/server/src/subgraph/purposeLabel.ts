import type { Profile } from '@accord/consent/Profile';
import { purposeTerms } from '@accord/contract/vocabulary';

const contractLabels: ReadonlyMap<string, string> = new Map(purposeTerms.map(({ code, label }) => [code, label]));

/** Returns what a purpose is called: in the partnership's own words, else the contract's, else its code. */
export const purposeLabel = (code: string, { purposeLabels }: Profile): string =>
  purposeLabels.get(code) ?? contractLabels.get(code) ?? code;

/** The same in words for clients: the contract's, without the HL7 code in brackets. */
export const purposeInWords = (code: string, { purposeLabels }: Profile): string =>
  purposeLabels.get(code) ?? contractLabels.get(code)?.replace(/ \([A-Z]+\)$/, '') ?? code;
