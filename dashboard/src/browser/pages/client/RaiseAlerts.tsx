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
 * Raises an alert in one's own agency's system, where there is a record of one's own agency. Where the agency said that it takes none
 * from here that is said instead, until the page is loaded anew: by then it may take them.
 */
export function RaiseAlerts({ client: { name, records } }: Readonly<{ client: FirstClient }>) {
  const { t } = useTranslation('client');
  const { me, mayDo, writesOff } = useKnown();
  const [isOpen, setOpen] = useState(false);
  const own = records.find(({ agency }) => agency !== null && agency.id === me?.agency.id);
  if (!own || !mayDo.includes('raiseAlert')) return null;
  // What was written stays until the dialog is closed: it is to be copied elsewhere.
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
