import i18next from 'i18next';
import type { ComponentType } from 'react';
import { matchPath } from 'react-router';
import { type DashboardPage, pages } from './pages.ts';

const there = new Map<DashboardPage, ComponentType>();

/** A page that has been loaded; `undefined` where it has not. */
export const pageThere = (page: DashboardPage): ComponentType | undefined => there.get(page);

/** Loads a page and its words side by side: the one is of no use without the other. */
export async function loadPage(page: DashboardPage): ReturnType<DashboardPage['load']> {
  const [loaded] = await Promise.all([page.load(), i18next.loadNamespaces(page.words)]);
  there.set(page, loaded.default);
  return loaded;
}

/**
 * Begins to load the page that an address shows while it is still found out who asks: one wait less before it is there. What
 * goes wrong is met again when the page opens.
 */
export async function loadAhead(pathname: string): Promise<void> {
  const page = pages.find(({ path }) => matchPath(path, pathname));
  if (page) await loadPage(page).catch(() => undefined);
}
