import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';

/**
 * Launches a real Chromium from npm. None of the package's own arguments are used: they are meant for cloud functions, put
 * everything into one process, and turn off what a browser protects its pages with. The sandbox needs rights that root lacks in
 * a container.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export const launchBrowser = async () =>
  playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu'],
    headless: true,
  });
