import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ForPurpose } from '../../frame/ForPurpose.tsx';
import { useKnown } from '../../frame/Known.tsx';
import { Page } from '../../frame/Page.tsx';
import { useAsk } from '../../graph/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Tabs } from '../../parts/Tabs.tsx';
import { FiguresView } from './figures/FiguresView.tsx';
import { GapView } from './gap/GapView.tsx';
import { PartnershipWordsDocument } from './generated/partnership.ts';
import { ReauditView } from './reaudit/ReauditView.tsx';

/** The purposes for which agencies release counts and audits to those who look after quality. */
const opening = ['QUALITY_IMPROVEMENT', 'EVALUATION'];

/** What the partners count together: people, needs and alerts; notes compared with alerts; before and after. */
export default function Partnership() {
  const { t } = useTranslation('partnership');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <ForPurpose opening={opening}>
        <Views />
      </ForPurpose>
    </Page>
  );
}

const views = ['figures', 'gap', 'reaudit'] as const;

function Views() {
  const { t } = useTranslation('partnership');
  const { mayDo } = useKnown();
  const words = useAsk(PartnershipWordsDocument);
  const [params, setParams] = useSearchParams();
  const mayAudit = mayDo.includes('audit');
  const wanted = views.find((view) => view === params.get('view')) ?? 'figures';
  return (
    <Answer of={words}>
      {({ vocabulary, ruleSets }) => {
        const given = { day: vocabulary.day, needs: vocabulary.needs, ruleSets: ruleSets ?? [] };
        const tabs = [
          { id: 'figures' as const, title: t('views.figures'), of: () => <FiguresView {...given} /> },
          ...(mayAudit
            ? [
                { id: 'gap' as const, title: t('views.gap'), of: () => <GapView {...given} /> },
                { id: 'reaudit' as const, title: t('views.reaudit'), of: () => <ReauditView {...given} /> },
              ]
            : []),
        ];
        return (
          <Tabs
            label={t('views.label')}
            tabs={tabs}
            value={mayAudit ? wanted : 'figures'}
            onChange={(view) => setParams({ view }, { replace: true })}
          />
        );
      }}
    </Answer>
  );
}
