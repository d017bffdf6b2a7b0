import { useEffect, useRef } from 'react';
import { useKept } from './Places.tsx';

type List = Readonly<{
  /** Its name on the page. */
  name: string;
  /** How many rows are shown. */
  shown: number;
  /** Loads the next page; undefined while that is not possible. */
  more: (() => void) | undefined;
}>;

/** Loads as much of a list as was shown when the page was left. A page that fails to load is not retried automatically. */
export function useShownAgain({ name, shown, more }: List): void {
  const [wanted, keep] = useKept(`shown ${name}`, 0);
  const coming = useRef(true);
  const tried = useRef(0);
  const latest = useRef(more);
  latest.current = more;
  const mayAsk = more !== undefined;
  useEffect(() => {
    if (shown >= wanted) coming.current = false;
    if (!coming.current && shown !== wanted) keep(shown);
    if (!coming.current || !mayAsk || tried.current === shown) return;
    tried.current = shown;
    latest.current?.();
  }, [shown, wanted, mayAsk, keep]);
}
