import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKnown } from '../../frame/Known.tsx';
import { Button } from '../../parts/Button.tsx';
import { later } from '../../parts/later.tsx';
import type { FirstClient } from './WhoCard.tsx';

const RaiseDialog = later(async () => (await import('./own/RaiseDialog.tsx')).RaiseDialog);

/** Raises an alert in one's own agency's system, where there is a record of one's own agency. */
export function RaiseAlerts({ client: { records } }: Readonly<{ client: FirstClient }>) {
  const { t } = useTranslation('client');
  const { me, mayDo } = useKnown();
  const [isOpen, setOpen] = useState(false);
  const own = records.find(({ agency }) => agency !== null && agency.id === me?.agency.id);
  if (!own || !mayDo.includes('raiseAlert')) return null;
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Plus aria-hidden size={18} />
        {t('raise.word')}
      </Button>
      {isOpen && <RaiseDialog record={own.id} onClose={() => setOpen(false)} />}
    </>
  );
}
