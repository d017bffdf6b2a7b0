import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../graph/useChange.ts';
import { CheckOne } from '../../../parts/Checks.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { ClientCorrectAlertDocument } from '../generated/own.ts';
import type { OneAlert } from '../holds.ts';
import { ActDialog } from './ActDialog.tsx';
import { DraftFields } from './DraftFields.tsx';
import { emptyDraft, inputOf } from './draft.ts';
import { useOrderId } from './useOrderId.ts';
import { useToldSentence } from './useToldSentence.ts';

/** Marks an alert as wrong, and optionally puts the right one beside it. */
export function CorrectAlert({ one }: Readonly<{ one: OneAlert }>) {
  const { alert, record } = one;
  const { t } = useTranslation('client');
  const says = useToldSentence();
  const [reason, setReason] = useState('');
  const [replaces, setReplaces] = useState(false);
  const [draft, setDraft] = useState(emptyDraft);
  const change = useChange(ClientCorrectAlertDocument, { askAgain: ['ClientFirst'] });
  const replacement = replaces ? inputOf(draft) : undefined;
  const order = { record: record.id, alert: alert.id, reason: reason.trim(), ...(replacement && { replacement }) };
  const orderId = useOrderId(order);
  const act = async () => {
    const done = await change.ask({ ...order, orderId });
    return done && says(done.correctAlert.outcome, done.correctAlert.toldOf);
  };
  return (
    <ActDialog
      word={t('correct.word')}
      title={t('correct.title')}
      one={one}
      act={act}
      mayAct={order.reason !== '' && (!replaces || replacement !== undefined)}
      asking={change.asking}
      fault={change.fault}
      onClose={change.clear}
    >
      {(tried) => (
        <>
          <p>{t('correct.text')}</p>
          <TextField
            label={t('correct.reason')}
            lines={2}
            value={reason}
            onChange={setReason}
            {...(tried && order.reason === '' && { fault: t('order.wordsNeeded') })}
          />
          <CheckOne label={t('correct.replace')} value={replaces} onChange={setReplaces} />
          {replaces && <DraftFields draft={draft} onChange={setDraft} tried={tried} />}
        </>
      )}
    </ActDialog>
  );
}
