import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKnown } from '../../frame/Known.tsx';
import { useChange } from '../../graph/useChange.ts';
import { Button } from '../../parts/Button.tsx';
import { Checks } from '../../parts/Checks.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Faulted } from '../../parts/Faulted.tsx';
import { PersonName } from '../../parts/PersonName.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { useTerms } from '../../parts/useTerms.ts';
import { useTried } from '../../parts/useTried.ts';
import styles from './client.module.css';
import emergency from './Emergency.module.css';
import type { Glass } from './EmergencyStrip.tsx';
import { ClientBreakGlassDocument } from './generated/emergency.ts';
import type { FirstClient } from './WhoCard.tsx';

type Props = Readonly<{ client: FirstClient; onGlass: (glass: Glass) => void; onClose: () => void }>;

/** Explains emergency access, and takes it with a reason. */
export function BreakGlassDialog({ client, onGlass, onClose }: Props) {
  const { t } = useTranslation('client');
  const { t: frame } = useTranslation('frame');
  const { vocabulary } = useKnown();
  const { kind } = useTerms();
  const [reason, setReason] = useState('');
  const [kinds, setKinds] = useState<readonly string[]>([]);
  const [tried, setTried] = useTried();
  const taking = useChange(ClientBreakGlassDocument);
  const categories = vocabulary?.categories ?? [];
  const noReason = reason.trim() === '';
  const take = async () => {
    setTried(true);
    if (noReason || kinds.length === 0) return;
    const taken = await taking.ask({ glass: { client: client.id, reason: reason.trim(), categories: kinds } });
    if (taken) onGlass(taken.breakGlass.breakGlass);
  };
  return (
    <Dialog
      title={t('emergency.title')}
      about={<PersonName of={client.name} />}
      isOpen
      onClose={onClose}
      kind="alertdialog"
    >
      <ul className={emergency.steps}>
        <li>{t('emergency.steps.opens')}</li>
        <li>{t('emergency.steps.told')}</li>
        <li>{t('emergency.steps.reviewed')}</li>
        <li>{t('emergency.steps.blocks')}</li>
      </ul>
      <TextField
        label={t('emergency.reason')}
        hint={t('emergency.reasonHint')}
        lines={2}
        value={reason}
        onChange={setReason}
        {...(tried && noReason && { fault: t('emergency.faults.reason') })}
      />
      <Checks
        label={t('emergency.kinds')}
        hint={t('emergency.kindsHint')}
        inColumns
        choices={categories.map(({ code }) => ({ id: code, label: kind(code) }))}
        value={kinds}
        onChange={setKinds}
        {...(tried && kinds.length === 0 && { fault: t('emergency.faults.kinds') })}
      />
      <Faulted of={taking.fault} />
      <div className={styles.buttons}>
        <Button kind="grave" onPress={take} isDisabled={taking.asking}>
          {t('emergency.take')}
        </Button>
        <Button onPress={() => setKinds(categories.map(({ code }) => code))}>{t('emergency.all')}</Button>
        <Button onPress={onClose}>{frame('cancel')}</Button>
      </div>
    </Dialog>
  );
}
