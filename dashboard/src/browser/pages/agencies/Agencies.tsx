import { useTranslation } from 'react-i18next';
import { ForPurpose } from '../../frame/ForPurpose.tsx';
import { Page } from '../../frame/Page.tsx';
import { useSession } from '../../session/Session.tsx';
import { QualityCard } from './QualityCard.tsx';
import { StandingCard } from './StandingCard.tsx';

/** The roles, and below them the purposes, for which the graph discloses how well records are kept. */
const overseers = ['TEAM_LEADER', 'PRACTICE_LEAD', 'MANAGER', 'EXECUTIVE', 'COORDINATOR'];
const opening = ['QUALITY_IMPROVEMENT', 'EVALUATION', 'ADMINISTRATION'];

/** The partner agencies: what they do, whether they answer now, and how well their records are kept. */
export default function Agencies() {
  const { t } = useTranslation('agencies');
  const { signed } = useSession();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <StandingCard />
      {overseers.includes(signed.role) && (
        <ForPurpose opening={opening}>
          <QualityCard />
        </ForPurpose>
      )}
    </Page>
  );
}
