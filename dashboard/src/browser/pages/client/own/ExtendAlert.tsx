import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../graph/useChange.ts';
import { DateField } from '../../../parts/DateField.tsx';
import { ClientExtendAlertDocument } from '../generated/own.ts';
import type { OneAlert } from '../holds.ts';
import { ActDialog } from './ActDialog.tsx';
import { useOrderId } from './useOrderId.ts';
import { useToldSentence } from './useToldSentence.ts';

/** Extends how long an alert holds. */
export function ExtendAlert({ one }: Readonly<{ one: OneAlert }>) {
  const { alert, record } = one;
  const { t } = useTranslation('client');
  const says = useToldSentence();
  const [until, setUntil] = useState<string | null>(null);
  const change = useChange(ClientExtendAlertDocument, { askAgain: ['ClientFirst'] });
  const order = { record: record.id, alert: alert.id, until };
  const orderId = useOrderId(order);
  const act = async () => {
    if (!until) return undefined;
    const done = await change.ask({ ...order, until, orderId });
    return done && says(done.extendAlert.outcome);
  };
  return (
    <ActDialog
      word={t('extend.word')}
      title={t('extend.title')}
      one={one}
      act={act}
      mayAct={until !== null}
      asking={change.asking}
      fault={change.fault}
      onClose={change.clear}
    >
      {(tried) => (
        <DateField
          label={t('extend.until')}
          value={until}
          onChange={setUntil}
          {...(tried && !until && { fault: t('order.dayNeeded') })}
        />
      )}
    </ActDialog>
  );
}
