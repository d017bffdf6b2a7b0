import { endElsewhere } from './everyTab.ts';

/**
 * Leaves at once: the page is blank before the network is asked for anything, the session is forgotten in every tab, and
 * "back" does not return, since the page's entry in the history is replaced.
 */
export function leaveNow(leaveTo: string): void {
  document.documentElement.replaceChildren();
  sessionStorage.clear();
  endElsewhere();
  location.replace(leaveTo);
}
