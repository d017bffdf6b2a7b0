import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card } from '../../../parts/Card.tsx';
import { Day } from '../../../parts/Day.tsx';
import styles from '../proposals.module.css';
import { NoticeProposed } from './NoticeProposed.tsx';
import type { ProposalShown } from './ProposalShown.ts';
import { WordsProposed } from './WordsProposed.tsx';

/** What is proposed and why, and what would change, before and after. */
export function WhatCard({ proposal }: Readonly<{ proposal: ProposalShown }>) {
  const { t } = useTranslation('proposals');
  const { why, change, effectiveOn, holdsFrom, status, exercise } = proposal;
  return (
    <Card title={t('what.title')}>
      <section className={styles.part}>
        <h3>{t('what.why')}</h3>
        <p className={styles.said}>{why}</p>
      </section>
      {change && (
        <section className={styles.part}>
          <h3>{t(status === 'AGREED' ? 'what.changed' : 'what.change')}</h3>
          {change.code ? (
            <WordsProposed proposal={proposal.id} code={change.code} change={change} agreed={status === 'AGREED'} />
          ) : (
            <NoticeProposed change={change} />
          )}
          {!holdsFrom && (
            <p className={styles.small}>
              {t('what.effective')} {effectiveOn ? <Day of={effectiveOn} /> : t('what.effectiveNone')}
            </p>
          )}
        </section>
      )}
      {exercise && (
        <p>
          {t('what.exercise')} <Link to={`/exercises/${exercise.id}`}>{exercise.title}</Link>
        </p>
      )}
    </Card>
  );
}
