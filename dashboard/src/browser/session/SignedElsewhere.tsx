import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../frame/Mark.tsx';
import styles from './SignIn.module.css';

/** What is left of a tab in which one signed in again for another: it closes, where the browser lets it. */
export function SignedElsewhere() {
  const { t } = useTranslation('frame');
  useEffect(() => window.close(), []);
  return (
    <main className={styles.door}>
      <div className={styles.card}>
        <Mark />
        <h1>{t('signIn.title')}</h1>
        <p>{t('signIn.elsewhere')}</p>
      </div>
    </main>
  );
}
