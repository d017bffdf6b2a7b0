import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const print = matchMedia('print');

/** True while the page is printed: parts that show only a portion of themselves on the screen then show everything. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(print.matches);
  useEffect(() => {
    // The browser captures the page as soon as these listeners return, so the update must be synchronous.
    const begin = () => flushSync(() => setPrinting(true));
    const look = () => flushSync(() => setPrinting(print.matches));
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', look);
    print.addEventListener('change', look);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', look);
      print.removeEventListener('change', look);
    };
  }, []);
  return printing;
}
