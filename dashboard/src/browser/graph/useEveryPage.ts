import { useCallback, useEffect, useRef, useState } from 'react';
import type { Asked } from './useAsk.ts';

/** The page info of a list. */
type Standing = Readonly<{ hasNextPage: boolean; endCursor: string | null }>;

/** How a query's list is continued: where its page info is, and how the next page is appended. */
export type Continued<Data> = Readonly<{
  standing: (data: Data) => Standing | null | undefined;
  merge: (before: Data, next: Data) => Data;
}>;

/** Whether there is more to load, and whether loading has stopped after a failure. */
export type Rest = Readonly<{ more: boolean; stuck: boolean; goOn: () => void }>;

/**
 * Loads one page after another until the list is complete. A page that fails to load is not retried automatically: `stuck` is then
 * true, and `goOn` tries again.
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
    // If the page did arrive, the list's cursor has moved on, and this has no effect.
    asked.more({ after }, continued.merge).then(() => setStuckAt(after));
  }, []);
  // Compared by data, not by cursor: a list that is queried again starts at the same cursor.
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
