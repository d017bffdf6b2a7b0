import i18next from 'i18next';
import { type ComponentType, lazy } from 'react';
import { matchPath } from 'react-router';
import { loaded } from '../parts/loaded.ts';
import { type DashboardPage, pages } from './pages.ts';

const there = new Map<DashboardPage, ComponentType>();
const onTheirWay = new Map<DashboardPage, ComponentType>();

/** The component of a page: rendered at once if already loaded, else when it arrives. */
export function pageOf(page: DashboardPage): ComponentType {
  const known = there.get(page) ?? onTheirWay.get(page);
  if (known) return known;
  const coming = lazy(() => loadPage(page));
  onTheirWay.set(page, coming);
  return coming;
}

/** Forgets which pages are loading: a `lazy` component that failed once fails for ever, so the next opening must start a new load. */
export const forgetComing = (): void => onTheirWay.clear();

/** Loads a page and its words in parallel: neither is of use without the other. Throws `OFFLINE` if either does not arrive. */
export async function loadPage(page: DashboardPage): ReturnType<DashboardPage['load']> {
  const [came] = await loaded(page, () => Promise.all([page.load(), loadWords(page.words)]));
  there.set(page, came.default);
  return came;
}

async function loadWords(words: string): Promise<void> {
  await i18next.loadNamespaces(words);
  // `loadNamespaces` does not report words that failed to load.
  const lacking = i18next.languages.filter((language) => !i18next.hasResourceBundle(language, words));
  if (lacking.length > 0) throw new Error(`The words of "${words}" did not come in ${lacking.join(', ')}.`);
}

/**
 * Starts loading the page at an address while the session is still being read, which saves one wait. Failures are ignored here:
 * they come up again when the page opens.
 */
export async function loadAhead(pathname: string): Promise<void> {
  const page = pages.find(({ path }) => matchPath(path, pathname));
  if (page) await loadPage(page).catch(() => undefined);
}
