import type { Agreed } from './Change.ts';

/** A term of a list the partnership starts from. `category`: the kind of information an alert is released under. */
export type StartTerm = Readonly<{ code: string; label: string; category?: string }>;

/** A wording a code had, and since when. */
export type Wording = Readonly<{
  /** Null: from the beginning. */
  from: string | null;
  label: string;
  /** True where the category was taken out of use then. */
  retired: boolean;
  /** The proposal that was agreed; null: the list the partnership started from. */
  proposal: string | null;
}>;

/** A term on a day. */
export type Term = Readonly<{
  code: string;
  label: string;
  /** Null: not an alert category. */
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

/** The words of the partnership on a day. */
export type WordsOfDay = Readonly<{
  day: string;
  /** By code, in the order of the list they started from and then as they were agreed; retired ones too. */
  alerts: ReadonlyMap<string, Term>;
  needs: ReadonlyMap<string, Term>;
  /** By language (`languageKey`): the newest last. */
  notices: ReadonlyMap<string, readonly ConsentNotice[]>;
}>;

/** Languages are one and the same however they are written: `English`, ` english`. */
export const languageKey = (language: string): string => language.trim().toLowerCase();

/**
 * The words in force on a day: what the partnership started from, changed by everything agreed that holds by then, in order.
 *
 * The kind of information of a code never changes: agencies release by it. A category proposed twice keeps the first one's.
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
