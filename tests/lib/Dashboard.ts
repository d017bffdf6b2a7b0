import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page, Request } from 'playwright-core';
import { type Demonstration, startDemonstration } from './Demonstration.ts';
import { launchBrowser } from './launchBrowser.mjs';

/** How somebody looks at a page. */
export type Look = Readonly<{ width?: number; dark?: boolean; language?: string }>;

/** Widths the pages are tried at: a phone's and a desk's. */
export const widths = { phone: 390, desk: 1280 } as const;

/** A demonstration with a real browser in front of it. */
export type Dashboard = Readonly<{
  demo: Demonstration;
  browser: Browser;
  /** Opens an address as one of the demonstration's people, in a browser of their own, and waits until it is quiet. */
  open(as: string, path: string, look?: Look): Promise<Page>;
  stop(): Promise<void>;
}>;

/** Starts both. What a page writes to its console as an error, or throws, fails at `stop`. */
export async function startDashboard(): Promise<Dashboard> {
  const demo = await startDemonstration();
  const browser = await launchBrowser();
  const broken: string[] = [];
  return {
    demo,
    browser,
    async open(as, path, { width = widths.desk, dark = false, language = 'en' } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: width < 600 ? 844 : 900 },
        colorScheme: dark ? 'dark' : 'light',
        // What moves costs the machine more than the rest of a page.
        reducedMotion: 'reduce',
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      const page = await context.newPage();
      watch(page);
      page.on('pageerror', (error) => broken.push(`${as} at ${path}: ${error.message}`));
      await page.addInitScript(
        ([person, spoken]) => {
          // Once, at the start: a session that was ended stays ended.
          if (history.length <= 2 && !sessionStorage.getItem('tried')) {
            sessionStorage.setItem('tried', 'yes');
            sessionStorage.setItem('accord.person', person ?? '');
            localStorage.setItem('accord.language', spoken ?? 'en');
          }
        },
        [as, language],
      );
      await page.goto(`${demo.url}${path}`);
      await settled(page);
      return page;
    },
    async stop() {
      await browser.close();
      await demo.interrupt();
      await demo.remove();
      if (broken.length > 0) throw new Error(`Pages broke:\n${broken.join('\n')}`);
    },
  };
}

/** What each page has asked for and not yet got. */
const underWay = new WeakMap<Page, Set<Request>>();

function watch(page: Page): void {
  const requests = new Set<Request>();
  page.on('request', (request) => requests.add(request));
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
  underWay.set(page, requests);
}

/**
 * Waits until the page has what it asked for: nothing under way, nothing marked as busy, and nothing left to do, twice in a row. That
 * takes as long as the page does, where a fixed time without requests would be waited for each time.
 */
export async function settled(page: Page): Promise<void> {
  const requests = underWay.get(page);
  if (!requests) await page.waitForLoadState('networkidle');
  const until = Date.now() + 30_000;
  for (let quiet = 0; quiet < 2; ) {
    await nothingToDo(page);
    const busy = await page.locator('[aria-busy="true"]').count();
    quiet = busy === 0 && !requests?.size ? quiet + 1 : 0;
    if (Date.now() > until)
      throw new Error(
        `The page is not at rest: ${[...(requests ?? [])].map((one) => one.url()).join(', ') || 'it is busy'}.`,
      );
  }
}

/** When the page's thread has nothing to do. On its way to another page it is not there to be asked. */
const nothingToDo = (page: Page): Promise<void> =>
  page
    .evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 2_000 })))
    .catch(() => page.waitForLoadState('load'));

/** What axe finds amiss on a page under WCAG 2.2 A and AA, one line each; empty where nothing is. */
export async function amissOn(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' ')})`);
}
