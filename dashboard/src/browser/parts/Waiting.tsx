import { useTranslation } from 'react-i18next';
import styles from './Waiting.module.css';

/** A placeholder for what is still loading, which also says so. */
export function Waiting() {
  const { t } = useTranslation('frame');
  return (
    <div role="status" className={styles.waiting}>
      <span>{t('waiting')}</span>
      <i aria-hidden />
      <i aria-hidden />
      <i aria-hidden />
    </div>
  );
}
