import { LogOut } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/Button.tsx';
import { leaveNow } from '../session/leaveNow.ts';
import { useSessionIfAny } from '../session/Session.tsx';
import { usePressedThrough } from './usePressedThrough.ts';

/** The way out, which works at once; renders nothing when nobody is signed in. It is above every page and in every dialog. */
export function Leave() {
  const { t } = useTranslation('frame');
  const session = useSessionIfAny();
  const button = useRef<HTMLButtonElement>(null);
  const leave = () => session && leaveNow(session.settings.leaveTo);
  usePressedThrough(button, leave);
  if (!session) return null;
  return (
    <Button ref={button} kind="grave" onPress={leave} aria-label={t('leaveHint')}>
      <LogOut aria-hidden size={18} />
      {t('leave')}
    </Button>
  );
}
