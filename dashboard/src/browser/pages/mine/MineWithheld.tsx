import { useTranslation } from 'react-i18next';
import { useKnown } from '../../frame/Known.tsx';
import { Card } from '../../parts/Card.tsx';
import type { MyFile } from './Mine.tsx';

/** Kinds of information that are not shown here, as the graph says it and no further. */
export function MineWithheld({ file: { withheld } }: Readonly<{ file: MyFile }>) {
  const { t, i18n } = useTranslation('mine');
  const { categoryWord } = useKnown();
  const kinds = [...new Set(withheld.map(({ category }) => categoryWord(category)))];
  if (kinds.length === 0) return null;
  return (
    <Card title={t('withheld.title')}>
      <p>{t('withheld.text')}</p>
      <p>{new Intl.ListFormat(i18n.language).format(kinds)}</p>
    </Card>
  );
}
