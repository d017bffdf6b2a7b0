import { useTranslation } from 'react-i18next';
import { orderWords } from './orderWords.ts';

type Told = Readonly<{ agencies: number; people: number }> | null;

/** Returns the sentence that says what became of an order, and how many people had seen what was wrong. */
export function useToldSentence(): (outcome: keyof typeof orderWords, told?: Told) => string {
  const { t } = useTranslation('client');
  return (outcome, told = null) =>
    [
      t(orderWords[outcome]),
      told && told.people > 0 && t('order.told', { count: told.people, agencies: told.agencies }),
    ]
      .filter((part) => part)
      .join(' ');
}
