import type { Agreed } from './Change.ts';

/** A term of a list the partnership starts from. `category`: the kind of information under which an alert is released. */
export type StartTerm = Readonly<{ code: string; label: string; category?: string }>;

/** A wording of a code, and the day from which it was in force. */
export type Wording = Readonly<{
  /** Null: from the beginning. */
  from: string | null;
  label: string;
  /** True if the alert category was taken out of use on that day. */
  retired: boolean;
  /** The agreed proposal; null for the list the partnership started from. */
  proposal: string | null;
}>;

/** A term as it is on a day. */
export type Term = Readonly<{
  code: string;
  label: string;
  /** Null if it is not an alert category. */
  category: string | null;
  retired: boolean;
  /** The newest last; never empty. */
  history: readonly Wording[];
}>;

/** The notice given when consent is recorded, in one language. */
export type ConsentNotice = Readonly<{
  language: string;
  version: string;
  text: string;
  from: string;
  proposal: string;
}>;

/** The partnership's vocabulary and notices on a day. */
export type WordsOfDay = Readonly<{
  day: string;
  /** By code, in the order of the starting list and then as they were agreed; includes retired ones. */
  alerts: ReadonlyMap<string, Term>;
  needs: ReadonlyMap<string, Term>;
  /** By language (`languageKey`): the newest last. */
  notices: ReadonlyMap<string, readonly ConsentNotice[]>;
}>;

/** Returns one key for a language however it is written: `English`, ` english`. */
export const languageKey = (language: string): string => language.trim().toLowerCase();

/**
 * Returns the vocabulary and notices in force on a day: what the partnership started from, changed in order by everything
 * agreed that is in force by then.
 *
 * The kind of information of a code never changes, because agencies release by it. An alert category proposed twice keeps the
 * kind it was first given.
 */
export function vocabularyOn(
  day: string,
  start: Readonly<{ alerts: readonly StartTerm[]; needs: readonly StartTerm[] }>,
  agreed: readonly Agreed[],
): WordsOfDay {
  const alerts = new Map(start.alerts.map((term) => [term.code, startTerm(term)]));
  const needs = new Map(start.needs.map((term) => [term.code, startTerm(term)]));
  const notices = new Map<string, readonly ConsentNotice[]>();
  for (const { id, change, from } of [...agreed].filter((one) => one.from <= day).sort(inOrder)) {
    switch (change.kind) {
      case 'LABEL': {
        const list = alerts.has(change.code) ? alerts : needs;
        const term = list.get(change.code);
        if (term)
          list.set(change.code, worded(term, { from, label: change.label, retired: term.retired, proposal: id }));
        break;
      }
      case 'ALERT_CATEGORY': {
        const { code, label, category } = change;
        const before = alerts.get(code) ?? { code, label, category, retired: false, history: [] };
        alerts.set(code, worded(before, { from, label, retired: false, proposal: id }));
        break;
      }
      case 'RETIRE': {
        const term = alerts.get(change.code);
        if (term) alerts.set(change.code, worded(term, { from, label: term.label, retired: true, proposal: id }));
        break;
      }
      case 'CONSENT_NOTICE': {
        const { kind: _, ...notice } = change;
        const key = languageKey(notice.language);
        notices.set(key, [...(notices.get(key) ?? []), { ...notice, from, proposal: id }]);
        break;
      }
      default:
        change satisfies never;
    }
  }
  return { day, alerts, needs, notices };
}

const startTerm = ({ code, label, category }: StartTerm): Term => ({
  ...{ code, label, category: category ?? null, retired: false },
  history: [{ from: null, label, retired: false, proposal: null }],
});

const worded = (term: Term, wording: Wording): Term => ({
  ...term,
  ...{ label: wording.label, retired: wording.retired, history: [...term.history, wording] },
});

const inOrder = (a: Agreed, b: Agreed): number =>
  compare(a.from, b.from) || a.agreedAt - b.agreedAt || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
