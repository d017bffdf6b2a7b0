import type { ClientRaiseAlertMutationVariables } from '../generated/own.ts';

type Input = ClientRaiseAlertMutationVariables['input'];

/** An alert that is being written. */
export type Draft = Readonly<{
  code: Input['code'] | null;
  certainty: Input['certainty'] | null;
  severity: Input['severity'] | null;
  text: string;
  reviewDue: string | null;
}>;

/** Nothing written yet. */
export const emptyDraft: Draft = { code: null, certainty: null, severity: null, text: '', reviewDue: null };

/** The most characters its text may have. */
export const longestText = 600;

/** The draft as graph input; `undefined` while something is missing. */
export function inputOf({ code, certainty, severity, text, reviewDue }: Draft): Input | undefined {
  const words = text.trim();
  if (!code || !certainty || !severity || words === '' || words.length > longestText) return undefined;
  return { code, certainty, severity, text: words, ...(reviewDue && { reviewDue }) };
}
