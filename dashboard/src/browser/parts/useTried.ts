import { useEffect, useState } from 'react';

/**
 * Whether somebody has tried to submit a form, and the setter for it. On each attempt with errors, the first faulty field takes the
 * focus: on a phone it may be out of sight above the button, and a screen reader would say nothing.
 */
export function useTried(): readonly [tried: boolean, setTried: (tried: boolean) => void] {
  const [times, setTimes] = useState(0);
  useEffect(() => {
    if (times > 0) firstWrong()?.focus();
  }, [times]);
  return [times > 0, (tried) => setTimes((before) => (tried ? before + 1 : 0))];
}

/** The first field with an error, in the open dialog if there is one, else in the page. */
const firstWrong = (): HTMLElement | null => {
  const around = document.querySelector('[role="dialog"], [role="alertdialog"]') ?? document.getElementById('main');
  return (
    around?.querySelector<HTMLElement>(
      ':is(input, textarea, [role="spinbutton"])[aria-invalid], [data-invalid] :is(button, input:not([tabindex="-1"]))',
    ) ?? null
  );
};
