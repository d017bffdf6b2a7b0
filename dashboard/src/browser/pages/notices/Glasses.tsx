import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKept } from '../../frame/Places.tsx';
import { useAsk } from '../../graph/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Card } from '../../parts/Card.tsx';
import { CheckOne } from '../../parts/Checks.tsx';
import { Done } from '../../parts/Done.tsx';
import { ShowMore } from '../../parts/ShowMore.tsx';
import { type Glass, GlassText } from './GlassText.tsx';
import { NoticesGlassesDocument, type NoticesGlassesQuery } from './generated/notices.ts';
import styles from './Notices.module.css';
import { ReviewDialog } from './ReviewDialog.tsx';
import { ToldDialog } from './ToldDialog.tsx';

/** Emergency access that workers of this agency took and nobody else has reviewed yet. */
export function Glasses() {
  const { t } = useTranslation('notices');
  const [all, setAll] = useKept('all glasses', false);
  const asked = useAsk(NoticesGlassesDocument, { variables: { toReviewOnly: !all, first: 50 } });
  const [reviewed, setReviewed] = useState<Glass>();
  const [telling, setTelling] = useState<Glass>();
  const [done, setDone] = useState<Readonly<{ say: 'done' | 'told.done' }>>();
  return (
    <div id="reviews">
      <Card title={t('glasses.title')} actions={<CheckOne label={t('glasses.all')} value={all} onChange={setAll} />}>
        <p>{t('glasses.lead')}</p>
        <Done of={done}>{done && <p>{t(`glasses.${done.say}`)}</p>}</Done>
        <Answer of={asked}>
          {({ breakGlasses: { nodes, pageInfo } }) => (
            <>
              {nodes.length === 0 && <p className={styles.none}>{t('glasses.none')}</p>}
              <ul className={styles.list}>
                {nodes.map((glass) => (
                  <li key={glass.id}>
                    <GlassText of={glass} onReview={() => setReviewed(glass)} onTell={() => setTelling(glass)} />
                  </li>
                ))}
              </ul>
              <ShowMore
                of={asked}
                page={pageInfo}
                list={{ name: `glasses ${all}`, shown: nodes.length }}
                merge={behind}
              />
            </>
          )}
        </Answer>
        {reviewed && (
          <ReviewDialog
            glass={reviewed}
            onClose={() => setReviewed(undefined)}
            onReviewed={() => setDone({ say: 'done' })}
          />
        )}
        {telling && (
          <ToldDialog
            glass={telling}
            onClose={() => setTelling(undefined)}
            onSaid={() => setDone({ say: 'told.done' })}
          />
        )}
      </Card>
    </div>
  );
}

const behind = (
  { breakGlasses: before }: NoticesGlassesQuery,
  { breakGlasses: next }: NoticesGlassesQuery,
): NoticesGlassesQuery => ({ breakGlasses: { ...next, nodes: [...before.nodes, ...next.nodes] } });
