import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../frame/Mark.tsx';
import { Button } from '../parts/Button.tsx';
import { Faulty } from '../parts/Faulty.tsx';
import { type Person, readPeople, signInAs } from './people.ts';
import type { Settings } from './Settings.ts';
import type { Signed } from './Signed.ts';
import styles from './SignIn.module.css';

type Props = Readonly<{ settings: Settings; onSigned: (signed: Signed) => void; failed: boolean }>;

/** The sign-in page: sign in at the provider, or, in the demonstration, choose a person to be. */
export function SignIn({ settings, onSigned, failed }: Props) {
  const { t } = useTranslation('frame');
  const { signIn } = settings;
  const start = async () => {
    if (signIn.kind !== 'oidc') return;
    const { providerSession } = await import('./oidc.ts');
    await providerSession(signIn).start();
  };
  return (
    <main className={styles.door}>
      <div className={styles.card}>
        <Mark />
        <h1>{t('signIn.title')}</h1>
        {failed && <Faulty sentence={t('signIn.failed')} />}
        {signIn.kind === 'people' ? (
          <People onSigned={onSigned} />
        ) : (
          <Button kind="main" onPress={start}>
            {t('signIn.go')}
          </Button>
        )}
      </div>
    </main>
  );
}

function People({ onSigned }: Pick<Props, 'onSigned'>) {
  const { t } = useTranslation('frame');
  const [people, setPeople] = useState<readonly Person[]>([]);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    readPeople().then(setPeople, () => setFailed(true));
  }, []);
  return (
    <>
      <p>{t('signIn.choose')}</p>
      {failed && <Faulty sentence={t('signIn.noPeople')} />}
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.id}>
            <Button kind="row" onPress={() => onSigned(signInAs(person))}>
              <strong>{person.name}</strong>
              <span>
                {t(`roles.${person.role}`)} · {person.agencyName}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
