import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKept } from '../../frame/Places.tsx';
import { useAsk } from '../../graph/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Banner } from '../../parts/Banner.tsx';
import { Card } from '../../parts/Card.tsx';
import { CheckOne } from '../../parts/Checks.tsx';
import { ShowMore } from '../../parts/ShowMore.tsx';
import { GlassText } from './GlassText.tsx';
import { NoticesGlassesDocument, type NoticesGlassesQuery } from './generated/notices.ts';
import styles from './Notices.module.css';
import { ReviewDialog } from './ReviewDialog.tsx';
import { ToldDialog } from './ToldDialog.tsx';

/** Emergency access that workers of my agency took, until somebody else has said whether it was right. */
export function Glasses() {
  const { t } = useTranslation('notices');
  const [all, setAll] = useKept('all glasses', false);
  const asked = useAsk(NoticesGlassesDocument, { variables: { toReviewOnly: !all, first: 50 } });
  const [reviewed, setReviewed] = useState<string>();
  const [telling, setTelling] = useState<string>();
  const [done, setDone] = useState<'done' | 'told.done'>();
  return (
    <div id="reviews">
      <Card title={t('glasses.title')} actions={<CheckOne label={t('glasses.all')} value={all} onChange={setAll} />}>
        <p>{t('glasses.lead')}</p>
        {done && (
          <Banner kind="done">
            <p>{t(`glasses.${done}`)}</p>
          </Banner>
        )}
        <Answer of={asked}>
          {({ breakGlasses: { nodes, pageInfo } }) => (
            <>
              {nodes.length === 0 && <p className={styles.none}>{t('glasses.none')}</p>}
              <ul className={styles.list}>
                {nodes.map((glass) => (
                  <li key={glass.id}>
                    <GlassText of={glass} onReview={() => setReviewed(glass.id)} onTell={() => setTelling(glass.id)} />
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
          <ReviewDialog glass={reviewed} onClose={() => setReviewed(undefined)} onReviewed={() => setDone('done')} />
        )}
        {telling && (
          <ToldDialog glass={telling} onClose={() => setTelling(undefined)} onSaid={() => setDone('told.done')} />
        )}
      </Card>
    </div>
  );
}

const behind = (
  { breakGlasses: before }: NoticesGlassesQuery,
  { breakGlasses: next }: NoticesGlassesQuery,
): NoticesGlassesQuery => ({ breakGlasses: { ...next, nodes: [...before.nodes, ...next.nodes] } });
