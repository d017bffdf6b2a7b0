import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../graph/useChange.ts';
import { DateField } from '../../../parts/DateField.tsx';
import { Select } from '../../../parts/Select.tsx';
import { ClientReviewAlertDocument, type ClientReviewAlertMutationVariables } from '../generated/own.ts';
import type { OneAlert } from '../holds.ts';
import { ActDialog } from './ActDialog.tsx';
import { useOrderId } from './useOrderId.ts';
import { useToldSentence } from './useToldSentence.ts';

type Certainty = NonNullable<ClientReviewAlertMutationVariables['certainty']>;

const certainties = ['INDICATED', 'DISCLOSED', 'ASSESSED', 'HISTORICAL'] as const satisfies readonly Certainty[];

/** Records that an alert was reviewed and still holds, how sure the worker is now, and when to review it next. */
export function ReviewAlert({ one }: Readonly<{ one: OneAlert }>) {
  const { alert, record } = one;
  const { t } = useTranslation('client');
  const says = useToldSentence();
  const [reviewDue, setReviewDue] = useState<string | null>(null);
  const [certainty, setCertainty] = useState<Certainty | null>(alert.certainty);
  const change = useChange(ClientReviewAlertDocument, { askAgain: ['ClientFirst'] });
  const order = { record: record.id, alert: alert.id, reviewDue, certainty };
  const orderId = useOrderId(order);
  const act = async () => {
    if (!reviewDue) return undefined;
    const done = await change.ask({ ...order, reviewDue, orderId });
    return done && says(done.reviewAlert.outcome);
  };
  return (
    <ActDialog
      word={t('review.word')}
      title={t('review.title')}
      one={one}
      act={act}
      mayAct={reviewDue !== null}
      asking={change.asking}
      fault={change.fault}
      onClose={change.clear}
    >
      {(tried) => (
        <>
          <p>{t('review.text')}</p>
          <Select
            label={t('review.certainty')}
            choices={certainties.map((id) => ({ id, label: t(`alerts.certainty.${id}`) }))}
            value={certainties.find((known) => known === certainty) ?? null}
            onChange={setCertainty}
          />
          <DateField
            label={t('review.due')}
            value={reviewDue}
            onChange={setReviewDue}
            {...(tried && !reviewDue && { fault: t('order.dayNeeded') })}
          />
        </>
      )}
    </ActDialog>
  );
}
