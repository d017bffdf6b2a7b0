import { useTranslation } from 'react-i18next';
import { Mark } from '../frame/Mark.tsx';
import { Button } from '../parts/Button.tsx';
import { Faulty } from '../parts/Faulty.tsx';
import styles from './SignIn.module.css';

/** What stands in place of the door where the hub did not say how one signs in: a blank page would say nothing. */
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
