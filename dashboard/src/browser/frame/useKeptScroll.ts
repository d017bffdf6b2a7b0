import { useLayoutEffect, useRef } from 'react';
import { usePlace } from './Places.tsx';

/** Input that shows that the person is already moving on the page themselves: the scroll position is then no longer restored. */
const acts = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** Restores a page's scroll position, once the page is long enough again. */
export function useKeptScroll(): void {
  const place = usePlace();
  const opened = useRef(place);
  // A layout effect, before anything is drawn: when the old page disappears the browser scrolls up, and that must not be saved.
  useLayoutEffect(() => {
    // A fragment (`#main`) makes a history entry too, but the page has not changed: nothing to restore.
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
