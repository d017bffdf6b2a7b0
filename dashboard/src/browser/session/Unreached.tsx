import { useTranslation } from 'react-i18next';
import { Mark } from '../frame/Mark.tsx';
import { Button } from '../parts/Button.tsx';
import { Faulty } from '../parts/Faulty.tsx';
import styles from './SignIn.module.css';

/** Shown instead of the sign-in page when the hub did not return its settings: a blank page would explain nothing. */
export function Unreached() {
  const { t } = useTranslation('frame');
  return (
    <main className={styles.door}>
      <div className={styles.card}>
        <Mark />
        <h1>{t('notShown')}</h1>
        <Faulty sentence={t('signIn.unreached')}>
          <Button onPress={() => location.reload()}>{t('again')}</Button>
        </Faulty>
      </div>
    </main>
  );
}
