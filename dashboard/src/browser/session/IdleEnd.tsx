import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIdleTimer } from 'react-idle-timer';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { useSession } from './Session.tsx';

/** How long the question is shown before the session ends, in milliseconds (WCAG 2.2.1: at least 20 seconds, and one key to go on). */
const askedMs = 60_000;

/**
 * Ends the session, in every tab, when nobody has touched it for a while. It first asks whether somebody is still there, and covers
 * the page meanwhile, since perhaps nobody is.
 */
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
