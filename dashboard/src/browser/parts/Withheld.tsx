import { useTranslation } from 'react-i18next';
import styles from './Withheld.module.css';

/** Stands where the graph gives null: not shared, or not on file; which of the two is not told, and the page does not guess. */
export function Withheld() {
  const { t } = useTranslation('frame');
  return <span className={styles.withheld}>{t('withheld')}</span>;
}
