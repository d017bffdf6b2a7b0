import { HardHat, ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../parts/Badge.tsx';
import { FromHub } from '../../../parts/FromHub.tsx';
import { SeverityBadge } from '../SeverityBadge.tsx';
import styles from './Visit.module.css';
import type { VisitedPerson } from './Visit.tsx';

type Shown = NonNullable<VisitedPerson['alerts']['nodes']>[number];

/** First, above everything else, what endangers the worker, from the person or the premises; then everybody's safety, one line each. */
export function VisitAlerts({ of }: Readonly<{ of: VisitedPerson }>) {
  const { t } = useTranslation('board');
  const alerts = of.alerts.nodes ?? [];
  const forWorkers = alerts.filter(isForWorkers);
  const others = alerts.filter((one) => !isForWorkers(one));
  return (
    <>
      <Part
        title={t('go.worker')}
        icon={<HardHat aria-hidden />}
        alerts={forWorkers}
        none={t('go.noWorker')}
        withText
      />
      <Part title={t('go.safety')} icon={<ShieldAlert aria-hidden />} alerts={others} none={t('go.noSafety')} />
    </>
  );
}

/** The alerts' text, for workers with more than two seconds. */
export function VisitTexts({ of }: Readonly<{ of: VisitedPerson }>) {
  const { t } = useTranslation('board');
  const alerts = (of.alerts.nodes ?? []).filter((one) => !isForWorkers(one));
  if (alerts.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2>{t('go.texts')}</h2>
      <Listed alerts={alerts} withText />
    </section>
  );
}

const isForWorkers = ({ alert }: Shown): boolean => alert.about.includes('WORKER_SAFETY');

type ListedProps = Readonly<{ alerts: readonly Shown[]; withText?: boolean }>;
type PartProps = ListedProps & Readonly<{ title: string; icon: ReactNode; none: string }>;

function Part({ title, icon, none, ...listed }: PartProps) {
  const { alerts } = listed;
  const grave = alerts.some(({ alert: { severity } }) => severity === 'CRITICAL' || severity === 'HIGH');
  const tone = grave ? styles.grave : alerts.length > 0 ? styles.care : styles.plain;
  return (
    <section className={`${styles.part} ${tone}`}>
      <h2>
        {icon}
        {title}
      </h2>
      {alerts.length === 0 ? <p className={styles.none}>{none}</p> : <Listed {...listed} />}
    </section>
  );
}

const Listed = ({ alerts, withText = false }: ListedProps) => (
  <ul>
    {alerts.map((one) => (
      <li key={`${one.alert.id} ${one.record.id}`}>
        <p className={styles.label}>
          <SeverityBadge of={one.alert.severity} />
          <strong>{one.label ? <FromHub>{one.label}</FromHub> : one.alert.code}</strong>
        </p>
        {withText && <Told of={one} />}
      </li>
    ))}
  </ul>
);

function Told({ of: { alert, record, reviewOverdue } }: Readonly<{ of: Shown }>) {
  const { t } = useTranslation('board');
  const { t: inFrame } = useTranslation('frame');
  const source = record.agency?.name ?? inFrame('unknownAgency');
  return (
    <>
      {alert.text && <p>{alert.text}</p>}
      <p className={styles.source}>
        {alert.certainty ? `${t(`certainty.${alert.certainty}`)} · ${source}` : source}{' '}
        {reviewOverdue && <Badge tone="care">{t('groups.overdue')}</Badge>}
      </p>
    </>
  );
}
