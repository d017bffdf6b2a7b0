import { useTranslation } from 'react-i18next';
import { useKnown } from '../../frame/Known.tsx';
import { useAsk } from '../../graph/useAsk.ts';
import { useEveryPage } from '../../graph/useEveryPage.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Card } from '../../parts/Card.tsx';
import { AlertsHere } from './AlertsHere.tsx';
import { Approvals } from './Approvals.tsx';
import { pageSize } from './boardFilter.ts';
import { continuedBy } from './continuedBy.ts';
import { BoardOverdueDocument, type BoardOverdueQuery } from './generated/board.ts';
import { usePeopleShown } from './usePeopleShown.ts';

/** What waits for a lead: alerts to approve, and overdue reviews. */
export function ForLead() {
  const { mayDo } = useKnown();
  return (
    <>
      {mayDo.includes('alertsToApprove') && <Approvals />}
      {mayDo.includes('alertsToReview') && <Overdue />}
    </>
  );
}

function Overdue() {
  const { t } = useTranslation('board');
  const people = usePeopleShown('reviews');
  const asked = useAsk(BoardOverdueDocument, { variables: { first: pageSize, peopleAfter: people.after } });
  const rest = useEveryPage(asked, continued);
  return (
    <Card title={t('reviews.title')}>
      <p>{t('reviews.lead')}</p>
      <Answer of={asked}>
        {({ alertsToReview }) => (
          <AlertsHere of={alertsToReview} rest={rest} people={people} none={<p>{t('reviews.none')}</p>} />
        )}
      </Answer>
    </Card>
  );
}

const continued = continuedBy<BoardOverdueQuery>(
  ({ alertsToReview }) => alertsToReview,
  (_, alertsToReview) => ({ alertsToReview }),
);
