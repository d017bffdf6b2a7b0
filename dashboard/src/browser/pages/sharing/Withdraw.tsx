import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../graph/useAsk.ts';
import { useChange } from '../../graph/useChange.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Faulted } from '../../parts/Faulted.tsx';
import { AllNamed } from './AllNamed.tsx';
import { EffectOf } from './EffectOf.tsx';
import {
  type SharingConsentFragment,
  SharingEffectOfWithdrawalDocument,
  SharingWithdrawDocument,
} from './generated/sharing.ts';
import styles from './sharing.module.css';
import type { Agencies } from './useAgencyNames.ts';

type Props = Readonly<{
  consent: SharingConsentFragment;
  agencies: Agencies;
  onDone: (sentence: string) => void;
}>;

/** Withdraws a consent or a refusal after a single question, which shows what will change. */
export function Withdraw({ consent, agencies, onDone }: Props) {
  const { t } = useTranslation('sharing');
  const { t: frame } = useTranslation('frame');
  const [isOpen, setOpen] = useState(false);
  const kind = consent.status === 'REFUSED' ? 'no' : 'yes';
  const { ask, asking, fault, clear } = useChange(SharingWithdrawDocument, { askAgain: ['SharingOnFile'] });
  const close = () => {
    setOpen(false);
    clear();
  };
  const withdraw = async () => {
    if (!(await ask({ consent: consent.id }))) return;
    setOpen(false);
    onDone(t(`withdraw.done.${kind}`));
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('withdraw.word')}</Button>
      <Dialog
        title={t(`withdraw.title.${kind}`)}
        about={<AllNamed parts={consent.names} />}
        isOpen={isOpen}
        onClose={close}
      >
        <p>{t(`withdraw.text.${kind}`)}</p>
        <WithdrawalEffect consent={consent.id} agencies={agencies} />
        <Faulted of={fault} />
        <div className={styles.buttons}>
          <Button kind="main" onPress={withdraw} isDisabled={asking}>
            {t('withdraw.go')}
          </Button>
          <Button onPress={close}>{frame('cancel')}</Button>
        </div>
      </Dialog>
    </>
  );
}

function WithdrawalEffect({ consent, agencies }: Readonly<{ consent: string; agencies: Agencies }>) {
  const asked = useAsk(SharingEffectOfWithdrawalDocument, { variables: { consent } });
  return (
    <Answer of={asked}>{({ withdrawalEffect }) => <EffectOf effect={withdrawalEffect} agencies={agencies} />}</Answer>
  );
}
