import type { Profile } from '@accord/consent/Profile';
import type { Vocabulary } from '@accord/contract/generated/api';
import { alertTerms, needTerms, purposeTerms } from '@accord/contract/vocabulary';

/** The words the partners agreed on, with the profile's tree of categories. */
export function vocabularyView(profile: Profile): Vocabulary {
  return {
    categories: [...profile.categories].map(([code, { label, parent, sensitive }]) => ({
      code,
      label,
      parent: parent ?? null,
      sensitive: sensitive ?? false,
    })),
    alerts: alertTerms,
    needs: needTerms,
    purposes: purposeTerms,
    roles: [...profile.roles],
    legalBases: [...profile.bases],
  };
}
