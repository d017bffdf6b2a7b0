import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useKnown } from '../../frame/Known.tsx';
import { Page } from '../../frame/Page.tsx';
import { useKept } from '../../frame/Places.tsx';
import { useAsk } from '../../graph/useAsk.ts';
import { useChange } from '../../graph/useChange.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Button } from '../../parts/Button.tsx';
import { CopyQuery } from '../../parts/CopyQuery.tsx';
import { ShowMore } from '../../parts/ShowMore.tsx';
import { Filters, type ProposalFilter } from './Filters.tsx';
import { ProposalsListDocument, ProposalsRaiseDocument } from './generated/proposals.ts';
import { ProposalCard } from './ProposalCard.tsx';
import styles from './proposals.module.css';
import { RaiseLater } from './raise/RaiseLater.tsx';

const everything: ProposalFilter = { state: 'ALL', kind: 'ALL', mine: false };

/** All proposals and where each is; one's own are one tap away. */
export default function Proposals() {
  const { t } = useTranslation('proposals');
  const { mayDo } = useKnown();
  const go = useNavigate();
  const [filter, setFilter] = useKept('filter', everything);
  const [raising, setRaising] = useState(false);
  const raise = useChange(ProposalsRaiseDocument);
  const { state, kind, mine } = filter;
  const choosy = state !== 'ALL' || kind !== 'ALL';
  const variables = { mine, ...(state !== 'ALL' && { state }), ...(kind !== 'ALL' && { kind }) };
  const asked = useAsk(ProposalsListDocument, { variables });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        mayDo.includes('raiseProposal') && (
          <Button kind="main" onPress={() => setRaising(true)}>
            {t('raise.open')}
          </Button>
        )
      }
    >
      <Filters filter={filter} onChange={setFilter} />
      <Answer of={asked}>
        {({ proposals: { nodes, pageInfo } }) => (
          <>
            {nodes.length === 0 && <p>{t(choosy ? 'noneFit' : mine ? 'noneMine' : 'none')}</p>}
            <ul className={styles.list}>
              {nodes.map((proposal) => (
                <li key={proposal.id}>
                  <ProposalCard proposal={proposal} mine={mine} />
                </li>
              ))}
            </ul>
            <div className={styles.row}>
              <ShowMore
                list={{ name: `proposals ${JSON.stringify(filter)}`, shown: nodes.length }}
                of={asked}
                page={pageInfo}
                merge={(before, next) => ({
                  proposals: { ...next.proposals, nodes: [...before.proposals.nodes, ...next.proposals.nodes] },
                })}
              />
              <CopyQuery document={ProposalsListDocument} variables={variables} />
            </div>
          </>
        )}
      </Answer>
      {raising && (
        <RaiseLater
          asking={raise.asking}
          fault={raise.fault}
          onClose={() => {
            raise.clear();
            setRaising(false);
          }}
          onRaise={async (proposal) => {
            const answer = await raise.ask({ proposal });
            if (answer) go(`/proposals/${answer.raiseProposal.proposal.id}`);
          }}
        />
      )}
    </Page>
  );
}
