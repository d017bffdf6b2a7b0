import { type RefObject, useEffect, useRef } from 'react';

/** What stands over a page to be read or chosen from: a press on it is meant for it. */
const meantForIt = '[role="dialog"], [role="alertdialog"], [role="listbox"]';

/**
 * Calls `act` where somebody presses a button that is in sight, but covered: while a list or a menu is open nothing else on the page
 * takes a press, and the first one only closes it.
 */
export function usePressedThrough(button: RefObject<HTMLElement | null>, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onPress = ({ target, clientX, clientY }: PointerEvent): void => {
      const place = button.current?.getBoundingClientRect();
      if (!place || !(target instanceof Element) || button.current?.contains(target)) return;
      const isOnIt = clientX >= place.left && clientX <= place.right && clientY >= place.top && clientY <= place.bottom;
      if (isOnIt && !target.closest(meantForIt)) latest.current();
    };
    // Captured, before what covers it takes the press for itself.
    window.addEventListener('pointerdown', onPress, true);
    return () => window.removeEventListener('pointerdown', onPress, true);
  }, [button]);
}
