import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../../graph/useAsk.ts';
import { Banner } from '../../parts/Banner.tsx';
import { Card } from '../../parts/Card.tsx';
import { Fold } from '../../parts/Fold.tsx';
import { ShowMore } from '../../parts/ShowMore.tsx';
import { AlertFilters, allAlerts, fits } from './AlertFilters.tsx';
import { AlertItem } from './AlertItem.tsx';
import styles from './client.module.css';
import type { ClientFirstQuery } from './generated/client.ts';
import { holds, type OneAlert } from './holds.ts';
import { RaiseAlerts } from './RaiseAlerts.tsx';
import type { FirstClient } from './WhoCard.tsx';

/** The number of alerts from which the filter is shown. */
const many = 6;

type Props = Readonly<{
  asked: Asked<ClientFirstQuery>;
  client: FirstClient;
  /** False in an emergency view, which is read-only: writing needs the usual purpose. */
  mayAct: boolean;
}>;

/** Alerts from every agency in one list: those in force first, the most serious on top; those that are over are folded away. */
export function AlertsCard({ asked, client, mayAct }: Props) {
  const { t } = useTranslation('client');
  const [filter, setFilter] = useState(allAlerts);
  const alerts = client.alerts;
  const all = alerts?.nodes ?? [];
  const shown = all.filter((one) => fits(one, filter));
  const now = shown.filter(holds);
  const past = shown.filter((one) => !holds(one));
  return (
    <Card title={t('alerts.title')} actions={mayAct && <RaiseAlerts client={client} />}>
      {alerts?.complete !== true && (
        <Banner kind="care">
          <p>{t('alerts.incomplete')}</p>
        </Banner>
      )}
      {all.length >= many && <AlertFilters alerts={all} filter={filter} onChange={setFilter} />}
      {now.length > 0 ? (
        <Alerts of={now} mayAct={mayAct} />
      ) : (
        <p>{t(all.length > shown.length ? 'alerts.noneFit' : 'alerts.none')}</p>
      )}
      {past.length > 0 && (
        <Fold title={t('alerts.past', { count: past.length })}>
          <Alerts of={past} mayAct={mayAct} />
        </Fold>
      )}
      {alerts?.pageInfo && (
        <ShowMore of={asked} page={alerts.pageInfo} list={{ name: 'alerts', shown: all.length }} merge={joined} />
      )}
    </Card>
  );
}

const Alerts = ({ of, mayAct }: Readonly<{ of: readonly OneAlert[]; mayAct: boolean }>) => (
  <ol className={styles.alerts}>
    {of.map((one) => (
      <li key={one.alert.id}>
        <AlertItem one={one} mayAct={mayAct} />
      </li>
    ))}
  </ol>
);

function joined(before: ClientFirstQuery, next: ClientFirstQuery): ClientFirstQuery {
  if (!before.client?.alerts || !next.client?.alerts) return before;
  const nodes = [...(before.client.alerts.nodes ?? []), ...(next.client.alerts.nodes ?? [])];
  // The list is complete only if every page of it is.
  const complete = before.client.alerts.complete === true && next.client.alerts.complete === true;
  return { ...before, client: { ...before.client, alerts: { ...next.client.alerts, complete, nodes } } };
}
