import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../graph/useChange.ts';
import { Banner } from '../../../parts/Banner.tsx';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { useTried } from '../../../parts/useTried.ts';
import styles from '../client.module.css';
import { ClientRaiseAlertDocument, type ClientRaiseAlertMutation } from '../generated/own.ts';
import { DraftFields } from './DraftFields.tsx';
import { emptyDraft, inputOf } from './draft.ts';
import { OrderFault } from './OrderFault.tsx';
import { TakesAlerts } from './TakesAlerts.tsx';
import { useOrderId } from './useOrderId.ts';
import { useToldSentence } from './useToldSentence.ts';
import { WouldWrite } from './WouldWrite.tsx';

type Outcome = ClientRaiseAlertMutation['raiseAlert'];

type Props = Readonly<{
  /** The person the alert will be about. */
  about: ReactNode;
  record: string;
  onClose: () => void;
}>;

/** Lets the worker word an alert, shows what would be written where, and raises it. */
export function RaiseDialog({ about, record, onClose }: Props) {
  const { t } = useTranslation('client');
  const { t: frame } = useTranslation('frame');
  const says = useToldSentence();
  const [draft, setDraft] = useState(emptyDraft);
  const [tried, setTried] = useTried();
  const [outcome, setOutcome] = useState<Outcome>();
  const change = useChange(ClientRaiseAlertDocument, { askAgain: ['ClientFirst', 'ClientOwn'] });
  const trial = useChange(ClientRaiseAlertDocument);
  const input = inputOf(draft);
  const orderId = useOrderId({ record, input });
  const send = async (dryRun: boolean) => {
    setTried(true);
    if (!input) return;
    const order = { record, input, dryRun, ...(!dryRun && { orderId }) };
    const done = await (dryRun ? trial : change).ask(order);
    if (done) setOutcome(done.raiseAlert);
  };
  const written = outcome && outcome.outcome !== 'DRY_RUN';
  return (
    <Dialog title={t('raise.title')} about={about} isOpen onClose={onClose}>
      {written ? (
        <>
          <Banner kind="done">
            <p>{says(outcome.outcome)}</p>
          </Banner>
          <Button onPress={onClose}>{frame('close')}</Button>
        </>
      ) : (
        <>
          {outcome && input ? (
            <WouldWrite input={input} rows={outcome.wouldWrite ?? []} />
          ) : (
            <>
              <TakesAlerts />
              <DraftFields draft={draft} onChange={setDraft} tried={tried} />
            </>
          )}
          <OrderFault of={trial.fault ?? change.fault} />
          <div className={styles.buttons}>
            {outcome && input ? (
              <>
                <Button kind="main" isDisabled={change.asking} onPress={() => send(false)}>
                  {t('raise.word')}
                </Button>
                <Button onPress={() => setOutcome(undefined)}>{t('raise.back')}</Button>
              </>
            ) : (
              <Button kind="main" isDisabled={trial.asking} onPress={() => send(true)}>
                {t('raise.preview')}
              </Button>
            )}
            <Button onPress={onClose}>{frame('cancel')}</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
