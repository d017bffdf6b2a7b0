import { setTimeout as wait } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page, Request } from 'playwright-core';
import { type Demonstration, startUnusedDemonstration } from './Demonstration.ts';
import { launchBrowser } from './launchBrowser.mjs';
import { patienceMs } from './patience.ts';

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
  const demo = await startUnusedDemonstration();
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
      context.setDefaultTimeout(patienceMs);
      const page = await context.newPage();
      watch(page);
      page.on('pageerror', (error) => broken.push(`${as} at ${path}: ${error.stack ?? error.message}`));
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

/** What a page has asked for and not yet got, and who waits for the next of it to end. */
type UnderWay = { readonly requests: Set<Request>; readonly waiting: (() => void)[] };
const underWay = new WeakMap<Page, UnderWay>();

function watch(page: Page): void {
  const { requests, waiting }: UnderWay = { requests: new Set(), waiting: [] };
  const ended = (request: Request): void => {
    requests.delete(request);
    for (const go of waiting.splice(0)) go();
  };
  page.on('request', (request) => requests.add(request));
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  underWay.set(page, { requests, waiting });
}

/**
 * Waits until the page has what it asked for: nothing under way, nothing marked as busy, and nothing left to do, twice in a row. That
 * takes as long as the page does, where a fixed time without requests would be waited for each time.
 */
export async function settled(page: Page): Promise<void> {
  const known = underWay.get(page);
  if (!known) await page.waitForLoadState('networkidle');
  const until = Date.now() + patienceMs;
  for (let quiet = 0; quiet < 2; ) {
    const busy = await busyParts(page);
    const asking = known !== undefined && known.requests.size > 0;
    quiet = busy === 0 && !asking ? quiet + 1 : 0;
    if (Date.now() > until)
      throw new Error(
        `The page is not at rest: ${[...(known?.requests ?? [])].map((one) => one.url()).join(', ') || 'it is busy'}.`,
      );
    // To ask the page without end would take from the hub the time it needs to answer.
    if (asking) await Promise.race([new Promise<void>((resolve) => known.waiting.push(resolve)), wait(1_000)]);
    else if (busy > 0) await wait(20);
  }
}

/** How many of its parts are marked as busy, when the page's thread has nothing to do. On its way to another page it is not there to be asked. */
const busyParts = (page: Page): Promise<number> =>
  page
    .evaluate(async () => {
      await new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 2_000 }));
      return document.querySelectorAll('[aria-busy="true"]').length;
    })
    .catch(async () => {
      await page.waitForLoadState('load');
      return 1;
    });

/**
 * What axe finds amiss on a page under WCAG 2.2 A and AA, one line each; empty where nothing is.
 *
 * Our pages have no frames: axe looks at them where they are (`setLegacyMode`), and not in a second page of its own for each look. What it
 * found well it need not describe, and where it has been it is still there.
 */
export async function amissOn(page: Page): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (page.frames().length > 1) throw new Error('The page has frames, into which axe does not look here.');
  const { violations } = await new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' ')})`);
}
