import { useCallback, useEffect, useRef, useState } from 'react';
import type { Asked } from './useAsk.ts';

/** Where a page of a list stands. */
type Standing = Readonly<{ hasNextPage: boolean; endCursor: string | null }>;

/** How a question's list is continued: where it stands, and how the next page is put behind what is there. */
export type Continued<Data> = Readonly<{
  standing: (data: Data) => Standing | null | undefined;
  merge: (before: Data, next: Data) => Data;
}>;

/** Whether there is more to come, and whether it stopped coming. */
export type Rest = Readonly<{ more: boolean; stuck: boolean; goOn: () => void }>;

/**
 * Asks for one page after another until the whole list is there. A page that does not come is not asked for again by
 * itself: `stuck` says so, and `goOn` asks once more.
 */
export function useEveryPage<Data>(asked: Asked<Data>, continued: Continued<Data>): Rest {
  const { data, asking } = asked;
  const standing = data === undefined ? undefined : continued.standing(data);
  const cursor = standing?.hasNextPage ? standing.endCursor : null;
  const latest = useRef({ asked, continued });
  latest.current = { asked, continued };
  const [stuckAt, setStuckAt] = useState<string>();
  const askFrom = useCallback((after: string) => {
    setStuckAt(undefined);
    const { asked, continued } = latest.current;
    // Where the page came, the list ends elsewhere by then.
    asked.more({ after }, continued.merge).then(() => setStuckAt(after));
  }, []);
  // Not by the cursor: a list that is asked anew begins at the same one.
  const tried = useRef<Data>(undefined);
  useEffect(() => {
    if (cursor === null || asking || tried.current === data) return;
    tried.current = data;
    askFrom(cursor);
  }, [cursor, asking, data, askFrom]);
  return {
    more: cursor !== null,
    stuck: cursor !== null && stuckAt === cursor && !asking,
    goOn: () => cursor !== null && askFrom(cursor),
  };
}
