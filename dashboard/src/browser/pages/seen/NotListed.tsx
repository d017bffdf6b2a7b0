import { useTranslation } from 'react-i18next';
import { Card } from '../../parts/Card.tsx';
import styles from './seen.module.css';

/** What such a list never includes: the same words for everybody, whether or not anything was left out. */
export function NotListed({ isSelf }: Readonly<{ isSelf: boolean }>) {
  const { t } = useTranslation('seen');
  return (
    <Card title={t('not.title')}>
      <ul className={styles.not}>
        <li>{t('not.block')}</li>
        {isSelf && <li>{t('not.self')}</li>}
        <li>{t('not.hub')}</li>
      </ul>
      {isSelf && <p>{t('not.wrong')}</p>}
    </Card>
  );
}
