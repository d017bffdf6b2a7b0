import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
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

/** Waits until the page has what it asked for. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** What axe finds amiss on a page under WCAG 2.2 A and AA, one line each; empty where nothing is. */
export async function amissOn(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' ')})`);
}
