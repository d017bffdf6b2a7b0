import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKept } from '../../frame/Places.tsx';
import { useAsk } from '../../graph/useAsk.ts';
import { useChange } from '../../graph/useChange.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Card } from '../../parts/Card.tsx';
import { CheckOne } from '../../parts/Checks.tsx';
import { Faulted } from '../../parts/Faulted.tsx';
import { ShowMore } from '../../parts/ShowMore.tsx';
import { NoticeReadDocument, NoticesDocument, type NoticesQuery } from './generated/notices.ts';
import styles from './Notices.module.css';
import { NoticeText } from './NoticeText.tsx';

/** The notices of the person who is signed in, the newest first. */
export function NoticeList() {
  const { t } = useTranslation('notices');
  const [all, setAll] = useKept('all notices', false);
  const asked = useAsk(NoticesDocument, { variables: { unreadOnly: !all, first: 50 } });
  const read = useChange(NoticeReadDocument, { askAgain: ['Notices', 'FrameNotices'] });
  const [said, setSaid] = useState(false);
  const markRead = async (id: string) => setSaid(Boolean(await read.ask({ id })));
  return (
    <Card title={t('list.title')} actions={<CheckOne label={t('list.all')} value={all} onChange={setAll} />}>
      <p role="status" className="visually-hidden">
        {said && t('list.wasRead')}
      </p>
      <Faulted of={read.fault} />
      <Answer of={asked}>
        {({ notices: { nodes, pageInfo } }) => (
          <>
            {nodes.length === 0 && <p className={styles.none}>{t('list.none')}</p>}
            <ul className={styles.list}>
              {nodes.map((notice) => (
                <li key={notice.id}>
                  <NoticeText of={notice} onRead={() => markRead(notice.id)} isReading={read.asking} />
                </li>
              ))}
            </ul>
            <ShowMore
              of={asked}
              page={pageInfo}
              list={{ name: `notices ${all}`, shown: nodes.length }}
              merge={behind}
            />
          </>
        )}
      </Answer>
    </Card>
  );
}

const behind = ({ notices: before }: NoticesQuery, { notices: next }: NoticesQuery): NoticesQuery => ({
  notices: { ...next, nodes: [...before.nodes, ...next.nodes] },
});
