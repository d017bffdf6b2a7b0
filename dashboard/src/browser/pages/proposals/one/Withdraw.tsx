import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../graph/useChange.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { Faulted } from '../../../parts/Faulted.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { useTried } from '../../../parts/useTried.ts';
import { ProposalWithdrawDocument } from '../generated/proposal.ts';
import styles from '../proposals.module.css';

/** Withdraws a proposal, with a reason. */
export function Withdraw({ proposal }: Readonly<{ proposal: string }>) {
  const { t } = useTranslation('proposals');
  const { t: frame } = useTranslation('frame');
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useTried();
  const withdraw = useChange(ProposalWithdrawDocument);
  const go = async () => {
    setTried(true);
    if (reason.trim() !== '' && (await withdraw.ask({ proposal, reason: reason.trim() }))) setOpen(false);
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('withdraw.go')}</Button>
      <Dialog title={t('withdraw.title')} isOpen={open} onClose={() => setOpen(false)}>
        <p>{t('withdraw.text')}</p>
        <TextField
          label={t('withdraw.reason')}
          lines={3}
          maxLength={4000}
          value={reason}
          onChange={setReason}
          autoFocus
          {...(tried && reason.trim() === '' && { fault: t('withdraw.missing') })}
        />
        <Faulted of={withdraw.fault} />
        <div className={styles.row}>
          <Button kind="grave" onPress={go} isDisabled={withdraw.asking}>
            {t('withdraw.go')}
          </Button>
          <Button onPress={() => setOpen(false)}>{frame('cancel')}</Button>
        </div>
      </Dialog>
    </>
  );
}
