import { Footprints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useKnown } from '../../frame/Known.tsx';
import { Page } from '../../frame/Page.tsx';
import { useKept } from '../../frame/Places.tsx';
import { later } from '../../parts/later.tsx';
import { Tabs } from '../../parts/Tabs.tsx';
import styles from './Board.module.css';
import { BoardAlerts } from './BoardAlerts.tsx';

/** Loaded later: few people lead, and the alerts come first. */
const ForLead = later(async () => (await import('./ForLead.tsx')).ForLead);

/** The alert board; for a lead, also what waits for one. */
export default function Board() {
  const { t } = useTranslation('board');
  const { mayDo } = useKnown();
  const [tab, setTab] = useKept<'alerts' | 'lead'>('tab', 'alerts');
  const leads = mayDo.includes('alertsToReview') || mayDo.includes('alertsToApprove');
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Link to="/board/visit" className={styles.visit}>
          <Footprints aria-hidden size={18} />
          {t('visit')}
        </Link>
      }
    >
      {leads ? (
        <Tabs
          label={t('tabs.label')}
          tabs={[
            { id: 'alerts', title: t('tabs.alerts'), of: () => <BoardAlerts /> },
            {
              id: 'lead',
              title: t('tabs.lead'),
              of: () => <ForLead />,
            },
          ]}
          value={tab}
          onChange={setTab}
        />
      ) : (
        <BoardAlerts />
      )}
    </Page>
  );
}
