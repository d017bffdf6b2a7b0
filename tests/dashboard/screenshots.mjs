// `npm run screenshots`: takes the README's pictures of the dashboard, from a demonstration of its own. Look at them before
// committing them.
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../lib/launchBrowser.mjs';

const [hubPort, agencyPort] = [24_200, 24_201];
const alma = 'c-7f1ced10f4f0';
const [desk, phone] = [
  { width: 1280, height: 860 },
  { width: 390, height: 844 },
];
/** The pictures: file, who looks, which page, and width; `first` runs on the page before the picture is taken. */
const pictures = [
  { file: 'client', as: 'mara', path: `/people/${alma}`, size: desk },
  { file: 'board', as: 'mara', path: '/board', size: desk },
  { file: 'visit', as: 'mara', path: `/board/visit/${alma}`, size: phone },
  { file: 'sharing', as: 'tess', path: `/people/${alma}/sharing`, size: desk },
  { file: 'seen', as: 'alma', path: `/people/${alma}/seen`, size: phone, first: showList },
  { file: 'partnership', as: 'priya', path: '/partnership', size: desk, dark: true },
];
const accord = fileURLToPath(new URL('../../gateway/cli/bin/accord.js', import.meta.url));
const folder = fileURLToPath(new URL('../../dashboard/screenshots/', import.meta.url));
const url = `http://127.0.0.1:${hubPort}`;

const home = mkdtempSync(join(tmpdir(), 'accord-pictures-'));
chmodSync(home, 0o755);
mkdirSync(folder, { recursive: true });
const demo = await startDemo();
const browser = await launchBrowser();
try {
  for (const picture of pictures) await take(picture);
} finally {
  await browser.close();
  demo.kill('SIGINT');
  await new Promise((resolve) => demo.once('exit', resolve));
  rmSync(home, { recursive: true, force: true });
}

/** Reveals what is covered until the person asks to see it. */
async function showList(page) {
  await page.getByRole('button', { name: /^Show: / }).click();
}

async function take({ file, as, path, size, dark = false, first }) {
  const context = await browser.newContext({ viewport: size, colorScheme: dark ? 'dark' : 'light' });
  const page = await context.newPage();
  await page.addInitScript((person) => sessionStorage.setItem('accord.person', person), as);
  await page.goto(`${url}${path}`);
  await page.waitForLoadState('networkidle');
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await first?.(page);
  await page.evaluate(() => document.activeElement?.blur());
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(folder, `${file}.png`) });
  await context.close();
  console.log(`dashboard/screenshots/${file}.png`);
}

async function startDemo() {
  const run = (words) => spawn(process.execPath, [accord, ...words], { env: { ...process.env, ACCORD_HOME: home } });
  const child = run(['demo', 'start', '--port', `${hubPort}`, '--agency-port', `${agencyPort}`, '--people', '300']);
  await new Promise((resolve, reject) => {
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        printed += chunk;
        if (printed.includes('Ctrl-C')) resolve();
      });
    child.once('exit', () => reject(new Error(`The demonstration ended: ${printed}`)));
  });
  // Makes figures to show.
  await new Promise((resolve) => run(['demo', 'audit']).once('exit', resolve));
  return child;
}
