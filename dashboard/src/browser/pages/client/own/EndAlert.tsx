import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../graph/useChange.ts';
import { Radios } from '../../../parts/Radios.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { ClientEndAlertDocument } from '../generated/own.ts';
import type { OneAlert } from '../holds.ts';
import { ActDialog } from './ActDialog.tsx';
import { useOrderId } from './useOrderId.ts';
import { useToldSentence } from './useToldSentence.ts';

const whys = ['NO_LONGER', 'WRONG'] as const;

/** Ends an alert: it was true and no longer is, or it never was. */
export function EndAlert({ one }: Readonly<{ one: OneAlert }>) {
  const { alert, record } = one;
  const { t } = useTranslation('client');
  const says = useToldSentence();
  const [why, setWhy] = useState<(typeof whys)[number]>('NO_LONGER');
  const [reason, setReason] = useState('');
  const change = useChange(ClientEndAlertDocument, { askAgain: ['ClientFirst'] });
  const order = { record: record.id, alert: alert.id, why, reason: reason.trim() };
  const orderId = useOrderId(order);
  const act = async () => {
    const done = await change.ask({ ...order, orderId });
    return done && says(done.endAlert.outcome, done.endAlert.toldOf);
  };
  return (
    <ActDialog
      word={t('end.word')}
      title={t('end.title')}
      one={one}
      act={act}
      mayAct={order.reason !== ''}
      asking={change.asking}
      fault={change.fault}
      onClose={change.clear}
    >
      {(tried) => (
        <>
          <Radios
            label={t('end.why')}
            choices={whys.map((id) => ({ id, label: t(`end.whys.${id}`) }))}
            value={why}
            onChange={setWhy}
          />
          <TextField
            label={t('end.reason')}
            lines={2}
            value={reason}
            onChange={setReason}
            {...(tried && order.reason === '' && { fault: t('order.wordsNeeded') })}
          />
        </>
      )}
    </ActDialog>
  );
}
