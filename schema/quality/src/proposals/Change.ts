/** What an agreed proposal changes in the partnership's vocabulary and notices. Days are `YYYY-MM-DD`. */
export type Change = Readonly<
  | { kind: 'LABEL'; code: string; label: string }
  | { kind: 'ALERT_CATEGORY'; code: string; label: string; category: string }
  | { kind: 'RETIRE'; code: string }
  | { kind: 'CONSENT_NOTICE'; language: string; version: string; text: string }
>;

/** An agreed change, and the day from which it is in force. */
export type Agreed = Readonly<{
  /** The proposal. */
  id: string;
  change: Change;
  from: string;
  agreedAt: number;
}>;

/**
 * Returns the first day on which an agreed change is in force: the day it was proposed for, but never before the day after it
 * was agreed. So each day has one vocabulary from its first hour to its last.
 */
export function holdsFrom(effectiveOn: string | null, agreedOn: string): string {
  const next = dayAfter(agreedOn);
  return effectiveOn !== null && effectiveOn > next ? effectiveOn : next;
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
