import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AgencyName } from '../../parts/AgencyName.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { Day } from '../../parts/Day.tsx';
import { FromHub } from '../../parts/FromHub.tsx';
import { toneOf } from './codes.ts';
import type { ProposalsListQuery } from './generated/proposals.ts';
import { LevelPath } from './LevelPath.tsx';
import styles from './proposals.module.css';

type Props = Readonly<{ proposal: ProposalsListQuery['proposals']['nodes'][number]; mine: boolean }>;

/** A proposal in the list: what it is, whose, and where it is. */
export function ProposalCard({ proposal, mine }: Props) {
  const { t } = useTranslation('proposals');
  const { id, title, kind, status, raisedBy, raisedAt, mayVoice, holdsFrom, whyNot, decidedAt } = proposal;
  return (
    <article className={styles.card} aria-label={title}>
      <header className={styles.row}>
        <h2>
          <Link to={`/proposals/${id}`}>{title}</Link>
        </h2>
        <Badge tone={toneOf[status]}>{t(`status.${status}`)}</Badge>
        {mayVoice && <Badge tone="care">{t('mayVoice')}</Badge>}
      </header>
      <p className={styles.small}>
        {t(`kind.${kind}`)} ·{' '}
        {mine ? (
          t('yours')
        ) : (
          <>
            {t('raisedBy')} <AgencyName of={raisedBy} />
          </>
        )}{' '}
        {t('on')} <Day of={raisedAt} />
      </p>
      <LevelPath proposal={proposal} />
      {status !== 'OPEN' && (
        <p>
          {t(`outcome.${status}`)} <Day of={decidedAt} />
          {holdsFrom && (
            <>
              {' · '}
              {t('outcome.holds')} <Day of={holdsFrom} />
            </>
          )}
        </p>
      )}
      {whyNot && (
        <p>
          {t('outcome.why')}: <FromHub>{whyNot}</FromHub>
        </p>
      )}
    </article>
  );
}
