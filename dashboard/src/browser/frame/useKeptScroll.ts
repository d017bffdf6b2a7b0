import { useLayoutEffect, useRef } from 'react';
import { usePlace } from './Places.tsx';

/** What somebody does who wants to be elsewhere on the page by now. */
const acts = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** Scrolls a page to where one left it, as soon as there is enough of it again. */
export function useKeptScroll(): void {
  const place = usePlace();
  const opened = useRef(place);
  // Before anything is drawn: without the page that is left the browser scrolls up, and that is not to be kept.
  useLayoutEffect(() => {
    // A place on the page itself (`#main`) is an entry too, and the page is where it is.
    const before = place === opened.current ? Number(place.get('scroll') ?? 0) : 0;
    let waiting = before > 0;
    const stop = () => {
      waiting = false;
    };
    const keep = () => {
      if (!waiting) place.set('scroll', window.scrollY);
    };
    const growing = new ResizeObserver(() => {
      if (!waiting || document.documentElement.scrollHeight - window.innerHeight < before) return;
      window.scrollTo({ top: before });
      stop();
    });
    growing.observe(document.body);
    window.addEventListener('scroll', keep, { passive: true });
    for (const act of acts) window.addEventListener(act, stop, { passive: true, capture: true });
    return () => {
      growing.disconnect();
      window.removeEventListener('scroll', keep);
      for (const act of acts) window.removeEventListener(act, stop, { capture: true });
    };
  }, [place]);
}
