import { auVic } from '@accord/consent/auVic';
import { usualLimits } from '@accord/server/limits/Limits';
import { serveHub } from '@accord/server/serveHub';
import { openStore } from '@accord/server/store/Store';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { amissOn, settled } from '../lib/Dashboard.ts';
import { freePort } from '../lib/freePort.ts';
import { type IdentityProvider, identityProvider } from '../lib/identityProvider.ts';
import { launchBrowser } from '../lib/launchBrowser.mjs';
import { hubKeys } from '../lib/openAgencies.ts';
import { patienceMs } from '../lib/patience.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// Sign-in by OpenID Connect: a real provider, the hub as it is served, a real browser.

const audience = 'urn:accord:hub';
const clientId = 'dashboard';
let server: TestServer;
let provider: IdentityProvider;
let hub: Awaited<ReturnType<typeof serveHub>>;
let browser: Browser;

beforeAll(async () => {
  server = await testServer();
  const databaseUrl = await server.freshDatabase();
  const store = openStore(databaseUrl);
  await store.agencies.upsert({
    ...{ id: 'harbour', name: 'Harbour Housing', kind: 'HOMELESSNESS', entity: [], url: 'http://127.0.0.1:1' },
    ...{ publicKey: null, state: 'ACTIVE', contractVersion: '1.0', modules: [], joinedAt: new Date('2026-01-01') },
  });
  await store.close();
  const port = await freePort();
  provider = await identityProvider({
    ...{ port: await freePort(), clientId, hub: `http://127.0.0.1:${port}`, audience },
    accounts: {
      mara: { name: 'Mara Okafor', role: 'PRACTITIONER', agency: 'harbour' },
      ines: { name: 'Ines Vidal', role: 'PRACTITIONER', agency: 'harbour' },
      nobody: { name: 'Nobody Yet', role: 'ROOT', agency: 'harbour' },
    },
  });
  hub = await serveHub(
    {
      ...{
        databaseUrl,
        host: '127.0.0.1',
        port,
        keys: hubKeys,
        profile: auVic,
        deadlineMs: patienceMs,
        limits: usualLimits,
      },
      ...{ oidc: { issuer: provider.issuer, audience }, trustedProxies: [], development: false },
      dashboard: {
        signIn: {
          kind: 'oidc',
          issuer: provider.issuer,
          clientId,
          scope: 'openid',
          parameters: { resource: audience },
        },
        ...{ idleMinutes: 15, leaveTo: 'about:blank' },
      },
    },
    pino({ level: 'silent' }),
  );
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await hub.stop();
  await provider.stop();
  await server.stop();
});

const freshPage = async (): Promise<Page> => {
  const context = await browser.newContext();
  context.setDefaultTimeout(patienceMs);
  return context.newPage();
};

async function signIn(page: Page, account: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign in with your agency' }).click();
  await chooseAccount(page, account);
  // Waits until the answer in the address has been read and removed from it.
  await page.waitForURL((url) => url.origin === hub.url && url.pathname !== '/signed-in');
}

/** Signs in at the provider under this name. */
async function chooseAccount(page: Page, account: string): Promise<void> {
  await page.locator('input[name=login]').fill(account);
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
  // The provider's own page asks for consent to what the dashboard wants.
  await page.locator('button[type=submit]').click();
}

/** Acts as if the token had expired. */
const runOut = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const key of Object.keys(sessionStorage).filter((one) => one.startsWith('accord.oidc.user:')))
      sessionStorage.setItem(
        key,
        JSON.stringify({ ...JSON.parse(sessionStorage.getItem(key) ?? '{}'), expires_at: 1 }),
      );
  });

test('a person who is sent to the provider comes back signed in, and nothing of it stays in the address', async () => {
  const page = await freshPage();
  const sent: URL[] = [];
  page.on('request', (request) => sent.push(new URL(request.url())));
  await page.goto(hub.url);
  expect(await amissOn(page)).toEqual([]);
  await signIn(page, 'mara');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled(page);
  expect(await page.locator('header').first().textContent()).toContain('Mara Okafor');
  expect(page.url()).not.toMatch(/code|state/);
  const authorization = sent.find((url) => url.origin === provider.issuer && url.searchParams.has('code_challenge'));
  expect(authorization?.searchParams.get('response_type')).toBe('code');
  expect(authorization?.searchParams.get('code_challenge_method')).toBe('S256');
});

