import { useTranslation } from 'react-i18next';
import { useKnown } from '../../../frame/Known.tsx';
import { Badge } from '../../../parts/Badge.tsx';
import { Facts } from '../../../parts/Facts.tsx';
import { Fold } from '../../../parts/Fold.tsx';
import { FromHub } from '../../../parts/FromHub.tsx';
import type { ClientRaiseAlertMutation, ClientRaiseAlertMutationVariables } from '../generated/own.ts';

type Props = Readonly<{
  input: ClientRaiseAlertMutationVariables['input'];
  rows: NonNullable<ClientRaiseAlertMutation['raiseAlert']['wouldWrite']>;
}>;

/**
 * A preview: the alert as others would read it, and what would be written to the tables of the worker's own agency, under its own
 * column names. Nothing is written yet.
 */
export function WouldWrite({ input, rows }: Props) {
  const { t } = useTranslation('client');
  const { alertWord } = useKnown();
  return (
    <>
      <p>{t('raise.would')}</p>
      <p>
        <strong>
          <FromHub>{alertWord(input.code)}</FromHub>
        </strong>{' '}
        <Badge>{t(`alerts.severity.${input.severity}`)}</Badge>
        <br />
        {input.text}
        <br />
        {t(`alerts.certainty.${input.certainty}`)}
      </p>
      <Fold title={t('raise.rows')}>
        {rows.map(({ table, columns }) => (
          <section key={table} aria-label={table}>
            <p>
              <strong>{table}</strong>
            </p>
            <Facts of={columns.map(({ name, value }) => ({ word: name, is: value }))} />
          </section>
        ))}
      </Fold>
    </>
  );
}
