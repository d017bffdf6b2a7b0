import type { Locator, Page } from 'playwright-core';
import { amissOn, type Dashboard, settled, widths } from '../lib/Dashboard.ts';

/** Registers the tests of the partnership's page, over the demonstration of another test file. */
export function partnership(open: () => Dashboard): void {
  // What all agencies count together is shown as the hub reports it, and never as more than that.

  let dashboard: Dashboard;
  beforeAll(() => {
    dashboard = open();
  });

  const figure = (page: Page, title: string | RegExp): Locator => page.getByRole('region', { name: title }).first();

  /** A figure's table, row by row. */
  const rowsOf = (of: Locator): Promise<readonly (readonly string[])[]> =>
    of
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')),
      );

  /** Every text of a figure's picture, joined without spaces, because long texts are broken over lines. */
  const drawn = async (of: Locator): Promise<readonly string[]> =>
    (await of.locator('svg[role="img"] text').allTextContents()).map(close);
  const close = (text: string): string => text.replace(/\s/g, '');

  async function openView(page: Page, name: string): Promise<void> {
    await page.getByRole('tab', { name }).click();
    await page.getByRole('tabpanel', { name }).waitFor();
    await settled(page);
  }

  async function overflows(page: Page): Promise<boolean> {
    return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
  }

  test('another purpose opens none of it; the page says which one does, and changes to it', async () => {
    const page = await dashboard.open('edith', '/partnership');
    expect(await page.getByRole('tab').count()).toBe(0);
    expect(await page.getByRole('main').textContent()).toContain('only to improve services or to evaluate');
    expect(await page.getByRole('main').textContent()).toContain('Your purpose now is “Partnership administration”');
    await page.getByRole('button', { name: /Quality improvement/ }).click();
    await figure(page, 'People with a record').waitFor();
  });

  test('a count of 1 to 4 is drawn and written as fewer than 5: it has no number anywhere', async () => {
    const page = await dashboard.open('priya', '/partnership');
    const alerts = figure(page, 'Alerts raised');
    await alerts.locator('svg[role="img"]').waitFor();
    const told = await rowsOf(alerts);
    const few = told.filter(([, , now]) => now === 'fewer than 5');
    expect(few.length).toBeGreaterThan(0);
    // Each one is a hatched bar.
    expect(await alerts.locator('svg g[fill^="url(#"] rect').count()).toBe(few.length);
    for (const [, , now = '', before = ''] of told)
      for (const cell of [now, before]) expect(['1', '2', '3', '4']).not.toContain(cell);
  });

  test('if the code that draws the pictures does not load, each picture says so, and the words and numbers stay', async () => {
    const page = await dashboard.open('priya', '/agencies');
    await page.route('**/assets/Drawn*', (route) => route.abort());
    await page.getByRole('link', { name: 'Partnership' }).click();
    const people = figure(page, 'People with a record');
    await people.getByRole('alert').getByText('The hub cannot be reached.').waitFor();
    await people.getByRole('radio', { name: 'Table' }).click();
    expect((await rowsOf(people)).length).toBeGreaterThan(0);
    await page.unroute('**/assets/Drawn*');
    await people.getByRole('radio', { name: 'Chart' }).click();
    await people.getByRole('button', { name: 'Try again' }).click();
    await people.locator('svg[role="img"]').waitFor();
  });

  test('the table has the same values as the chart', async () => {
    const page = await dashboard.open('priya', '/partnership');
    for (const title of ['People with a record', 'Alerts raised', 'Open needs']) {
      const one = figure(page, title);
      await one.locator('svg[role="img"]').waitFor();
      const texts = await drawn(one);
      const rows = await rowsOf(one);
      expect(rows.length).toBeGreaterThan(2);
      for (const row of rows) {
        const [now = '', before = ''] = row.slice(-2);
        expect(texts).toContain(close(row[0] ?? ''));
        expect(texts.some((text) => text === close(now) || text === close(`${now} (before: ${before})`))).toBe(true);
      }
    }
    const alerts = figure(page, 'Alerts raised');
    await alerts.getByRole('radio', { name: 'Table' }).click();
    expect(await alerts.locator('svg[role="img"]').isVisible()).toBe(false);
    expect(await alerts.getByRole('table').boundingBox()).toMatchObject({ width: expect.any(Number) });
  });

  test('on the narrowest phone no words of a picture are cut off, in a language with long words', async () => {
    const page = await dashboard.open('priya', '/partnership', { width: 360, language: 'vi' });
    const needs = figure(page, 'Nhu cầu đang mở').locator('svg[role="img"]');
    await needs.waitFor();
    const drawnAt = await needs.evaluate((svg) => {
      const { left, right } = svg.getBoundingClientRect();
      return [...svg.querySelectorAll('text')].map((one) => {
        const place = one.getBoundingClientRect();
        return { text: one.textContent, isWhole: place.left >= left - 1 && place.right <= right + 1 };
      });
    });
    expect(drawnAt.length).toBeGreaterThan(5);
    expect(drawnAt.filter(({ isWhole }) => !isWhole)).toEqual([]);
  });

  test('the copied query gives the same answer to anybody who asks it', async () => {
    const page = await dashboard.open('priya', '/partnership');
    const people = figure(page, 'People with a record');
    await people.getByRole('button', { name: 'Copy as GraphQL' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const [, variables = '{}'] = /^# (\{.*\})$/m.exec(copied) ?? [];
    const body = { query: copied, variables: JSON.parse(variables) };
    const answer: { data?: { agencies: readonly Agency[] } } = await dashboard.demo.ask(
      'priya',
      body,
      'QUALITY_IMPROVEMENT',
    );
    const number = new Intl.NumberFormat('en');
    expect(answer.data?.agencies.map(({ name, figures }) => [name, number.format(figures.people.value)])).toEqual(
      (await rowsOf(people)).map(([name, now]) => [name, now]),
    );
  });
  type Agency = Readonly<{ name: string; figures: Readonly<{ people: Readonly<{ value: number }> }> }>;

  test('an agency that does not answer is named, and has no bar', async () => {
    const page = await dashboard.open('priya', '/partnership');
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch();
      const answer = await response.json();
      if (answer.data?.agencies?.[0] && 'figures' in answer.data.agencies[0]) {
        const [first] = answer.data.agencies;
        Object.assign(first, { figures: null, figuresBefore: null });
        answer.extensions = { sources: [{ agency: { id: first.id, name: first.name }, state: 'TIMED_OUT' }] };
      }
      await route.fulfill({ response, json: answer });
    });
    await page.reload();
    await settled(page);
    const people = figure(page, 'People with a record');
    await people.locator('svg[role="img"]').waitFor();
    expect((await rowsOf(people))[0]).toEqual(['Harbour Housing', 'no response', 'no response']);
    expect(await people.textContent()).toContain('not counted as zero: Harbour Housing (no response)');
    expect(await people.locator('svg[role="img"] > g > rect').count()).toBe(2);
  });

  test('before any agency has looked, the page says so and what to do; afterwards it shows what was found, with all its words', async () => {
    const page = await dashboard.open('priya', '/partnership');
    await openView(page, 'Notes and alerts');
    await page.getByRole('heading', { name: 'Nothing published yet' }).waitFor();
    expect(await page.getByRole('main').textContent()).toContain('npx accord demo audit');
    await dashboard.demo.accord('demo', 'audit');
    await page.reload();
    await settled(page);
    await figure(page, /^Signs without an alert, by agency/).waitFor();
    const rows = await rowsOf(figure(page, /^Signs without an alert, by agency/));
    expect(rows.map(([name]) => name)).toContain('All together');
    // With so few people nothing may be shown, and that is not zero.
    for (const [, share] of rows) expect(share).not.toMatch(/^0/);
    await openView(page, 'Before and after');
    const words = figure(page, 'What this shows and what it cannot');
    expect(await words.getByRole('listitem').count()).toBeGreaterThan(5);
    expect(await words.textContent()).toContain('There is no group to compare with.');
  });

  test.each([
    [widths.phone, false],
    [widths.desk, true],
  ])(
    'every view is open to everybody who can use it, at %d pixels (dark: %s)',
    async (width, dark) => {
      const page = await dashboard.open('priya', '/partnership', { width, dark });
      for (const view of ['People, needs and alerts', 'Notes and alerts', 'Before and after']) {
        await openView(page, view);
        expect(await amissOn(page)).toEqual([]);
        for (const table of await page.getByRole('radio', { name: 'Table' }).all()) await table.click();
        if (width === widths.phone) expect(await amissOn(page)).toEqual([]);
        expect(await overflows(page)).toBe(false);
      }
    },
    120_000,
  );
}
