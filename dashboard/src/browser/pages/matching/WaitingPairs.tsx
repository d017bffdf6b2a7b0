import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../graph/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Button } from '../../parts/Button.tsx';
import { ButtonLink } from '../../parts/ButtonLink.tsx';
import { CopyQuery } from '../../parts/CopyQuery.tsx';
import { Done } from '../../parts/Done.tsx';
import { ShowMore } from '../../parts/ShowMore.tsx';
import { DecideDialog, type Decided, type Word } from './DecideDialog.tsx';
import { MatchingPairsDocument } from './generated/matching.ts';
import type { Scope } from './Matching.tsx';
import styles from './matching.module.css';
import { type NumberedPair, numbered } from './numbered.ts';
import { PairCard } from './PairCard.tsx';

/** Pairs that wait for a decision, and the last decision made. */
export function WaitingPairs({ of }: Readonly<{ of: Scope }>) {
  const { t } = useTranslation('matching');
  const [asking, setAsking] = useState<Readonly<{ pair: NumberedPair; word: Word }>>();
  const [decided, setDecided] = useState<Decided>();
  const asked = useAsk(MatchingPairsDocument, { variables: { of } });
  return (
    <>
      <Done of={decided}>
        {decided && <p>{t(decided.linked ? 'said.linked' : `said.${decided.word}`)}</p>}
        {decided?.linked && decided.client && <ButtonLink to={`/people/${decided.client}`}>{t('open')}</ButtonLink>}
      </Done>
      <Answer of={asked}>
        {({ linkReview: { nodes, pageInfo } }) => (
          <>
            {nodes.length === 0 && <p>{t('none')}</p>}
            <ul className={styles.pairs}>
              {numbered(nodes).map((pair) => (
                <li key={pair.id}>
                  <PairCard pair={pair} isAsked>
                    <Button onPress={() => setAsking({ pair, word: 'SAME' })}>{t('same')}</Button>
                    <Button onPress={() => setAsking({ pair, word: 'DIFFERENT' })}>{t('different')}</Button>
                    <Button kind="quiet" onPress={() => setAsking({ pair, word: 'LATER' })}>
                      {t('later')}
                    </Button>
                  </PairCard>
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
    </>
  );
}