test('a reload keeps the session in its tab, and another tab has none', async () => {
  const page = await freshPage();
  await page.goto(hub.url);
  await signIn(page, 'mara');
  await page.reload();
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  const another = await page.context().newPage();
  await another.goto(hub.url);
  await another.getByRole('button', { name: 'Sign in with your agency' }).waitFor();
});

test('when the token has expired the page asks for a new sign-in, does not call the hub away, and leads to the sign-in', async () => {
  const page = await freshPage();
  await page.goto(hub.url);
  await signIn(page, 'mara');
  await settled(page);
  await runOut(page);
  await page.getByRole('link', { name: 'Proposals' }).click();
  await page.getByRole('alert').getByText('Your sign-in has expired').first().waitFor();
  await page.getByRole('button', { name: 'Sign in again' }).first().click();
  await page.getByRole('button', { name: 'Sign in with your agency' }).waitFor();
});

describe('when the token expires while somebody writes', () => {
  const written = 'Say of each alert who wrote it.';
  /** A half-filled dialog, and the tab in which the person signs in again. */
  const half = async () => {
    const page = await freshPage();
    await page.goto(hub.url);
    await signIn(page, 'mara');
    await page.getByRole('link', { name: 'Proposals' }).click();
    await page.getByRole('button', { name: 'Make a proposal' }).click();
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: /What is it about/ }).click();
    await page.getByRole('option', { name: 'New wording' }).click();
    await page.getByRole('button', { name: /Current wording/ }).click();
    await page.getByRole('option', { name: 'Interpreter needed' }).click();
    await dialog.getByLabel('In one line').fill('Words for an interpreter');
    await dialog.getByLabel('Proposed wording').fill('Speaks another language best');
    await dialog.getByLabel('Why should it change?').fill(written);
    await runOut(page);
    await dialog.getByRole('button', { name: 'Submit proposal' }).click();
    await dialog.getByRole('alert').getByText('What you wrote is still here.').waitFor();
    return { page, dialog };
  };

  test('they sign in in another tab, which has nothing of the session, and continue where they were', async () => {
    const { page, dialog } = await half();
    const opened = page.context().waitForEvent('page');
    await dialog.getByRole('button', { name: 'Sign in using another tab' }).click();
    const other = await opened;
    await dialog.getByText('You are signed in again.').waitFor();
    expect(await dialog.getByLabel('Why should it change?').inputValue()).toBe(written);
    const kept = other.evaluate(() => JSON.stringify({ ...sessionStorage }));
    // The tab closes itself and may already be gone.
    const goneBy = (error: unknown) => (other.isClosed() ? '{}' : Promise.reject(error));
    expect(await kept.catch(goneBy)).toBe('{}');
    await dialog.getByRole('button', { name: 'Submit proposal' }).click();
    await settled(page);
    expect(await dialog.getByText('Your sign-in has expired').count()).toBe(0);
  });

  test('anybody else who signs in there finds nothing of theirs', async () => {
    const { page, dialog } = await half();
    await page.context().clearCookies();
    const opened = page.context().waitForEvent('page');
    await dialog.getByRole('button', { name: 'Sign in using another tab' }).click();
    await chooseAccount(await opened, 'ines');
    await page.getByRole('button', { name: 'Sign in with your agency' }).waitFor();
    expect(await page.locator('body').textContent()).not.toContain(written);
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toMatch(/token|mara|ines/i);
  });
});

test('after signing out nothing of the session is left, and the provider must ask again', async () => {
  const page = await freshPage();
  await page.goto(hub.url);
  await signIn(page, 'mara');
  await page.getByRole('button', { name: /Your account and settings/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with your agency' }).waitFor();
  const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
  expect(kept).not.toMatch(/token|mara/i);
  await page.getByRole('button', { name: 'Sign in with your agency' }).click();
  await page.locator('input[name=login]').waitFor();
});

test('a token that names no role of the partnership opens nothing', async () => {
  const page = await freshPage();
  await page.goto(hub.url);
  await signIn(page, 'nobody');
  await page.getByRole('alert').getByText('You could not be signed in').waitFor();
});
