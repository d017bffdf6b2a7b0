import i18next from 'i18next';
import { type ComponentType, lazy } from 'react';
import { matchPath } from 'react-router';
import { loaded } from '../parts/loaded.ts';
import { type DashboardPage, pages } from './pages.ts';

const there = new Map<DashboardPage, ComponentType>();
const onTheirWay = new Map<DashboardPage, ComponentType>();

/** A page: at once where it has been loaded, else when it has come. */
export function pageOf(page: DashboardPage): ComponentType {
  const known = there.get(page) ?? onTheirWay.get(page);
  if (known) return known;
  const coming = lazy(() => loadPage(page));
  onTheirWay.set(page, coming);
  return coming;
}

/** Forgets which pages are on their way: one that failed to come fails for ever, and is to be loaded anew when it opens next. */
export const forgetComing = (): void => onTheirWay.clear();

/** Loads a page and its words side by side: the one is of no use without the other. Throws `OFFLINE` where either does not come. */
export async function loadPage(page: DashboardPage): ReturnType<DashboardPage['load']> {
  const [came] = await loaded(page, () => Promise.all([page.load(), loadWords(page.words)]));
  there.set(page, came.default);
  return came;
}

async function loadWords(words: string): Promise<void> {
  await i18next.loadNamespaces(words);
  // That they did not come is not said.
  const lacking = i18next.languages.filter((language) => !i18next.hasResourceBundle(language, words));
  if (lacking.length > 0) throw new Error(`The words of "${words}" did not come in ${lacking.join(', ')}.`);
}

/**
 * Begins to load the page that an address shows while it is still found out who asks: one wait less before it is there. What
 * goes wrong is met again when the page opens.
 */
export async function loadAhead(pathname: string): Promise<void> {
  const page = pages.find(({ path }) => matchPath(path, pathname));
  if (page) await loadPage(page).catch(() => undefined);
}
