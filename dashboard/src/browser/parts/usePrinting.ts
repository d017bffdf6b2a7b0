import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const print = matchMedia('print');

/** True while the page is printed: what shows only a part of itself on a screen then shows all of it. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(print.matches);
  useEffect(() => {
    // The browser takes its picture as soon as these return.
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
