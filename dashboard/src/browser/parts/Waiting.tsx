import { useTranslation } from 'react-i18next';
import styles from './Waiting.module.css';

/** The shape of what is not there yet, and that it is on its way. */
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
