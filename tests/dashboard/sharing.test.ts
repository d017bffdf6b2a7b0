import type { Page } from 'playwright-core';
import { amissOn, type Dashboard, settled, startDashboard, widths } from '../lib/Dashboard.ts';
import { hubPages } from './hubPages.ts';

// What a person says about sharing, recorded together with them; and who saw their record.

const alma = 'c-7f1ced10f4f0';
let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await startDashboard();
});
afterAll(() => dashboard.stop());

/** The data of an answer that somebody gets. */
const ask = async (as: string, query: string) =>
  JSON.parse(JSON.stringify((await dashboard.demo.ask(as, { query })).data));

/** Harbour's record of Alma. */
let record: string;
beforeAll(async () => {
  const { client } = await ask('mara', `{ client(id: "${alma}") { records { id agency { id } } } }`);
  record = client.records.find(({ agency }: { agency: { id: string } }) => agency?.id === 'harbour').id;
});

/** The labels of the categories that are withheld from Kim of Kestrel in Harbour's record. */
async function withheldFromKim(): Promise<readonly string[]> {
  const { client, vocabulary } = await ask(
    'kim',
    `{ client(id: "${alma}") { withheld { category record { id } } } vocabulary { categories { code label } } }`,
  );
  const labels = new Map(vocabulary.categories.map(({ code, label }: Record<string, string>) => [code, label]));
  return client.withheld
    .filter((one: { record: { id: string } }) => one.record.id === record)
    .map(({ category }: { category: string }) => String(labels.get(category)));
}

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const tick = (page: Page, region: string, word: string) =>
  part(page, region).locator('label', { hasText: word }).first().click();

/**
 * Consents to sharing with Kestrel what Harbour knows about money and how to reach Alma, up to the point where it is read back.
 */
async function say(page: Page, language?: string): Promise<void> {
  await page.getByRole('button', { name: 'Record a yes or no' }).click();
  if (language) await page.locator('label', { hasText: language }).click();
  const notice = page.getByRole('textbox', { name: 'Which notice did you give?' });
  await notice.fill('Harbour 3');
  await tick(page, 'Yes or no', 'Yes');
  await tick(page, 'Who, and for what purpose', 'Kestrel Community Health');
  await tick(page, 'Who, and for what purpose', 'Service coordination');
  await tick(page, 'What information', 'How to reach the person');
  await tick(page, 'What information', 'Money');
  await tick(page, 'How long', 'For 3 months');
  await page.getByRole('textbox', { name: /own words/ }).fill('Kim may know this.');
}

const saidOf = (page: Page) => page.getByRole('region', { name: /^(What was said|Những gì đã nói)$/ });

test('what the page says a consent opens is what another agency’s worker then sees, and withdrawing closes it', async () => {
  const before = await withheldFromKim();
  const page = await dashboard.open('mara', `/people/${alma}/sharing`);
  await say(page);
  const row = part(page, 'What it changes').getByRole('row', { name: /^Kestrel/ });
  await row.waitFor();
  const opens = await row.getByRole('gridcell').last().getByRole('listitem').allTextContents();
  expect(opens).toEqual(['How to reach the person', 'Telephone number', 'Money']);
  await page.getByRole('button', { name: 'Read it back' }).click();
  expect(await withheldFromKim()).toEqual(before);
  await page.getByRole('button', { name: 'Yes, save it' }).click();
  await page.getByText('Saved. It applies straight away.').waitFor();
  expect((await withheldFromKim()).toSorted()).toEqual(before.filter((kind) => !opens.includes(kind)).toSorted());

  await page.getByRole('button', { name: 'Back to what is on file' }).click();
  await page.getByRole('button', { name: 'Withdraw' }).waitFor();
  expect(await page.getByText('Kim may know this.').count()).toBe(1);
  await page.getByRole('button', { name: 'Withdraw' }).click();
  const dialog = page.getByRole('dialog', { name: 'Withdraw this yes' });
  await dialog.getByText('How to reach the person · Money').waitFor();
  await dialog.getByRole('row', { name: /^Kestrel/ }).waitFor();
  expect(await dialog.getByRole('columnheader').allTextContents()).toEqual([
    'Who, and for what purpose',
    'No longer shared',
  ]);
  await dialog.getByRole('button', { name: 'Withdraw now' }).click();
  await page.locator(':focus').getByRole('status').getByText('Withdrawn.').waitFor();
  expect(await withheldFromKim()).toEqual(before);
  await page.getByRole('button', { name: /no longer applies/ }).click();
  expect(await page.getByRole('listitem').filter({ hasText: 'Kim may know this.' }).textContent()).toMatch(
    /^Withdrawn/,
  );
});

