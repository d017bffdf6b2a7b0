import { useEffect, useRef } from 'react';
import { useKept } from './Places.tsx';

type List = Readonly<{
  /** Its name on the page. */
  name: string;
  /** How many rows are shown. */
  shown: number;
  /** Asks for the next page; left out while one cannot. */
  more: (() => void) | undefined;
}>;

/** Asks for as much of a list as was shown when one left it. A page that does not come is not asked for again by itself. */
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
