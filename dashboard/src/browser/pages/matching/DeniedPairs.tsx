import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKnown } from '../../frame/Known.tsx';
import { useAsk } from '../../graph/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Button } from '../../parts/Button.tsx';
import { CopyQuery } from '../../parts/CopyQuery.tsx';
import { Day } from '../../parts/Day.tsx';
import { Done } from '../../parts/Done.tsx';
import { ShowMore } from '../../parts/ShowMore.tsx';
import { MatchingDeniedDocument } from './generated/matching.ts';
import type { Scope } from './Matching.tsx';
import styles from './matching.module.css';
import { type NumberedPair, numbered } from './numbered.ts';
import { PairCard } from './PairCard.tsx';
import { ReopenDialog } from './ReopenDialog.tsx';

/** Pairs that the worker's own agency said are two people. Whoever said so, or a lead, can take it back. */
export function DeniedPairs({ of }: Readonly<{ of: Scope }>) {
  const { t } = useTranslation('matching');
  const { me, mayDo } = useKnown();
  const [asking, setAsking] = useState<NumberedPair>();
  const [reopened, setReopened] = useState<object>();
  const asked = useAsk(MatchingDeniedDocument, { variables: { of } });
  const mayReopen = (by: string | undefined) =>
    mayDo.includes(by === me?.signInName ? 'reopenLink' : 'reopenOthersLink');
  return (
    <>
      <Done of={reopened}>
        <p>{t('said.REOPENED')}</p>
      </Done>
      <Answer of={asked}>
        {({ linksDenied: { nodes, pageInfo } }) => (
          <>
            {nodes.length === 0 && <p>{t('denied.none')}</p>}
            <ul className={styles.pairs}>
              {numbered(nodes).map((pair) => (
                <li key={pair.id}>
                  <PairCard pair={pair} isAsked={false}>
                    {pair.said && (
                      <div className={styles.reason}>
                        <p>
                          {t('denied.said', { by: pair.said.by })}, <Day of={pair.said.at} />
                        </p>
                        <blockquote dir="auto">{pair.said.reason}</blockquote>
                      </div>
                    )}
                    {mayReopen(pair.said?.by) ? (
                      <Button onPress={() => setAsking(pair)}>{t('denied.reopen')}</Button>
                    ) : (
                      <p className={styles.small}>{t('denied.whoMay')}</p>
                    )}
                  </PairCard>
                </li>
              ))}
            </ul>
            <div className={styles.below}>
              <ShowMore
                list={{ name: `denied ${of}`, shown: nodes.length }}
                of={asked}
                page={pageInfo}
                merge={(before, next) => ({
                  linksDenied: { ...next.linksDenied, nodes: [...before.linksDenied.nodes, ...next.linksDenied.nodes] },
                })}
              />
              <CopyQuery document={MatchingDeniedDocument} variables={{ of }} />
            </div>
          </>
        )}
      </Answer>
      {asking && (
        <ReopenDialog
          pair={asking}
          onClose={() => setAsking(undefined)}
          onReopened={() => {
            setAsking(undefined);
            setReopened({});
          }}
        />
      )}
    </>
  );
}
