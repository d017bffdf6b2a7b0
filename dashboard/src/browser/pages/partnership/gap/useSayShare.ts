import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { numbersIn } from '../numbers.ts';
import type { SayShare } from './auditRows.ts';

/** Puts shares into the page's language. The object is stable while the language stays the same. */
export function useSayShare(): SayShare {
  const { t, i18n } = useTranslation('partnership');
  return useMemo(() => {
    const { percent, count } = numbersIn(i18n.language);
    return {
      share: ({ rate, part, whole }) =>
        t('audit.share', { rate: percent(rate), part: count(part), whole: count(whole) }),
      rate: percent,
      noneSeen: t('audit.noneSeen'),
      small: t('audit.small'),
      why: (why) => t(`why.${why}`),
    };
  }, [t, i18n.language]);
}
