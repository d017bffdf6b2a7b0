import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKnown } from '../../frame/Known.tsx';
import { useChange } from '../../graph/useChange.ts';
import { Button } from '../../parts/Button.tsx';
import { Day } from '../../parts/Day.tsx';
import { Faulted } from '../../parts/Faulted.tsx';
import { FromHub } from '../../parts/FromHub.tsx';
import { PersonName } from '../../parts/PersonName.tsx';
import { useSession } from '../../session/Session.tsx';
import styles from './Approvals.module.css';
import { type BoardApprovalsQuery, BoardApproveDocument } from './generated/board.ts';
import { ReturnDialog } from './ReturnDialog.tsx';
import { SeverityBadge } from './SeverityBadge.tsx';

type Approval = BoardApprovalsQuery['alertsToApprove']['nodes'][number];
type Props = Readonly<{ of: Approval; onDone: (done: 'approved' | 'returned') => void }>;

/** One alert that waits for approval: what it says, who asked for it, and the decision to make. */
export function ApprovalText({ of, onDone }: Props) {
  const { t } = useTranslation('board');
  const { mayDo, alertWord } = useKnown();
  const { user } = useSession().signed;
  const [returning, setReturning] = useState(false);
  const approve = useChange(BoardApproveDocument, { askAgain: ['BoardApprovals'] });
  const said = of.record.waitingAlerts?.find(({ order }) => order === of.id);
  const mine = of.askedBy === user;
  return (
    <article className={styles.one}>
      <p className={styles.head}>
        {said && <SeverityBadge of={said.severity} />}
        <strong>
          <FromHub>{alertWord(of.code)}</FromHub>
        </strong>
        <PersonName of={of.record.identity?.name} />
      </p>
      <p>{said?.text ?? t('approvals.noWords')}</p>
      <p className={styles.facts}>
        {said?.certainty && <span>{t(`certainty.${said.certainty}`)}</span>}
        <span>{`${t('approvals.askedBy')} ${of.askedBy}`}</span>
        <Day of={of.at} withTime />
      </p>
      <Faulted of={approve.fault} />
      {mine ? (
        <p>{t('approvals.own')}</p>
      ) : (
        <div className={styles.actions}>
          {mayDo.includes('approveAlert') && (
            <Button
              kind="main"
              isDisabled={approve.asking || !said}
              onPress={async () => (await approve.ask({ order: of.id })) && onDone('approved')}
            >
              {t('approvals.approve')}
            </Button>
          )}
          {mayDo.includes('returnAlert') && <Button onPress={() => setReturning(true)}>{t('approvals.return')}</Button>}
        </div>
      )}
      <ReturnDialog
        order={of.id}
        about={
          <>
            <FromHub>{alertWord(of.code)}</FromHub> · <PersonName of={of.record.identity?.name} />
          </>
        }
        isOpen={returning}
        onClose={() => setReturning(false)}
        onReturned={() => onDone('returned')}
      />
    </article>
  );
}
