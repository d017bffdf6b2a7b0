import { useTranslation } from 'react-i18next';
import { useKnown } from '../../../frame/Known.tsx';
import { AgencyName } from '../../../parts/AgencyName.tsx';
import { Badge } from '../../../parts/Badge.tsx';
import { Day } from '../../../parts/Day.tsx';
import { Fold } from '../../../parts/Fold.tsx';
import { FromHub } from '../../../parts/FromHub.tsx';
import { useSession } from '../../../session/Session.tsx';
import { toneOf } from '../codes.ts';
import styles from '../proposals.module.css';
import { AnswerCard } from './AnswerCard.tsx';
import { OutcomeCard } from './OutcomeCard.tsx';
import { PathCard } from './PathCard.tsx';
import type { ProposalShown } from './ProposalShown.ts';
import { VoiceCard } from './VoiceCard.tsx';
import { VoicesCard } from './VoicesCard.tsx';
import { WhatCard } from './WhatCard.tsx';
import { Withdraw } from './Withdraw.tsx';

/** The whole proposal, and what the person may do about it. */
export function ProposalView({ proposal }: Readonly<{ proposal: ProposalShown }>) {
  const { t } = useTranslation('proposals');
  const { me, mayDo } = useKnown();
  const { user } = useSession().signed;
  const { kind, status, raisedBy, raisedByUser, raisedAt, mayVoice, history } = proposal;
  const ours = raisedBy !== null && raisedBy.id === me?.agency.id;
  // The hub lets leads and managers withdraw: those who may review emergency access.
  const mayWithdraw = ours && (raisedByUser === user || mayDo.includes('reviewBreakGlass'));
  const open = status === 'OPEN';
  return (
    <>
      <p className={styles.row}>
        <Badge tone={toneOf[status]}>{t(`status.${status}`)}</Badge>
        <span>
          {t(`kind.${kind}`)} ·{' '}
          {raisedByUser === user ? (
            t('yours')
          ) : (
            <>
              {t('raisedBy')} <AgencyName of={raisedBy} />
              {raisedByUser && ` (${raisedByUser})`}
            </>
          )}{' '}
          {t('on')} <Day of={raisedAt} />
        </span>
        {open && mayWithdraw && mayDo.includes('withdrawProposal') && <Withdraw proposal={proposal.id} />}
      </p>
      {status !== 'OPEN' && <OutcomeCard proposal={proposal} status={status} />}
      <WhatCard proposal={proposal} />
      <PathCard proposal={proposal} />
      {open && mayVoice && mayDo.includes('voice') && <VoiceCard proposal={proposal} />}
      {open && ours && mayDo.includes('answerObjection') && <AnswerCard proposal={proposal} />}
      <VoicesCard proposal={proposal} />
      <Fold level={2} title={t('history.title')}>
        <ol>
          {history.map(({ at, says, spokenBy }) => (
            <li key={`${at} ${says}`}>
              <FromHub>{says}</FromHub>
              {spokenBy && ` (${spokenBy})`}
            </li>
          ))}
        </ol>
      </Fold>
    </>
  );
}
