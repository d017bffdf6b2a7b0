import { useEffect, useState } from 'react';

/**
 * Whether somebody has tried to go on with a form, and what says so. Each time they do, and something in it is wrong, the first of that
 * takes the focus: on a phone it may stand out of sight above the button, and a screen reader would say nothing of it.
 */
export function useTried(): readonly [tried: boolean, setTried: (tried: boolean) => void] {
  const [times, setTimes] = useState(0);
  useEffect(() => {
    if (times > 0) firstWrong()?.focus();
  }, [times]);
  return [times > 0, (tried) => setTimes((before) => (tried ? before + 1 : 0))];
}

/** The first part with something wrong in it, of the dialog that is open, else of the page. */
const firstWrong = (): HTMLElement | null => {
  const around = document.querySelector('[role="dialog"], [role="alertdialog"]') ?? document.getElementById('main');
  return (
    around?.querySelector<HTMLElement>(
      ':is(input, textarea, [role="spinbutton"])[aria-invalid], [data-invalid] :is(button, input:not([tabindex="-1"]))',
    ) ?? null
  );
};
