// `npm run bench -- dashboard [--quick] [--json FILE]`: largest contentful paint of the dashboard's first views in Chromium slowed down by
// a factor of four, compared with the barest page in the same browser; and long tasks while a board of 500 alerts is scrolled from top to
// bottom.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { boardOf } from '../lib/boardOf.mjs';
import { launchBrowser } from '../lib/launchBrowser.mjs';

const quick = process.argv.includes('--quick');
const jsonFile = process.argv.includes('--json') ? process.argv[process.argv.indexOf('--json') + 1] : undefined;
const rounds = quick ? 3 : 9;
const [slowDown, hubPort, agencyPort] = [4, 24_100, 24_101];
const alma = 'c-7f1ced10f4f0';
const accord = fileURLToPath(new URL('../../gateway/cli/bin/accord.js', import.meta.url));
const url = `http://127.0.0.1:${hubPort}`;
const floorPage = '<!doctype html><title>Floor</title><h1>One heading, no script</h1>';

const home = mkdtempSync(join(tmpdir(), 'accord-bench-'));
chmodSync(home, 0o755);
const demo = await startDemo();
const browser = await launchBrowser();
try {
  console.log(
    `Node ${process.version}, Chromium ${browser.version()}, ${cpus().length} x ${cpus()[0].model}, CPU slowed down ${slowDown} times`,
  );
  console.log(
    `${rounds} rounds in turn after one that is not counted; a fresh browser context each; 300 invented people\n`,
  );
  const views = { floor: '/floor', 'people of mine': '/people', 'a person': `/people/${alma}`, board: '/board' };
  const paints = Object.fromEntries(Object.keys(views).map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1)
    for (const [name, path] of Object.entries(views)) {
      const at = await largestPaint(path);
      if (round >= 0) paints[name].push(at);
    }
  const figures = { paints: {}, board: await scrolled() };
  for (const [name, values] of Object.entries(paints)) {
    const [least, middle, most] = spread(values);
    figures.paints[name] = { least, middle, most };
    console.log(`${name.padEnd(16)} largest paint after ${middle} ms (${least} to ${most})`);
  }
  const { rows, longTasks, longest } = figures.board;
  console.log(
    `\nboard of 500      ${longTasks} long tasks while scrolling, the longest ${longest} ms; at most ${rows} rows on the page (no slow-down)`,
  );
  if (jsonFile) writeFileSync(jsonFile, JSON.stringify(figures, null, 2));
} finally {
  await browser.close();
  demo.kill('SIGINT');
  await new Promise((resolve) => demo.once('exit', resolve));
  rmSync(home, { recursive: true, force: true });
}

/** Milliseconds from the start of navigation to the largest contentful paint, once everything has loaded. */
async function largestPaint(path) {
  const page = await freshPage();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  await page.goto(`${url}${path}`);
  await settled(page);
  const at = await page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(Math.round(list.getEntries().at(-1).startTime))).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  await page.context().close();
  return at;
}

/** Scrolls a board of 500 invented alerts to its end. */
async function scrolled() {
  const page = await freshPage();
  await boardOf(page, 500);
  await page.goto(`${url}/board`);
  await settled(page);
  await page.evaluate(() => {
    window.longTasks = [];
    new PerformanceObserver((list) =>
      window.longTasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
    });
  });
  await page.mouse.move(640, 600);
  let rows = 0;
  for (let times = 0; times < 120; times += 1) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(50);
    rows = Math.max(rows, await page.locator('[data-alert]').count());
  }
  const tasks = await page.evaluate(() => window.longTasks);
  await page.context().close();
  return { rows, longTasks: tasks.length, longest: Math.round(Math.max(0, ...tasks)) };
}

async function freshPage() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() => sessionStorage.setItem('accord.person', 'mara'));
  await page.route(`${url}/floor`, (route) => route.fulfill({ contentType: 'text/html', body: floorPage }));
  return page;
}

async function settled(page) {
  await page.waitForLoadState('networkidle');
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

function startDemo() {
  const words = ['demo', 'start', '--port', hubPort, '--agency-port', agencyPort, '--people', '300'].map(String);
  const child = spawn(process.execPath, [accord, ...words], { env: { ...process.env, ACCORD_HOME: home } });
  return new Promise((resolve, reject) => {
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        printed += chunk;
        if (printed.includes('Ctrl-C')) resolve(child);
      });
    child.once('exit', () => reject(new Error(`The demonstration ended: ${printed}`)));
  });
}

function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
}
