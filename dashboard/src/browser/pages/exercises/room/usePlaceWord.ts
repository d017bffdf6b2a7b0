import { useTranslation } from 'react-i18next';
import { useHubWords } from '../../../parts/useHubWords.ts';
import type { PlacingAnswer } from '../generated/exercise.ts';

/** Names a placing: the category in the partners' words, no alert, cannot say, or not placed (null). */
export function usePlaceWord(
  offered: readonly Readonly<{ code: string; label: string }>[],
): (answer: PlacingAnswer | null, category: string | null) => string {
  const { t } = useTranslation('exercises');
  const said = useHubWords();
  const labels = new Map(offered.map(({ code, label }) => [code, label]));
  return (answer, category) => {
    if (category !== null) return said(labels.get(category) ?? category).label;
    return answer === null ? t('shift.noAnswer') : t(`place.answers.${answer}`);
  };
}
