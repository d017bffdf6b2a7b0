/** What an agreed proposal changes in the words of the partnership. Days are `YYYY-MM-DD`. */
export type Change = Readonly<
  | { kind: 'LABEL'; code: string; label: string }
  | { kind: 'ALERT_CATEGORY'; code: string; label: string; category: string }
  | { kind: 'RETIRE'; code: string }
  | { kind: 'CONSENT_NOTICE'; language: string; version: string; text: string }
>;

/** A change that was agreed, and from which day it holds. */
export type Agreed = Readonly<{
  /** The proposal. */
  id: string;
  change: Change;
  from: string;
  agreedAt: number;
}>;

/**
 * The first day an agreed change holds: the day it was proposed for, and never before the day after it was agreed. So a day has one
 * vocabulary, from its first hour to its last.
 */
export function holdsFrom(effectiveOn: string | null, agreedOn: string): string {
  const next = dayAfter(agreedOn);
  return effectiveOn !== null && effectiveOn > next ? effectiveOn : next;
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
