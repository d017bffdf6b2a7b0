import { useTranslation } from 'react-i18next';
import { useLacksOwn } from './Lacking.tsx';
import styles from './Withheld.module.css';

/**
 * Stands where the graph gives null: not shared, or not on file; which of the two is not told, and the page does not guess. Where one's
 * own agency did not answer, it was not read.
 */
export function Withheld() {
  const { t } = useTranslation('frame');
  const unread = useLacksOwn();
  return <span className={styles.withheld}>{t(unread ? 'unread' : 'withheld')}</span>;
}
