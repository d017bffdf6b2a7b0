import { setTimeout as wait } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page, Request } from 'playwright-core';
import { type Demonstration, startUnusedDemonstration } from './Demonstration.ts';
import { launchBrowser } from './launchBrowser.mjs';
import { patienceMs } from './patience.ts';

/** How a page is viewed. */
export type Look = Readonly<{ width?: number; dark?: boolean; language?: string }>;

/** Viewport widths that pages are tested at: a phone and a desktop. */
export const widths = { phone: 390, desk: 1280 } as const;

/** A demonstration with a real browser in front of it. */
export type Dashboard = Readonly<{
  demo: Demonstration;
  browser: Browser;
  /**
   * Opens an address as one of the demonstration's people, in a browser context of their own, and waits until the page has
   * settled.
   */
  open(as: string, path: string, look?: Look): Promise<Page>;
  stop(): Promise<void>;
}>;

/** Starts both. If any page throws, or logs an error to its console, `stop` fails. */
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
        // Animation costs more than the rest of a page does.
        reducedMotion: 'reduce',
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      context.setDefaultTimeout(patienceMs);
      const page = await context.newPage();
      watch(page);
      page.on('pageerror', (error) => broken.push(`${as} at ${path}: ${error.stack ?? error.message}`));
      await page.addInitScript(
        ([person, spoken]) => {
          // Only once, at the start: a session that was ended must stay ended.
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

/** The requests of a page that are still under way, and the waiters to wake when the next one ends. */
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
 * Waits until the page has everything it asked for: twice in a row, no request is under way, nothing is marked as busy and the
 * page's thread is idle. This takes as long as the page needs; a fixed quiet period would be waited out every time.
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
    // Polling without a pause would take time from the hub that it needs to answer.
    if (asking) await Promise.race([new Promise<void>((resolve) => known.waiting.push(resolve)), wait(1_000)]);
    else if (busy > 0) await wait(20);
  }
}

/**
 * How many parts of the page are marked as busy, read when its thread is idle. A page that is navigating counts as busy, and so
 * does one that still shows the document's own loading text: between the requests it starts with, nothing is under way.
 */
const busyParts = (page: Page): Promise<number> =>
  page
    .evaluate(async () => {
      await new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 2_000 }));
      const isThere = document.querySelector('main:not(.coming)') !== null;
      return document.querySelectorAll('[aria-busy="true"]').length + (isThere ? 0 : 1);
    })
    .catch(async () => {
      await page.waitForLoadState('load');
      return 1;
    });

/**
 * What axe finds wrong on a page under WCAG 2.2 A and AA, one line per finding; empty if nothing is wrong. Our pages have no
 * frames, so axe runs in the page itself (`setLegacyMode`) rather than opening a second one each time. Passing rules are not
 * reported, and a page that already has axe keeps it.
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
