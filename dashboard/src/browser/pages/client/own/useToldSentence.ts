import { useTranslation } from 'react-i18next';

type Told = Readonly<{ agencies: number; people: number }> | null;

/** Returns the sentence that says what became of an order, and how many people had seen what was wrong. */
export function useToldSentence(): (outcome: 'WRITTEN' | 'WAITING' | 'RETURNED' | 'DRY_RUN', told?: Told) => string {
  const { t } = useTranslation('client');
  return (outcome, told = null) =>
    [
      t(outcome === 'WAITING' ? 'order.waits' : 'order.written'),
      told && told.people > 0 && t('order.told', { count: told.people, agencies: told.agencies }),
    ]
      .filter((part) => part)
      .join(' ');
}
