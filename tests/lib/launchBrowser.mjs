import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';

/**
 * A real Chromium from npm. Of the package's own arguments none is taken: they are for functions in a cloud, put everything into one
 * process, and turn off what a browser protects its pages with. The sandbox needs rights that root in a container has not.
 *
 * @returns {Promise<import('playwright-core').Browser>}
 */
export const launchBrowser = async () =>
  playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu'],
    headless: true,
  });
