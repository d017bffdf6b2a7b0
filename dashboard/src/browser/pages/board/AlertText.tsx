import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AgencyName } from '../../parts/AgencyName.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { Day } from '../../parts/Day.tsx';
import { FromHub } from '../../parts/FromHub.tsx';
import { isPast } from '../../parts/isPast.ts';
import { PersonName } from '../../parts/PersonName.tsx';
import { RoleWord } from '../../parts/RoleWord.tsx';
import styles from './AlertText.module.css';
import type { BoardAlertFragment } from './generated/board.ts';
import { holds } from './groupsOf.ts';
import { SeverityBadge } from './SeverityBadge.tsx';

type Props = Readonly<{ of: BoardAlertFragment }>;

/** An alert on the board: whom it is about, what it says, how sure and how serious, since when, from whom. */
export function AlertText({ of }: Props) {
  const { t } = useTranslation('board');
  const { alert, label, client } = of;
  return (
    <article className={styles.alert} data-alert>
      <p className={styles.head}>
        <SeverityBadge of={alert.severity} />
        <strong>{label ? <FromHub>{label}</FromHub> : alert.code}</strong>
        <Link to={`/people/${client.id}`}>
          <PersonName of={client.name} />
        </Link>
        {of.reviewOverdue && (
          <Badge tone="care">
            {t('alert.overdue')} <Day of={alert.reviewDue} />
          </Badge>
        )}
      </p>
      {alert.text && <p>{alert.text}</p>}
      <Facts of={of} />
    </article>
  );
}

/** What else is known about it; each fact only if it is disclosed. */
function Facts({ of }: Props) {
  const { t } = useTranslation('board');
  const { alert, record, reviewOverdue } = of;
  const { certainty, status, raisedOn, raisedBy, reviewDue, expires, endedOn, endedReason } = alert;
  const held = holds(of);
  const others = alert.concerns?.flatMap(({ role, isClient }) => (role && !isClient ? [t(`part.${role}`)] : []));
  const part = alert.concerns?.find(({ isClient }) => isClient)?.role;
  return (
    <p className={styles.facts}>
      {certainty && <span>{t(`certainty.${certainty}`)}</span>}
      {status && status !== 'ACTIVE' && <span>{t(`status.${status}`)}</span>}
      {raisedOn && (
        <span>
          {t('alert.raised')} <Day of={raisedOn} />{' '}
          {raisedBy && (
            <>
              (<RoleWord of={raisedBy} />)
            </>
          )}
        </span>
      )}
      {held && reviewDue && !reviewOverdue && (
        <span>
          {t('alert.review')} <Day of={reviewDue} />
        </span>
      )}
      {held && expires && (
        <span>
          {t(isPast(expires) ? 'alert.expired' : 'alert.expires')} <Day of={expires} />
        </span>
      )}
      {endedOn && (
        <span>
          {t('alert.ended')} <Day of={endedOn} />
          {endedReason && `: ${endedReason}`}
        </span>
      )}
      {part && part !== 'OTHER' && <span>{`${t('part.label')}: ${t(`part.${part}`)}`}</span>}
      {others && others.length > 0 && <span>{`${t('part.others')} ${others.join(', ')}`}</span>}
      <span>
        {t('alert.from')}: <AgencyName of={record.agency} />
      </span>
    </p>
  );
}
