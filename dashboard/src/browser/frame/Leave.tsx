import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/Button.tsx';
import { leaveNow } from '../session/leaveNow.ts';
import { useSessionIfAny } from '../session/Session.tsx';

/** The way out, at once; nothing where nobody is signed in. It stands above every page and in every dialog over one. */
export function Leave() {
  const { t } = useTranslation('frame');
  const session = useSessionIfAny();
  if (!session) return null;
  return (
    <Button kind="grave" onPress={() => leaveNow(session.settings.leaveTo)} aria-label={t('leaveHint')}>
      <LogOut aria-hidden size={18} />
      {t('leave')}
    </Button>
  );
}
