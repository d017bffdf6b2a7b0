import { readFile } from 'node:fs/promises';
import { type Dashboard, settled, widths } from '../lib/Dashboard.ts';

/** Registers the tests of the hub's pages, over the demonstration of another test file. */
export function hubPages(open: () => Dashboard): void {
  // Matching, the ledger and the agencies: what the hub itself stores, as shown to those who may see it.

  const alma = 'c-7f1ced10f4f0';
  let dashboard: Dashboard;
  beforeAll(() => {
    dashboard = open();
  });

  const pairsOf = async (person: string): Promise<readonly string[]> => {
    const query = '{ linkReview(first: 100) { nodes { id } } }';
    const answer = JSON.parse(JSON.stringify(await dashboard.demo.ask(person, { query })));
    return answer.data.linkReview.nodes.map(({ id }: { id: string }) => id);
  };

  test('marking a pair as two people needs a reason, in a dialog that names both, and the pair is not asked about again', async () => {
    const before = await pairsOf('mara');
    const page = await dashboard.open('mara', '/matching');
    const first = page.getByRole('article').first();
    const mine = await first.getByRole('definition').first().textContent();
    await first.getByRole('button', { name: 'Two people' }).click();
    const dialog = page.getByRole('dialog', { name: 'Two people?' });
    // On a phone the dialog covers the pair. So it names whom it is about, and a screen reader announces that with its title.
    const about = await dialog.evaluate(
      (of) => document.getElementById(of.getAttribute('aria-describedby') ?? '')?.textContent,
    );
    expect(about).toContain(mine);
    expect(about).toMatch(/^Your record.*\d{4}/);
    await dialog.getByRole('button', { name: 'They are two people' }).click();
    await dialog.getByText('Enter how you know.').waitFor();
    expect(await pairsOf('mara')).toEqual(before);
    await dialog.getByRole('textbox', { name: 'Why?' }).fill('I know both of them.');
    await dialog.getByRole('button', { name: 'They are two people' }).click();
    // Another pair has taken its place: what was done is said at the top, and the focus goes there.
    await page.locator(':focus').getByRole('status').getByText('They stay two people').waitFor();
    await settled(page);
    expect(await pairsOf('mara')).toHaveLength(before.length - 1);
    expect(await page.getByRole('button', { name: 'Two people' }).count()).toBe(Math.min(20, before.length - 1));
  });

  test('a worker who said that they are two people takes it back, with a reason, and is asked again', async () => {
    const [pair] = await pairsOf('mara');
    const query = `mutation { decideLink(decision: { pair: "${pair}", word: DIFFERENT, reason: "A slip." }) { linked } }`;
    await dashboard.demo.ask('mara', { query });
    const page = await dashboard.open('mara', '/matching');
    await page.getByRole('button', { name: /Which records/ }).click();
    await page.getByRole('option', { name: 'Marked as two people' }).click();
    const card = page.getByRole('article').filter({ hasText: 'A slip.' });
    await card.waitFor();
    // Nobody is being asked about it now, and the page does not claim otherwise.
    expect(await page.locator('main').textContent()).not.toContain('is asked too');
    await card.getByRole('button', { name: 'Undo and ask again' }).click();
    const dialog = page.getByRole('dialog', { name: 'Undo and ask again?' });
    await dialog.getByText('Your record').waitFor();
    await dialog.getByRole('textbox', { name: 'Why?' }).fill('I meant another one.');
    await dialog.getByRole('button', { name: 'Undo and ask again' }).click();
    await page.locator(':focus').getByRole('status').getByText('Undone.').waitFor();
    await card.waitFor({ state: 'detached' });
    expect(await pairsOf('mara')).toContain(pair);
  });

  test('a worker sees of the other record only what may be shown to them; two pairs of one record are told apart', async () => {
    const page = await dashboard.open('mara', '/agencies');
    await page.route('**/graphql', async (route) => {
      if (route.request().postDataJSON().operationName !== 'MatchingPairs') return route.fallback();
      const { data, ...rest } = await (await route.fetch()).json();
      const hidden = data.linkReview.nodes.find(({ theirs }: { theirs: object | null }) => theirs === null);
      data.linkReview.nodes = [
        hidden,
        { ...hidden, id: 'another' },
        { ...hidden, id: 'of-another', mine: { ...hidden.mine, id: 'r' } },
      ];
      return route.fulfill({ json: { data, ...rest } });
    });
    await page.getByRole('link', { name: 'Matching' }).click();
    const pairs = page.getByRole('article');
    await pairs.first().waitFor();
    const titles = ['The other record: 1 of 2', 'The other record: 2 of 2', 'The other record'];
    expect(await pairs.locator('section:last-child').allTextContents()).toEqual(
      titles.map((title) => `${title}Nothing in the other record can be shown to you. The other agency is asked too.`),
    );
    const names = await pairs.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    expect(new Set(names).size).toBe(3);
    // The dialog covers the pair, so it says which one it is.
    await pairs.nth(1).getByRole('button', { name: 'Two people' }).click();
    await page.getByRole('dialog').getByText('The other record: 2 of 2').waitFor();
  });

  test('a manager reads what was disclosed of their own agency and to whom, and saves it as a file', async () => {
    await dashboard.demo.ask('kim', { documentId: 'client-view', variables: { client: alma } });
    const page = await dashboard.open('priya', '/ledger');
    await page.getByText('The ledger is intact. All').waitFor();
    const row = page.getByRole('row').filter({ hasText: 'kim.abela@kestrel' }).first();
    await row.waitFor();
    expect(await row.textContent()).toContain('Kestrel Community Health');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a file' }).click();
    const download = await saved;
    const text = await readFile(await download.path(), 'utf8');
    expect(download.suggestedFilename()).toBe('ledger.csv');
    expect(text.split('\r\n')[0]).toBe('at,requester,agency,purpose,why,client,categories');
    expect(text).toContain('kim.abela@kestrel,kestrel,SERVICE_COORDINATION');
    expect(text).not.toContain('mara.okafor@harbour');
  });

  test.each([
    ['/ledger', 'kim.abela@kestrel', ['Shared with', 'Purpose', 'Information', 'Why it was allowed', 'Person']],
    ['/agencies', 'Community health', ['Service type', 'Responding', 'Contract', 'Modules', 'Connection']],
  ] as const)('on a phone a whole row at %s is in sight, each value with its heading', async (path, said, headings) => {
    const page = await dashboard.open('priya', path, { width: widths.phone });
    const row = page.getByRole('row').filter({ hasText: said }).first();
    await row.waitFor();
    const cells = await row.locator('td').evaluateAll((all) =>
      all.map((cell) => {
        const { left, right } = cell.getBoundingClientRect();
        const { content } = getComputedStyle(cell, '::before');
        return { inSight: left >= 0 && right <= innerWidth, heading: content.split('"')[1] };
      }),
    );
    expect(cells.filter(({ inSight }) => !inSight)).toEqual([]);
    expect(cells.map(({ heading }) => heading)).toEqual(expect.arrayContaining([undefined, ...headings]));
  });

  test('on return the ledger is as it was left: what was searched for, and how much of it was shown', async () => {
    for (let times = 0; times < 3; times += 1)
      await dashboard.demo.ask('mara', { query: '{ caseload(of: MINE, first: 24) { nodes { name { given } } } }' });
    const page = await dashboard.open('priya', '/ledger');
    await page.getByText('Only what was shared with other agencies').click();
    await settled(page);
    const rows = page.getByRole('row');
    const before = await rows.count();
    await page.getByRole('button', { name: 'Show more' }).click();
    await rows.nth(before).waitFor();
    await settled(page);
    const shown = await rows.count();
    await rows.nth(before).getByRole('link').click();
    await page.getByRole('heading', { name: 'Ledger' }).waitFor({ state: 'detached' });
    await page.goBack();
    await rows.nth(shown - 1).waitFor();
    expect(await page.getByRole('checkbox').isChecked()).toBe(false);
  });

  test('that somebody looked at their own file is listed without what they signed in with', async () => {
    await dashboard.demo.ask('alma', { documentId: 'my-record' }, 'CLIENT_ACCESS');
    const page = await dashboard.open('priya', '/ledger');
    await page.getByText('Only what was shared with other agencies').click();
    await page.getByRole('gridcell', { name: 'The person', exact: true }).first().waitFor();
    expect(await page.getByText('alma@client').count()).toBe(0);
  });

  test('searching for another agency hides the rest, and the address does not reveal it', async () => {
    const page = await dashboard.open('priya', '/ledger');
    await page.getByRole('button', { name: /Shared with/ }).click();
    await page.getByRole('option', { name: 'Wattle Family Safety' }).click();
    await settled(page);
    expect(await page.getByRole('row').filter({ hasText: 'kim.abela@kestrel' }).count()).toBe(0);
    expect(new URL(page.url()).search).toBe('');
  });

  test('a manager sees how agencies are doing and how records are kept; counts that are too small are marked, without a number', async () => {
    const page = await dashboard.open('priya', '/agencies');
    const kestrel = page.getByRole('row', { name: 'Kestrel Community Health', exact: true });
    expect(await kestrel.textContent()).toMatch(/Yes1\.3/);
    const births = page.getByRole('row').filter({ hasText: 'No date of birth' });
    expect(await births.textContent()).toMatch(/Too few to show/);
    // Wattle is on an older contract and does not count this, which is not the same as zero.
    expect(await births.textContent()).toMatch(/Not counted$/);
  });

  test('a worker sees what the partners do and how their own agency is doing, but not how records are kept', async () => {
    const page = await dashboard.open('mara', '/agencies');
    expect(await page.getByRole('row').count()).toBe(4);
    expect(await page.locator('main').textContent()).not.toContain('Record quality');
    const wattle = page.getByRole('row').filter({ hasText: 'Wattle' });
    expect(await wattle.textContent()).not.toContain('Yes');
    // The table has no columns that have no answer for this role: how an agency is doing is shown only in the part about one's
    // own agency.
    expect(await page.getByRole('columnheader').allTextContents()).toEqual(['Agency', 'Service type', 'Modules']);
    expect(await page.getByRole('region', { name: 'Harbour Housing' }).textContent()).toMatch(
      /RespondingYes.*Contract1\.\d/,
    );
  });

  test('while one’s own agency does not take part, the purposes one may use are still shown in words', async () => {
    const page = await dashboard.open('mara', '/agencies');
    await page.route('**/graphql', (route) => {
      if (route.request().postDataJSON().operationName !== 'Frame') return route.fallback();
      const errors = [{ message: 'Your agency takes no part at present.', extensions: { code: 'AGENCY_SUSPENDED' } }];
      return route.fulfill({ json: { data: null, errors } });
    });
    await page.reload();
    await settled(page);
    await page
      .getByRole('button', { name: /Purpose/ })
      .getByText('Service coordination')
      .waitFor();
    expect(await page.locator('body').textContent()).not.toContain('SERVICE_COORDINATION');
  });

  test('under a purpose that does not open the ledger one is told which does, and may change to it', async () => {
    const page = await dashboard.open('ines', '/ledger');
    await page.getByRole('heading', { name: 'This needs another purpose' }).waitFor();
    await page.getByRole('button', { name: /^Switch to: Quality improvement/ }).click();
    await page.getByRole('heading', { name: 'What was shared' }).waitFor();
  });

  test('a record that was linked wrongly is taken out in one step, and its worker sees to whom it was disclosed meanwhile', async () => {
    const page = await dashboard.open('mara', `/people/${alma}`);
    await page.getByRole('button', { name: 'This is another person’s record' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Alma Reyes-Doyle').waitFor();
    await dialog.getByRole('textbox', { name: 'Why?' }).fill('Another Alma.');
    await dialog.getByRole('button', { name: 'Separate my record now' }).click();
    const done = page.getByRole('dialog', { name: 'Record separated' });
    await done.getByText('Kestrel Community Health').waitFor();
    await done.getByRole('link', { name: 'Open the record’s own page' }).click();
    await page.waitForURL((url) => url.pathname !== `/people/${alma}`);
    await page.waitForFunction(() => !document.querySelector('main')?.textContent?.includes('Wattle'));
    await settled(page);
    expect(await page.locator('main').textContent()).not.toContain('Wattle');
  });
}
