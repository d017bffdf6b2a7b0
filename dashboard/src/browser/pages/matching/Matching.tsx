import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../frame/Page.tsx';
import { useKept } from '../../frame/Places.tsx';
import { useAsk } from '../../graph/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Banner } from '../../parts/Banner.tsx';
import { ButtonLink } from '../../parts/ButtonLink.tsx';
import { CopyQuery } from '../../parts/CopyQuery.tsx';
import { Select } from '../../parts/Select.tsx';
import { ShowMore } from '../../parts/ShowMore.tsx';
import { DecideDialog, type Decided } from './DecideDialog.tsx';
import { MatchingPairsDocument, type MatchingPairsQuery } from './generated/matching.ts';
import styles from './matching.module.css';
import { PairCard } from './PairCard.tsx';

const scopes = ['MINE', 'AGENCY'] as const;

export type Pair = MatchingPairsQuery['linkReview']['nodes'][number];

/** Pairs of records that may be one person, asked of whoever knows the person. */
export default function Matching() {
  const { t } = useTranslation('matching');
  const [of, setOf] = useKept<(typeof scopes)[number]>('of', 'MINE');
  const [asking, setAsking] = useState<Readonly<{ pair: Pair; word: 'SAME' | 'DIFFERENT' | 'LATER' }>>();
  const [decided, setDecided] = useState<Decided>();
  const asked = useAsk(MatchingPairsDocument, { variables: { of } });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Select
          label={t('of')}
          hideLabel
          choices={scopes.map((id) => ({ id, label: t(`scope.${id}`) }))}
          value={of}
          onChange={setOf}
        />
      }
    >
      {decided && (
        <Banner kind="done">
          <p>{t(decided.linked ? 'said.linked' : `said.${decided.word}`)}</p>
          {decided.linked && decided.client && <ButtonLink to={`/people/${decided.client}`}>{t('open')}</ButtonLink>}
        </Banner>
      )}
      <Answer of={asked}>
        {({ linkReview: { nodes, pageInfo } }) => (
          <>
            {nodes.length === 0 && <p>{t('none')}</p>}
            <ul className={styles.pairs}>
              {nodes.map((pair) => (
                <li key={pair.id}>
                  <PairCard pair={pair} onSay={(word) => setAsking({ pair, word })} />
                </li>
              ))}
            </ul>
            <div className={styles.below}>
              <ShowMore
                list={{ name: `pairs ${of}`, shown: nodes.length }}
                of={asked}
                page={pageInfo}
                merge={(before, next) => ({
                  linkReview: { ...next.linkReview, nodes: [...before.linkReview.nodes, ...next.linkReview.nodes] },
                })}
              />
              <CopyQuery document={MatchingPairsDocument} variables={{ of }} />
            </div>
          </>
        )}
      </Answer>
      {asking && (
        <DecideDialog
          {...asking}
          onClose={() => setAsking(undefined)}
          onDecided={(outcome) => {
            setAsking(undefined);
            setDecided(outcome);
          }}
        />
      )}
    </Page>
  );
}
