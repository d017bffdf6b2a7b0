import { useTranslation } from 'react-i18next';
import { useLacksOwn } from './Lacking.tsx';
import styles from './Withheld.module.css';

/**
 * Shown where the graph returns null: withheld or not on file. The graph does not disclose which, and the page does not guess. If
 * the worker's own agency did not answer, it says that the value was not read.
 */
export function Withheld() {
  const { t } = useTranslation('frame');
  const unread = useLacksOwn();
  return <span className={styles.withheld}>{t(unread ? 'unread' : 'withheld')}</span>;
}
