import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type Demonstration, startDemonstration } from '../lib/Demonstration.ts';
import { launchBrowser } from '../lib/launchBrowser.mjs';
import { patienceMs } from '../lib/patience.ts';

// What a new user does, in order, on one demonstration: real processes, real HTTP, a real browser.

const alma = 'c-7f1ced10f4f0';
const view = { documentId: 'client-view', variables: { client: alma } };
let demo: Demonstration;
let browser: Browser | undefined;

beforeAll(async () => {
  demo = await startDemonstration();
});
afterAll(async () => {
  await browser?.close();
  await demo.interrupt();
  await demo.remove();
});

const agenciesOf = (answer: unknown): readonly (string | null)[] => {
  const records: readonly { agency: { name: string } | null }[] = JSON.parse(JSON.stringify(answer)).data.client
    .records;
  return records.map(({ agency }) => agency?.name ?? null).sort();
};

test('it prints where to go, three people to sign in as, and a first query that answers', async () => {
  const printed = demo.printed();
  expect(printed).toContain(`${demo.url}/graphiql`);
  expect(printed.match(/^ {4}token {4}\S+$/gm)).toHaveLength(3);
  const query = /A first query\n\n([\s\S]*?)\n\nThe same/.exec(printed)?.[1];
  expect(JSON.stringify(await demo.ask('mara', { query }))).toContain('Reyes-Doyle');
});

test('three requesters see three different things of one client, and one of them does not see who holds what', async () => {
  expect(agenciesOf(await demo.ask('mara', view))).toEqual([
    'Harbour Housing',
    'Kestrel Community Health',
    'Wattle Family Safety',
  ]);
  expect(agenciesOf(await demo.ask('tess', view))).toEqual(['Harbour Housing', 'Wattle Family Safety']);
  expect(agenciesOf(await demo.ask('kim', view))).toEqual(['Kestrel Community Health', null, null]);
});

test('the client finds her own file and to whom it was disclosed, without knowing an id', async () => {
  const { data } = JSON.parse(JSON.stringify(await demo.ask('alma', { documentId: 'my-record' }, 'CLIENT_ACCESS')));
  expect(data.me).toMatchObject({ signInName: 'alma@client', client: { id: alma, name: { family: 'Reyes-Doyle' } } });
  expect(data.me.client.disclosures.nodes.map(({ requester }: { requester: string }) => requester)).toEqual(
    expect.arrayContaining(['mara.okafor@harbour', 'kim.abela@kestrel']),
  );
});

test('there is an executive and a coordinator to sign in as, who run the partnership', async () => {
  for (const [who, role] of [
    ['edith', 'EXECUTIVE'],
    ['cosmo', 'COORDINATOR'],
  ] as const)
    expect(await demo.ask(who, { query: '{ me { role purpose client { id } } }' }, 'ADMINISTRATION')).toMatchObject({
      data: { me: { role, purpose: 'ADMINISTRATION', client: null } },
    });
});

test('a browser opens GraphiQL, runs the first query, and asks no other host', async () => {
  browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).host));
  await page.goto(`${demo.url}/graphiql`);
  await page.locator('button.graphiql-execute-button').click();
  await page.waitForFunction(() => document.body.textContent?.includes('Reyes-Doyle'), undefined, {
    timeout: patienceMs,
  });
  expect([...asked].filter((host) => host !== '' && host !== `127.0.0.1:${demo.port}`)).toEqual([]);
  if (process.env.ACCORD_SCREENSHOT) await page.screenshot({ path: process.env.ACCORD_SCREENSHOT });
});

test('a withdrawal counts from the next question on', async () => {
  await demo.ask('tess', { documentId: 'withdraw-consent', variables: { consent: 'c-alma-1' } });
  expect(agenciesOf(await demo.ask('mara', view))).toEqual(['Harbour Housing', 'Kestrel Community Health']);
});

test('the ledger lists what was disclosed to whom and is intact', async () => {
  expect(await demo.accord('ledger', 'list', '--first', '50')).toContain('kim.abela@kestrel  SERVICE_COORDINATION');
  expect(await demo.accord('ledger', 'verify')).toMatch(/^Intact: \d+ entries/);
});

test('one agency stops: the others still answer, and those who may know are told which one is missing', async () => {
  const port = demo.agencyPort + 2; // kestrel
  const pid = execFileSync('sh', [
    '-c',
    `exec 2>/dev/null; for p in /proc/[0-9]*; do tr '\\0' '\\n' < $p/environ 2>/dev/null | grep -qx ACCORD_PORT=${port} && basename $p; done; true`,
  ])
    .toString()
    .trim();
  process.kill(Number(pid.split('\n')[0]), 'SIGKILL');
  const answer = JSON.parse(JSON.stringify(await demo.ask('mara', view)));
  expect(answer.data.client.name.family).toBe('Reyes-Doyle');
  expect(answer.data.client.alerts.complete).toBe(false);
  expect(answer.extensions.sources).toEqual([
    { agency: { id: 'kestrel', name: 'Kestrel Community Health' }, state: 'UNREACHABLE' },
  ]);
});

test('no process connects to anything but this machine', () => {
  const lines = readFileSync(join(demo.folder, 'connections.txt'), 'utf8').trim().split('\n');
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.filter((line) => !/ (127\.0\.0\.1|localhost):\d+$/.test(line))).toEqual([]);
});

test('Ctrl-C stops all of it cleanly, and a second start keeps the data', async () => {
  expect(await demo.interrupt()).toBe(0);
  const again = await startDemonstration(demo.folder);
  expect(agenciesOf(await again.ask('mara', view))).toEqual(['Harbour Housing', 'Kestrel Community Health']);
  expect(await again.interrupt()).toBe(0);
});
