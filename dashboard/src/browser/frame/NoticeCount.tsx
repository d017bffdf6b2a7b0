import { useTranslation } from 'react-i18next';
import { useAsk } from '../graph/useAsk.ts';
import { FrameNoticesDocument } from './generated/frame.ts';
import styles from './NoticeCount.module.css';

/** The number of unread notices, beside the menu entry; polled every minute. Nothing of their content is queried. */
export function NoticeCount() {
  const { t } = useTranslation('frame');
  const { data } = useAsk(FrameNoticesDocument, { everyMs: 60_000 });
  const count = data?.notices.nodes.length ?? 0;
  if (count === 0) return null;
  return (
    <span className={styles.count}>
      <span aria-hidden>{data?.notices.pageInfo.hasNextPage ? `${count}+` : count}</span>
      <span className="visually-hidden">{t('nav.unread', { count })}</span>
    </span>
  );
}
