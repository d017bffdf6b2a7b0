import { type RefObject, useEffect, useRef } from 'react';

/** Overlays meant to be read or chosen from: a press on one is meant for the overlay. */
const meantForIt = '[role="dialog"], [role="alertdialog"], [role="listbox"]';

/**
 * Calls `act` when somebody presses a button that is visible but covered: while a list or menu is open, nothing else on the page
 * receives presses, and the first press only closes it.
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
    // In the capture phase, before the overlay handles the press.
    window.addEventListener('pointerdown', onPress, true);
    return () => window.removeEventListener('pointerdown', onPress, true);
  }, [button]);
}
