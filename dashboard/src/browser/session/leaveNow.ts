import { endElsewhere } from './everyTab.ts';

/**
 * Leaves at once: the page is blanked before any network request, the session is forgotten in every tab, and "back" does not
 * return, since the page's history entry is replaced.
 */
export function leaveNow(leaveTo: string): void {
  document.documentElement.replaceChildren();
  sessionStorage.clear();
  endElsewhere();
  location.replace(leaveTo);
}
