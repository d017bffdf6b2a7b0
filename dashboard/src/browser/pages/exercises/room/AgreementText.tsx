import { useTranslation } from 'react-i18next';
import type { ExerciseInRoom } from './Room.tsx';

type Agreement = ExerciseInRoom['rounds'][number]['categoryAgreement'];

/** Krippendorff's (2004) bounds: from 0.8, data can be relied on; from 0.667, tentatively. The lower bounds are ours. */
function wordOf(alpha: number): 'close' | 'fair' | 'some' | 'little' | 'less' {
  if (alpha >= 0.8) return 'close';
  if (alpha >= 0.667) return 'fair';
  if (alpha >= 0.2) return 'some';
  return alpha >= 0 ? 'little' : 'less';
}

/** How far people agree, in words and as a number with its interval. */
export function AgreementText({ on, of }: Readonly<{ on: 'category' | 'certainty'; of: Agreement }>) {
  const { t, i18n } = useTranslation('exercises');
  const { alpha, low, high, undefinedBecause } = of;
  const number = (value: number) =>
    new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
  if (alpha === null)
    return (
      <p>
        {t(`agreement.${on}`)}: {undefinedBecause && t(`agreement.none.${undefinedBecause}`)}
      </p>
    );
  return (
    <p>
      {t(`agreement.${on}`)}:{' '}
      <strong>
        {low === null || high === null
          ? t('agreement.only', { alpha: number(alpha) })
          : t('agreement.value', { alpha: number(alpha), low: number(low), high: number(high) })}
      </strong>{' '}
      {t(low !== null && low <= 0 && alpha > 0 ? 'agreement.wide' : `agreement.${wordOf(alpha)}`)}
    </p>
  );
}
