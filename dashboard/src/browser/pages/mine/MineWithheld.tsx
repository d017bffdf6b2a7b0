import { useTranslation } from 'react-i18next';
import { Card } from '../../parts/Card.tsx';
import { Covered } from '../../parts/Covered.tsx';
import { useTerms } from '../../parts/useTerms.ts';
import type { MyFile } from './Mine.tsx';

/** Kinds of information that are not shown here, in the graph's own terms and no further. */
export function MineWithheld({ file: { withheld } }: Readonly<{ file: MyFile }>) {
  const { t, i18n } = useTranslation('mine');
  const { kind } = useTerms();
  const kinds = [...new Set(withheld.map(({ category }) => kind(category)))];
  if (kinds.length === 0) return null;
  return (
    <Card title={t('withheld.title')}>
      <p>{t('withheld.text')}</p>
      <Covered word={t('withheld.title')}>{new Intl.ListFormat(i18n.language).format(kinds)}</Covered>
    </Card>
  );
}
