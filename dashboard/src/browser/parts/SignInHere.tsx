import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/Session.tsx';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { Faulty } from './Faulty.tsx';

type Props = Readonly<{
  /** Called when they have signed in again. */
  onIn?: () => void;
}>;

/** Says that the token has expired, and opens the provider in another tab, so that what is half written here stays. */
export function SignInHere({ onIn }: Props) {
  const { t } = useTranslation('frame');
  const { signInAgain } = useSession();
  const [state, setState] = useState<'out' | 'failed' | 'in'>('out');
  if (state === 'in')
    return (
      <Banner kind="done">
        <p>{t('signIn.isBack')}</p>
      </Banner>
    );
  const again = () => {
    signInAgain().then(
      () => {
        setState('in');
        onIn?.();
      },
      () => setState('failed'),
    );
  };
  return (
    <Faulty sentence={t(state === 'failed' ? 'signIn.failed' : 'signIn.ranOut')}>
      <Button onPress={again}>{t('signIn.inAnother')}</Button>
    </Faulty>
  );
}
