import { useTranslation } from 'react-i18next';
import { numbersIn } from './numbers.ts';

type Props = Readonly<{
  told: readonly string[];
  missing: readonly Readonly<{ name: string; why: string }>[];
}>;

/** How many agencies are in a figure, and which are not and why. Missing agencies are never counted as zero. */
export function WhoTold({ told, missing }: Props) {
  const { t, i18n } = useTranslation('partnership');
  const { list } = numbersIn(i18n.language);
  const of = told.length + missing.length;
  return (
    <p>
      {missing.length === 0
        ? t('answered.all', { count: told.length })
        : t('answered.some', { count: told.length, of })}{' '}
      {missing.length > 0 &&
        t('answered.missing', {
          agencies: list(missing.map(({ name, why }) => t('answered.withWhy', { agency: name, why }))),
        })}
    </p>
  );
}