test('a sign-in that expires while a consent is being written loses nothing: its effect is then asked for again in place', async () => {
  const page = await dashboard.open('mara', `/people/${alma}/sharing`);
  let ranOut = true;
  await page.route('**/graphql', async (route) => {
    if (!ranOut || route.request().postDataJSON().operationName !== 'SharingEffectOfConsent') return route.fallback();
    const errors = [{ message: 'The token is not valid.', extensions: { code: 'TOKEN_REFUSED' } }];
    return route.fulfill({ status: 401, json: { errors } });
  });
  await say(page);
  await page.getByRole('alert').getByText('What you wrote is still here.').waitFor();
  ranOut = false;
  await page.getByRole('button', { name: 'Sign in using another tab' }).click();
  await part(page, 'What it changes')
    .getByRole('row', { name: /^Kestrel/ })
    .waitFor();
  expect(await page.getByRole('textbox', { name: /own words/ }).inputValue()).toBe('Kim may know this.');
});

test('nothing is read back before everything is chosen, and what is missing is said beside it', async () => {
  const page = await dashboard.open('mara', `/people/${alma}/sharing`, { width: widths.phone });
  await page.getByRole('button', { name: 'Record a yes or no' }).click();
  await page.getByRole('button', { name: 'Read it back' }).click();
  await page.getByRole('alert').getByText('Something is missing.').waitFor();
  // The first of them has the focus, since it is far above the button.
  await page.getByRole('textbox', { name: 'Which notice did you give?' }).and(page.locator(':focus')).waitFor();
  for (const missing of [
    'Choose yes or no.',
    'Choose at least one kind of information.',
    'Choose until when.',
    'Enter which notice',
  ])
    expect([missing, await page.getByText(missing).count()]).toEqual([missing, 1]);
  expect(await amissOn(page)).toEqual([]);
});

test('a wider kind includes what is ordinary, and nothing sensitive unless it is ticked', async () => {
  const page = await dashboard.open('mara', `/people/${alma}/sharing`);
  await say(page);
  await page.getByRole('button', { name: 'Read it back' }).click();
  const said = (await saidOf(page).textContent()) ?? '';
  expect(said).toMatch(/What can be shared\s*How to reach the personTelephone numberMoney/);
  expect(said).toMatch(/Left out\s*Where the person lives/);
  await page.getByRole('button', { name: 'No, change it' }).click();
  await tick(page, 'What information', 'Where the person lives');
  await page.getByRole('button', { name: 'Read it back' }).click();
  expect(await saidOf(page).textContent()).toMatch(
    /What can be shared\s*How to reach the personWhere the person lives/,
  );
});

