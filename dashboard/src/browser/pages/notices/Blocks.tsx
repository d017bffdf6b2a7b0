import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../graph/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Card } from '../../parts/Card.tsx';
import { Done } from '../../parts/Done.tsx';
import { ShowMore } from '../../parts/ShowMore.tsx';
import { type Block, BlockText } from './BlockText.tsx';
import { NoticesBlocksDocument, type NoticesBlocksQuery } from './generated/notices.ts';
import { LiftDialog } from './LiftDialog.tsx';
import styles from './Notices.module.css';

const variables = { first: 50 };

/** Blocks that the lead's own agency put on file and nobody has lifted. */
export function Blocks() {
  const { t } = useTranslation('notices');
  const asked = useAsk(NoticesBlocksDocument, { variables });
  const [lifted, setLifted] = useState<Block>();
  const [done, setDone] = useState<object>();
  return (
    <Card title={t('blocks.title')}>
      <p>{t('blocks.lead')}</p>
      <Done of={done}>
        <p>{t('blocks.done')}</p>
      </Done>
      <Answer of={asked}>
        {({ blocks: { nodes, pageInfo } }) => (
          <>
            {nodes.length === 0 && <p className={styles.none}>{t('blocks.none')}</p>}
            <ul className={styles.list}>
              {nodes.map((block) => (
                <li key={block.id}>
                  <BlockText of={block} onLift={() => setLifted(block)} />
                </li>
              ))}
            </ul>
            <ShowMore of={asked} page={pageInfo} list={{ name: 'blocks', shown: nodes.length }} merge={behind} />
          </>
        )}
      </Answer>
      {lifted && <LiftDialog block={lifted} onClose={() => setLifted(undefined)} onLifted={() => setDone({})} />}
    </Card>
  );
}

const behind = ({ blocks: before }: NoticesBlocksQuery, { blocks: next }: NoticesBlocksQuery): NoticesBlocksQuery => ({
  blocks: { ...next, nodes: [...before.nodes, ...next.nodes] },
});
