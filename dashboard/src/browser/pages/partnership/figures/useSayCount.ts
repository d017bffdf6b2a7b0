import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { numbersIn } from '../numbers.ts';
import type { SayCount } from './countLines.ts';
import type { Told } from './Told.ts';

/** Puts what an agency disclosed into the page's language. The object is stable while the language stays the same. */
export function useSayCount(): SayCount {
  const { t, i18n } = useTranslation('partnership');
  return useMemo(() => {
    const { count } = numbersIn(i18n.language);
    const told = (one: Told): string => (one.kind === 'count' ? count(one.value) : t(`told.${one.kind}`));
    return { told, before: (one) => t('told.before', { told: told(one) }) };
  }, [t, i18n.language]);
}