test('it is read back in the language it was said in, and printed without menu or buttons', async () => {
  const page = await dashboard.open('mara', `/people/${alma}/sharing`);
  await say(page, 'Tiếng Việt');
  await page.getByRole('button', { name: 'Read it back' }).click();
  await saidOf(page).waitFor();
  const said = (await saidOf(page).textContent()) ?? '';
  for (const words of ['Kestrel Community Health', 'Cách liên lạc', 'Số điện thoại', 'Tiền bạc', 'Kim may know this.'])
    expect([words, said.includes(words)]).toEqual([words, true]);
  expect(said).not.toMatch(/Money|shared/);
  // The worker at the page still reads their own language.
  expect(await page.getByRole('button', { name: 'Yes, save it' }).count()).toBe(1);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  expect(await amissOn(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Quý vị đã đồng ý những gì');
  expect(await page.getByText('Chữ ký').isVisible()).toBe(true);
  expect(await page.getByRole('navigation').count()).toBe(0);
  expect(await page.getByRole('button').count()).toBe(0);
});

test.each(Object.entries(widths))(
  'a person sees and withdraws every consent of theirs, on a %s',
  async (_name, width) => {
    const page = await dashboard.open('alma', `/people/${alma}/sharing`, { width, dark: true });
    const consents = page.getByRole('button', { name: 'Withdraw' });
    await consents.first().waitFor();
    const count = await consents.count();
    expect(count).toBeGreaterThan(1);
    await consents.first().click();
    await page.getByRole('dialog').getByText('This is based only on your own yes and no.').waitFor();
    await settled(page);
    expect(await amissOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Withdraw now' }).click();
    await page.getByRole('status').getByText('Withdrawn.').waitFor();
    expect(await consents.count()).toBe(count - 1);
  },
);

test('less of a consent is shared from the moment somebody says so', async () => {
  const page = await dashboard.open('alma', `/people/${alma}/sharing`);
  await page.getByRole('button', { name: 'Share less' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Share less' });
  const kind = dialog.getByRole('group', { name: 'Stop sharing these kinds' }).locator('label').first();
  const left = (await kind.textContent()) ?? '';
  await kind.click();
  await dialog.getByRole('columnheader', { name: 'No longer shared' }).waitFor();
  await dialog.getByRole('button', { name: 'Share less from now on' }).click();
  await page.getByRole('status').getByText('Done.').waitFor();
  await settled(page);
  const narrowed = page.getByRole('listitem').filter({ hasText: 'Left out' }).first();
  expect(await narrowed.textContent()).toContain(left);
});

test('a person sees who saw their record, and a worker sees who saw their own agency’s', async () => {
  await ask('kim', `{ client(id: "${alma}") { id name { given } } }`);
  const mine = await dashboard.open('alma', `/people/${alma}/seen`);
  // One request makes one entry per record, in no meaningful order; the entry of their own agency rests on no consent.
  const told = mine
    .getByRole('listitem')
    .filter({ hasText: 'kim.abela@kestrel' })
    .filter({ hasText: 'Consent given on' });
  const show = mine.getByRole('button', { name: 'Show: Who saw my record' });
  await show.waitFor();
  // Where she found help must not be visible to somebody beside her when the page opens.
  expect(await mine.content()).not.toMatch(/Wattle|[Vv]iolence/);
  await show.click();
  await told.first().waitFor();
  expect(await told.first().textContent()).toMatch(/Kestrel Community Health.*Service coordination.*Consent given on/);
  expect(await amissOn(mine)).toEqual([]);
  const sources = async (page: Page) => new Set(await page.getByText('From the record of').allTextContents());
  expect((await sources(mine)).size).toBeGreaterThan(1);
  const worker = await dashboard.open('mara', `/people/${alma}/seen`, { width: widths.phone });
  expect(await sources(worker)).toEqual(new Set(['From the record of Harbour Housing:']));
  expect(await worker.getByText('without telling you').count()).toBe(0);
  await worker.emulateMedia({ media: 'print' });
  expect(await worker.getByRole('navigation').count()).toBe(0);
});

test('about somebody one may not know of, both pages say what they say about nobody', async () => {
  for (const page of ['sharing', 'seen']) {
    const strange = await dashboard.open('alma', `/people/c-000000000000/${page}`);
    expect(
      await strange
        .getByText('Not found. There may be no such person, or nothing about them is shared with you.')
        .count(),
    ).toBe(1);
    expect(await strange.getByRole('button', { name: 'Record a yes or no' }).count()).toBe(0);
  }
});

describe('the hub’s pages', () => hubPages(() => dashboard));
