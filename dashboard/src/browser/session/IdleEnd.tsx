import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIdleTimer } from 'react-idle-timer';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { useSession } from './Session.tsx';

/** How long the question stands before the session ends, in milliseconds (WCAG 2.2.1: at least 20 seconds, one key to go on). */
const askedMs = 60_000;

/** Ends the session when nobody has touched it for a while, in every tab; asks first whether somebody is still there, and covers the page meanwhile: nobody may be. */
export function IdleEnd() {
  const { settings, signOut } = useSession();
  const { t } = useTranslation('frame');
  const [asked, setAsked] = useState(false);
  const timeout = settings.idleMinutes * 60_000;
  const { activate } = useIdleTimer({
    timeout,
    promptBeforeIdle: Math.min(askedMs, timeout / 2),
    crossTab: true,
    throttle: 1_000,
    onPrompt: () => setAsked(true),
    onIdle: signOut,
    onActive: () => setAsked(false),
  });
  const stay = () => {
    activate();
    setAsked(false);
  };
  return (
    <Dialog title={t('idle.title')} isOpen={asked} onClose={stay} kind="alertdialog" covers>
      <p>{t('idle.text')}</p>
      <Button kind="main" onPress={stay} autoFocus>
        {t('idle.stay')}
      </Button>
    </Dialog>
  );
}
