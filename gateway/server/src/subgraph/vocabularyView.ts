import type { Profile } from '@accord/consent/Profile';
import type { AlertTerm, Vocabulary } from '@accord/contract/generated/api';
import type { Term, WordsOfDay } from '@accord/quality/proposals/vocabularyOn';
import { purposeLabel } from './purposeLabel.ts';

/** A vocabulary without its `history`, which the graph resolves from the words. */
export type VocabularyView = Omit<Vocabulary, 'history'> & Readonly<{ words: WordsOfDay }>;

/** Returns the words that the partners agreed on, as they hold on a day, with the profile's purposes and tree of categories. */
export function vocabularyView(words: WordsOfDay, profile: Profile): VocabularyView {
  const alerts = [...words.alerts.values()];
  return {
    words,
    day: words.day,
    categories: [...profile.categories].map(([code, { label, parent, sensitive }]) => ({
      code,
      label,
      parent: parent ?? null,
      sensitive: sensitive ?? false,
    })),
    alerts: alertsInUse(words).map(alertTerm),
    retiredAlerts: alerts.filter(({ retired }) => retired).map(alertTerm),
    needs: [...words.needs.values()].map(({ code, label }) => ({ code, label })),
    purposes: [...profile.purposes].map((code) => ({ code, label: purposeLabel(code, profile) })),
    roles: [...profile.roles],
    legalBases: [...profile.bases],
  };
}

/** An alert category as callers see it. */
const alertTerm = ({ code, label, category }: Term): AlertTerm => ({ code, label, category: category ?? '' });

/** Alert categories that may be chosen on that day. */
export const alertsInUse = ({ alerts }: WordsOfDay): readonly Term[] =>
  [...alerts.values()].filter(({ retired }) => !retired);
