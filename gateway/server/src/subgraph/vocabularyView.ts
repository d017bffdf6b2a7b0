import type { Profile } from '@accord/consent/Profile';
import type { Vocabulary } from '@accord/contract/generated/api';
import { alertTerms, categories, needTerms, purposeTerms } from '@accord/contract/vocabulary';

const labels: ReadonlyMap<string, string> = new Map(categories.map(({ code, label }) => [code, label]));

/** The words the partners agreed on, with the profile's tree of categories. */
export function vocabularyView(profile: Profile): Vocabulary {
  return {
    categories: [...profile.categories].map(([code, { parent, sensitive }]) => ({
      code,
      label: labels.get(code) ?? code,
      parent: parent ?? null,
      sensitive: sensitive ?? false,
    })),
    alerts: alertTerms,
    needs: needTerms,
    purposes: purposeTerms,
  };
}
