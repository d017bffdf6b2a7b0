import type { AlertFact, Facts } from '@accord/quality/audit/cellOf';
import { type CodedNeed, evidenceOfNeed } from '@accord/quality/rules/evidenceOfNeed';
import type { Verdict } from '@accord/quality/rules/Verdict';

/** What the rules found in a note for one alert category: where and why, never the words themselves. */
export type Found = Readonly<{ kind: 'EVIDENCE' | 'ABSTAIN'; when: Verdict['when']; spans: readonly Span[] }>;
export type Span = readonly [start: number, end: number, rule: string, why: string];

/** A note as the audit keeps it: a hash of the text that was read, its day, and what was found, by alert category. */
export type NoteOutcome = Readonly<{ hash: string; on: string | null; found: Readonly<Record<string, Found>> }>;

/** What an audit keeps of a record, in the agency's own file: hashes, days and codes. It holds no text and no author. */
export type RecordOutcome = Readonly<{
  record: string;
  /** Hash of the names the notes were read with; where it changes, the notes are read again. */
  names: string;
  since: string | null;
  until: string | null;
  notes: Readonly<Record<string, NoteOutcome>>;
  /** Needs whose code alone is evidence. */
  needs: Readonly<Record<string, Readonly<{ code: string; on: string | null }>>>;
  /** Alerts by category. */
  alerts: Readonly<Record<string, readonly AlertFact[]>>;
}>;

/** The category for which the code of a need can be evidence. */
export const categoryOfNeeds = 'FAMILY_VIOLENCE_EXPERIENCING';

export const isEvidence = (code: string): boolean => {
  const need: CodedNeed = { list: 'REASON', code };
  return evidenceOfNeed(need) === 'EVIDENCE';
};

/** What is known about one alert category. Evidence without a day belongs to no window. */
export function factsOf({ notes, needs, alerts }: RecordOutcome, category: string): Facts {
  const told = Object.values(notes).filter(({ found }) => found[category]?.kind === 'EVIDENCE');
  const coded = category === categoryOfNeeds ? Object.values(needs) : [];
  const evidence = [...told, ...coded].flatMap(({ on }) => (on === null ? [] : [on]));
  return { evidence, alerts: alerts[category] ?? [] };
}

/** True where the record was on file at any time from the first day to the last. */
export const isOnFile = ({ since, until }: RecordOutcome, from: string, to: string): boolean =>
  (since === null || since <= to) && (until === null || until >= from);
