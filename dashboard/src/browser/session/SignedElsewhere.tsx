import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../frame/Mark.tsx';
import styles from './SignIn.module.css';

/** Shown in a tab that was opened to sign in again for another tab: it closes itself, if the browser allows it. */
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
