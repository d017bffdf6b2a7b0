import { useTranslation } from 'react-i18next';
import { AgencyName } from '../../parts/AgencyName.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { Day } from '../../parts/Day.tsx';
import { FromHub } from '../../parts/FromHub.tsx';
import { isPast } from '../../parts/isPast.ts';
import { RoleWord } from '../../parts/RoleWord.tsx';
import { AlertActions } from './AlertActions.tsx';
import styles from './client.module.css';
import { holds, type OneAlert } from './holds.ts';

const tones = { LOW: 'plain', MEDIUM: 'care', HIGH: 'grave', CRITICAL: 'gravest' } as const;

/** One alert: what, how serious, how sure, who says so, since when, and when it is due for review. */
export function AlertItem({ one, mayAct }: Readonly<{ one: OneAlert; mayAct: boolean }>) {
  const { t } = useTranslation('client');
  const { alert, label, record, reviewOverdue } = one;
  const over = !holds(one);
  const severity = alert.severity;
  return (
    <article className={`${styles.alert} ${severity && !over ? styles[severity] : ''}`}>
      <header>
        <h3>{label ? <FromHub>{label}</FromHub> : t('alerts.unnamed')}</h3>
        {severity && <Badge tone={over ? 'plain' : tones[severity]}>{t(`alerts.severity.${severity}`)}</Badge>}
        {alert.status && alert.status !== 'ACTIVE' && <Badge>{t(`alerts.status.${alert.status}`)}</Badge>}
      </header>
      {alert.text && <p>{alert.text}</p>}
      <Concerns of={alert.concerns} />
      <p className={styles.small}>
        {alert.certainty && `${t(`alerts.certainty.${alert.certainty}`)} · `}
        <strong>
          <AgencyName of={record.agency} />
        </strong>
        {alert.raisedBy && (
          <>
            {' · '}
            {t('alerts.raisedBy')} <RoleWord of={alert.raisedBy} />
          </>
        )}
        {alert.raisedOn && (
          <>
            {alert.raisedBy ? ', ' : ' · '}
            {t('alerts.raisedOn')} <Day of={alert.raisedOn} />
          </>
        )}
      </p>
      {over ? <Ended of={alert} /> : <LookAgain of={alert} overdue={reviewOverdue} />}
      {mayAct && <AlertActions one={one} />}
    </article>
  );
}

function Concerns({ of }: Readonly<{ of: OneAlert['alert']['concerns'] }>) {
  const { t } = useTranslation('client');
  const said = (of ?? []).flatMap(({ role, isClient }) =>
    role ? t(`alerts.concerns.${isClient ? 'self' : 'other'}.${role}`) : [],
  );
  return said.length > 0 ? (
    <p className={styles.small}>
      {t('alerts.concerns.title')} {said.join('; ')}
    </p>
  ) : null;
}

function LookAgain({ of, overdue }: Readonly<{ of: OneAlert['alert']; overdue: boolean }>) {
  const { t } = useTranslation('client');
  return (
    <>
      {of.reviewDue && (
        <p className={overdue ? styles.overdue : styles.small}>
          {t(overdue ? 'alerts.overdue' : 'alerts.reviewDue')} <Day of={of.reviewDue} />
          {overdue && `. ${t('alerts.holds')}`}
        </p>
      )}
      {of.expires && (
        <p className={styles.small}>
          {t(isPast(of.expires) ? 'alerts.expired' : 'alerts.expires')} <Day of={of.expires} />
          {isPast(of.expires) && `. ${t('alerts.notEnded')}`}
        </p>
      )}
    </>
  );
}

function Ended({ of: { endedOn, endedReason } }: Readonly<{ of: OneAlert['alert'] }>) {
  const { t } = useTranslation('client');
  return (
    <p className={styles.small}>
      {endedOn && (
        <>
          {t('alerts.ended')} <Day of={endedOn} />
          {'. '}
        </>
      )}
      {endedReason}
    </p>
  );
}
