import type { ClientRaiseAlertMutationVariables } from '../generated/own.ts';

type Input = ClientRaiseAlertMutationVariables['input'];

/** An alert as far as it is written. */
export type Draft = Readonly<{
  code: Input['code'] | null;
  certainty: Input['certainty'] | null;
  severity: Input['severity'] | null;
  text: string;
  reviewDue: string | null;
}>;

/** Nothing written yet. */
export const emptyDraft: Draft = { code: null, certainty: null, severity: null, text: '', reviewDue: null };

/** How long its text may be. */
export const longestText = 600;

/** The draft as the graph takes it; `undefined` while something is missing. */
export function inputOf({ code, certainty, severity, text, reviewDue }: Draft): Input | undefined {
  const words = text.trim();
  if (!code || !certainty || !severity || words === '' || words.length > longestText) return undefined;
  return { code, certainty, severity, text: words, ...(reviewDue && { reviewDue }) };
}
