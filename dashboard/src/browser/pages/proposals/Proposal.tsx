import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../../frame/Page.tsx';
import { useAsk } from '../../graph/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { CopyQuery } from '../../parts/CopyQuery.tsx';
import { ProposalViewDocument } from './generated/proposal.ts';
import { ProposalView } from './one/ProposalView.tsx';

/** One proposal: what it is, where it is, who says what about it, and the outcome. */
export default function Proposal() {
  const { t } = useTranslation('proposals');
  const { proposal = '' } = useParams();
  const asked = useAsk(ProposalViewDocument, { variables: { proposal } });
  return (
    <Page title={asked.data?.proposal?.title ?? t('one')}>
      <Answer of={asked}>
        {({ proposal: found }) =>
          found ? (
            <>
              <ProposalView proposal={found} />
              <div>
                <CopyQuery document={ProposalViewDocument} variables={{ proposal }} />
              </div>
            </>
          ) : (
            <p>{t('unknown')}</p>
          )
        }
      </Answer>
    </Page>
  );
}
