import type { Profile } from '@accord/consent/Profile';
import type { Vocabulary } from '@accord/contract/generated/api';
import { alertTerms, needTerms } from '@accord/contract/vocabulary';
import { purposeLabel } from './purposeLabel.ts';

/** The words the partners agreed on, with the profile's purposes and tree of categories. */
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
    purposes: [...profile.purposes].map((code) => ({ code, label: purposeLabel(code, profile) })),
    roles: [...profile.roles],
    legalBases: [...profile.bases],
  };
}
