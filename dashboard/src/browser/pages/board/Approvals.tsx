import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../graph/useAsk.ts';
import { useEveryPage } from '../../graph/useEveryPage.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Button } from '../../parts/Button.tsx';
import { Card } from '../../parts/Card.tsx';
import { Done } from '../../parts/Done.tsx';
import styles from './Approvals.module.css';
import { ApprovalText } from './ApprovalText.tsx';
import { BoardApprovalsDocument, type BoardApprovalsQuery } from './generated/board.ts';

const variables = { first: 100 };

/** Alerts that wait for a lead to approve them or give them back. */
export function Approvals() {
  const { t } = useTranslation('board');
  const asked = useAsk(BoardApprovalsDocument, { variables });
  const rest = useEveryPage(asked, continued);
  const [done, setDone] = useState<Readonly<{ say: 'approved' | 'returned' }>>();
  return (
    <Card title={t('approvals.title')}>
      <p>{t('approvals.lead')}</p>
      <Done of={done}>{done && <p>{t(`approvals.${done.say}`)}</p>}</Done>
      <Answer of={asked}>
        {({ alertsToApprove: { nodes } }) =>
          nodes.length === 0 ? (
            <p>{t('approvals.none')}</p>
          ) : (
            <ul className={styles.list}>
              {nodes.map((one) => (
                <li key={one.id}>
                  <ApprovalText of={one} onDone={(say) => setDone({ say })} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      {rest.stuck && <Button onPress={rest.goOn}>{t('rest')}</Button>}
    </Card>
  );
}

const continued = {
  standing: ({ alertsToApprove }: BoardApprovalsQuery) => alertsToApprove.pageInfo,
  merge: ({ alertsToApprove: before }: BoardApprovalsQuery, { alertsToApprove: next }: BoardApprovalsQuery) => ({
    alertsToApprove: { ...next, nodes: [...before.nodes, ...next.nodes] },
  }),
};
