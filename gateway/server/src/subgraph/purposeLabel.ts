import type { Profile } from '@accord/consent/Profile';
import { purposeTerms } from '@accord/contract/vocabulary';

const contractLabels: ReadonlyMap<string, string> = new Map(purposeTerms.map(({ code, label }) => [code, label]));

/** What a purpose is called: in the partnership's own words, else in the contract's, else by its code. */
export const purposeLabel = (code: string, { purposeLabels }: Profile): string =>
  purposeLabels.get(code) ?? contractLabels.get(code) ?? code;

/** The same for clients to read: the contract's words without the code of HL7 in brackets. */
export const purposeInWords = (code: string, { purposeLabels }: Profile): string =>
  purposeLabels.get(code) ?? contractLabels.get(code)?.replace(/ \([A-Z]+\)$/, '') ?? code;
