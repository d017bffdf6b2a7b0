import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKnown } from '../../frame/Known.tsx';
import { Button } from '../../parts/Button.tsx';
import { later } from '../../parts/later.tsx';
import { PersonName } from '../../parts/PersonName.tsx';
import styles from './client.module.css';
import type { FirstClient } from './WhoCard.tsx';

const RaiseDialog = later(async () => (await import('./own/RaiseDialog.tsx')).RaiseDialog);

/**
 * Raises an alert in the system of the worker's own agency, if it has a record of the client. Once the agency has said that it
 * takes no alerts from here, that is shown instead until the page is reloaded, by which time it may take them.
 */
export function RaiseAlerts({ client: { name, records } }: Readonly<{ client: FirstClient }>) {
  const { t } = useTranslation('client');
  const { me, mayDo, writesOff } = useKnown();
  const [isOpen, setOpen] = useState(false);
  const own = records.find(({ agency }) => agency !== null && agency.id === me?.agency.id);
  if (!own || !mayDo.includes('raiseAlert')) return null;
  // The dialog stays until it is closed, so that what was written can be copied elsewhere.
  if (writesOff && !isOpen) return <p className={styles.small}>{t('order.off')}</p>;
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Plus aria-hidden size={18} />
        {t('raise.word')}
      </Button>
      {isOpen && <RaiseDialog about={<PersonName of={name} />} record={own.id} onClose={() => setOpen(false)} />}
    </>
  );
}
