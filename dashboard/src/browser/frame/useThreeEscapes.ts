import { useEffect, useRef } from 'react';

/** Milliseconds within which the three must come: one or two Escapes also close dialogs. */
const withinMs = 1_500;

/** Calls `leave` when Escape is pressed three times in a row. */
export function useThreeEscapes(leave: () => void): void {
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    let pressed: number[] = [];
    const onKey = ({ key, timeStamp }: KeyboardEvent): void => {
      pressed = key === 'Escape' ? [...pressed.filter((at) => timeStamp - at < withinMs), timeStamp] : [];
      if (pressed.length >= 3) latest.current();
    };
    // In the capture phase, so that a dialog that stops the key does not block the way out.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}
