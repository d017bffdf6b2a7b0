import { readFileSync } from 'node:fs';
import { reasons } from '@accord/matching/explain';
import type { Page } from 'playwright-core';
import { amissOn, type Dashboard, settled, startDashboard, widths } from '../lib/Dashboard.ts';
import { everyPage } from './everyPage.ts';

// Situations of the field: somebody may look over a shoulder, sit down at the computer afterwards, or come in.

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await startDashboard();
});
afterAll(() => dashboard.stop());

const elsewhere = 'https://www.wikipedia.org/';

/** Answers the page to leave to, without the network. */
const withElsewhere = async (page: Page): Promise<Page> => {
  await page.route(elsewhere, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' }));
  return page;
};

const kept = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify({ ...sessionStorage }));

test.each<readonly [string, (page: Page) => Promise<void>]>([
  ['the button', (page) => page.getByRole('button', { name: /^Leave now/ }).click()],
  [
    'three times Escape',
    async (page) => {
      for (let times = 0; times < 3; times += 1) await page.keyboard.press('Escape');
    },
  ],
])('%s leaves at once: nothing is left, and "back" does not lead back to the page', async (_how, leave) => {
  const page = await withElsewhere(await dashboard.open('mara', '/people'));
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Proposals' }).click();
  await leave(page);
  await page.waitForURL(elsewhere);
  expect(await page.title()).toBe('Elsewhere');
  await page.goBack();
  await settled(page);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await kept(page)).not.toContain('mara');
});

test('signing out does so in every tab, somebody else’s tab stays, and no address says whom they looked at', async () => {
  const page = await dashboard.open('mara', '/people/c-7f1ced10f4f0');
  const tabOf = async (person: string) => {
    const tab = await page.context().newPage();
    await tab.addInitScript((one) => sessionStorage.setItem('tried', one), person);
    await tab.addInitScript((one) => sessionStorage.setItem('accord.person', one), person);
    await tab.goto(`${dashboard.demo.url}/board`);
    await tab.getByRole('navigation', { name: 'Pages' }).waitFor();
    return tab;
  };
  const [hers, another] = [await tabOf('mara'), await tabOf('kim')];
  await page.getByRole('button', { name: /Your account and settings/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  for (const tab of [page, hers]) {
    await tab.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(new URL(tab.url()).pathname).toBe('/');
  }
  await another.getByRole('navigation', { name: 'Pages' }).waitFor();
});

test('pressing Escape three times leaves from an open dialog too', async () => {
  const page = await withElsewhere(await dashboard.open('mara', '/people'));
  await page.getByRole('button', { name: /Your account and settings/ }).click();
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Escape');
  await page.waitForURL(elsewhere);
});

test.each<readonly [string, string, (page: Page) => Promise<void>]>([
  ['the menu', '/people', (page) => page.getByRole('button', { name: /Your account and settings/ }).click()],
  ['a list', '/people', (page) => page.getByRole('button', { name: /Purpose/ }).click()],
  [
    'a list in a dialog',
    '/people/c-7f1ced10f4f0',
    async (page) => {
      await page.getByRole('button', { name: 'Raise an alert' }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /Alert category/ })
        .click();
    },
  ],
])('one press on the way out is enough while %s is open over it', async (_what, path, openIt) => {
  const page = await withElsewhere(await dashboard.open('mara', path, { width: widths.phone }));
  await openIt(page);
  await page.getByRole('option').or(page.getByRole('dialog')).last().waitFor();
  await settled(page);
  const place = await page.getByText('Leave now').last().boundingBox();
  await page.mouse.click((place?.x ?? 0) + 20, (place?.y ?? 0) + 10);
  await page.waitForURL(elsewhere);
});

test('on a phone the way out stays in a dialog too, however far it is scrolled', async () => {
  const page = await withElsewhere(await dashboard.open('mara', '/people/c-7f1ced10f4f0', { width: widths.phone }));
  await page.getByRole('button', { name: 'Raise an alert' }).click();
  const dialog = page.getByRole('dialog', { name: 'Raise an alert' });
  const leave = dialog.getByRole('button', { name: /^Leave now/ });
  await leave.waitFor();
  expect(await amissOn(page)).toEqual([]);
  const reached: string[] = [];
  for (let times = 0; times < 3; times += 1) {
    await page.keyboard.press('Tab');
    reached.push(
      await page.evaluate(() => document.activeElement?.textContent || document.activeElement?.ariaLabel || ''),
    );
  }
  expect(reached.join('|')).toMatch(/^Leave now\|Close\|.*Choose/);
  await dialog.getByRole('button', { name: 'Cancel' }).scrollIntoViewIfNeeded();
  expect(await leave.boundingBox().then((box) => box && box.y >= 0 && box.y + box.height < 120)).toBe(true);
  await leave.click();
  await page.waitForURL(elsewhere);
  expect(await page.title()).toBe('Elsewhere');
});

test('a session that nobody touches asks whether anybody is there, and then ends', async () => {
  const page = await dashboard.open('alma', '/');
  await page.clock.install();
  await page.reload();
  await settled(page);
  await page.clock.runFor('14:10');
  await page.getByRole('alertdialog', { name: 'Are you still there?' }).waitFor();
  expect(await amissOn(page)).toEqual([]);
  // Somebody who passes by meanwhile can read nothing of the page.
  const veil = page.getByRole('alertdialog').locator('xpath=../..');
  expect(await veil.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe('rgb(245, 244, 239)');
  await page.getByRole('button', { name: 'Stay signed in' }).click();
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await page.clock.runFor('15:10');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await page.locator('body').textContent()).not.toContain('Reyes-Doyle, ');
  expect(await kept(page)).not.toContain('alma');
});

test('with the keyboard alone one can skip the menu, and reach every tool', async () => {
  const page = await dashboard.open('mara', '/people');
  await page.evaluate(() => document.body.focus());
  await page.keyboard.press('Shift+Tab');
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const reached: string[] = [];
  await page.locator('a', { hasText: 'Skip to main content' }).focus();
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#main');
  await page.locator('a', { hasText: 'Skip to main content' }).focus();
  for (let times = 0; times < 8; times += 1) {
    await page.keyboard.press('Tab');
    reached.push(await focused());
  }
  expect(reached.join('|')).toMatch(/Service coordination.*Mara Okafor.*Leave now.*People.*Board/);
});

test('the language is chosen once, and the page says it to screen readers', async () => {
  const page = await dashboard.open('mara', '/people');
  await page.getByRole('button', { name: /Your account and settings/ }).click();
  await page.getByRole('button', { name: /Language/ }).click();
  await page.getByRole('option', { name: 'Tiếng Việt' }).click();
  await page.waitForFunction(() => document.documentElement.lang === 'vi');
  await page.reload();
  await settled(page);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('vi');
  expect(await page.getByRole('button', { name: /^Thoát ngay/ }).count()).toBe(1);
});

/** Reveals everything that is covered, on the Vietnamese page. */
async function uncover(page: Page): Promise<void> {
  const covered = page.getByRole('button', { name: /^Hiện: / });
  while ((await covered.count()) > 0) await covered.first().click();
}

test('in another language no kind of information, purpose, alert or need is left in English', async () => {
  const query = '{ vocabulary { categories { label } purposes { label } alerts { label } needs { label } } }';
  type Words = readonly Readonly<{ label: string }>[];
  const answer: Readonly<{
    data: { vocabulary: Readonly<Record<'categories' | 'purposes' | 'alerts' | 'needs', Words>> };
  }> = JSON.parse(JSON.stringify(await dashboard.demo.ask('mara', { query })));
  const { categories, purposes, alerts, needs } = answer.data.vocabulary;
  // One or two words may be part of a name.
  const english = [...categories, ...purposes, ...alerts, ...needs]
    .map(({ label }) => label.replace(/ \([A-Z]+\)$/, ''))
    .filter((label) => label.split(' ').length > 2);
  expect(english.length).toBeGreaterThan(10);
  const left: string[] = [];
  const look = async (page: Page): Promise<void> => {
    const text = (await page.locator('body').textContent()) ?? '';
    left.push(...english.filter((label) => text.includes(label)).map((label) => `${page.url()}: ${label}`));
  };
  const mara = await dashboard.open('mara', '/people/c-7f1ced10f4f0', { language: 'vi' });
  await mara.getByRole('button', { name: 'Xem những loại nào' }).click();
  await look(mara);
  await mara.getByRole('button', { name: 'Xin sự đồng ý' }).click();
  await mara.getByRole('dialog').waitFor();
  await look(mara);
  await mara.keyboard.press('Escape');
  await mara.getByRole('button', { name: 'Truy cập khẩn cấp' }).click();
  await mara.getByRole('alertdialog').waitFor();
  await look(mara);
  const priya = await dashboard.open('priya', '/ledger', { language: 'vi' });
  await priya.getByRole('row').nth(1).waitFor();
  await priya.getByRole('button', { name: /Hỏi để làm gì/ }).click();
  await priya.getByRole('option').nth(1).waitFor();
  await look(priya);
  await look(await dashboard.open('mara', '/board', { language: 'vi' }));
  const alma = await dashboard.open('alma', '/mine', { language: 'vi' });
  await uncover(alma);
  await look(alma);
  expect(left).toEqual([]);
});

test('what the hub says is translated if we have a translation of exactly these words, else marked as English', async () => {
  const page = await dashboard.open('alma', '/', { language: 'vi' });
  const agreed = 'Somebody’s dog bites';
  // As if the partners had agreed on another wording for it; and a law that only their own profile has.
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const text = (await response.text())
      .replaceAll('"Medical alert"', `"${agreed}"`)
      .replaceAll('The person asked for their own file.', 'Consent given on 3 March 2026. A law of theirs.');
    await route.fulfill({ response, body: text });
  });
  await page.reload();
  await settled(page);
  await uncover(page);
  expect(await page.locator('strong > span[lang="en"]', { hasText: agreed }).count()).toBe(1);
  expect(await page.getByText('Cảnh báo y tế').count()).toBe(0);
  expect(await page.getByText('Án lệnh đang có hiệu lực').count()).toBe(1);
  // The page says that this is a translation.
  await page.getByText('Bản tiếng Việt này chưa được biên dịch viên kiểm tra').waitFor();
  await page.getByRole('link', { name: 'Ai đã xem hồ sơ của tôi' }).click();
  await page.getByRole('button', { name: 'Hiện: Ai đã xem hồ sơ của tôi' }).click();
  await settled(page);
  const seen = page.getByRole('main');
  await seen.getByText('Đã đồng ý ngày 1 thg 7, 2026.').first().waitFor();
  expect(await seen.locator('[lang="en"]', { hasText: 'A law of theirs.' }).count()).toBeGreaterThan(0);
  expect(await seen.textContent()).not.toMatch(/agency’s own record|Consent given on 1 July/);
});

test('a sentence from the hub about why something was not done is marked as English in another language', async () => {
  const page = await dashboard.open('mara', '/matching', { language: 'vi' });
  const sentence = 'Your own agency says that it is closed today.';
  await page.route('**/graphql', (route) =>
    route.fulfill({ json: { data: null, errors: [{ message: sentence, extensions: { code: 'ITS_OWN' } }] } }),
  );
  await page.reload();
  await page.getByRole('alert').locator('p[lang="en"]', { hasText: sentence }).first().waitFor();
  expect(await page.getByRole('alert').locator('p:not([lang])', { hasText: sentence }).count()).toBe(0);
});

test('the translated words for how two records compare are the ones the hub uses', () => {
  const file = new URL('../../dashboard/src/browser/languages/en/terms.json', import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8')).hub.agreement).toEqual(reasons);
});

test('on a narrow phone, whatever stays at the top of the page does not hide the focused element below it', async () => {
  const page = await dashboard.open('mara', '/board', { width: 360 });
  const { bar, kept } = await page.evaluate(() => ({
    bar: document.querySelector('header')?.getBoundingClientRect().height ?? Number.NaN,
    kept: Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop),
  }));
  expect(bar).toBeLessThanOrEqual(kept);
});

test('on a device with its own colours only ticked boxes look ticked, and chosen options look chosen', async () => {
  const page = await dashboard.open('mara', '/people/c-7f1ced10f4f0');
  await page.emulateMedia({ forcedColors: 'active' });
  const ground = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => getComputedStyle(one).backgroundColor);
  expect(await ground('nav a[aria-current="page"]')).not.toBe(await ground('nav a:not([aria-current])'));
  await page.getByRole('button', { name: 'Request consent' }).click();
  const box = page.getByRole('dialog').locator('label', { hasText: 'Housing' });
  const tick = () => box.locator('svg').evaluate((one) => getComputedStyle(one).visibility);
  expect(await tick()).toBe('hidden');
  await box.click();
  expect(await tick()).toBe('visible');
});

test.each([
  ['mara', '/people/c-7f1ced10f4f0'],
  ['priya', '/ledger'],
])('with letters twice as large, %s’s page at %s fits on a phone’s screen', async (as, path) => {
  const page = await dashboard.open(as, path, { width: widths.phone });
  await page.addStyleTag({ content: 'html { font-size: 200% }' });
  await settled(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
});

test('on a phone the menu shows the page that is open', async () => {
  const page = await dashboard.open('ines', '/ledger', { width: widths.phone });
  const open = page.locator('nav [aria-current="page"]');
  const isInSight = () =>
    open.evaluate((link) => {
      const { left, right } = link.getBoundingClientRect();
      return left >= 0 && right <= innerWidth;
    });
  expect([await open.textContent(), await isInSight()]).toEqual(['Ledger', true]);
  await page.goto(`${dashboard.demo.url}/board`);
  await settled(page);
  await page.getByRole('link', { name: 'Before a visit' }).click();
  expect([await open.textContent(), await isInSight()]).toEqual(['Board', true]);
});

test.each(['light', 'dark'] as const)('a choice of %s colours overrides those of the device', async (shade) => {
  const page = await dashboard.open('mara', '/people', { dark: shade === 'light' });
  await page.getByRole('button', { name: /Your account and settings/ }).click();
  await page.getByRole('button', { name: /Colours/ }).click();
  await page.getByRole('option', { name: shade === 'light' ? 'Light' : 'Dark' }).click();
  await page.keyboard.press('Escape');
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const [red = 0] = ground.match(/\d+/g)?.map(Number) ?? [];
  expect(red > 128).toBe(shade === 'light');
  expect(await amissOn(page)).toEqual([]);
});

test('a printout is the page without its menu, with the time and the choices made: a list of some does not read as one of all', async () => {
  const page = await dashboard.open('mara', '/people');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation').count()).toBe(0);
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
  await page.getByText(/^Printed: \d.* The information on file may have changed since then\.$/).waitFor();
  await page.getByText('Show: People I work with', { exact: true }).waitFor();
  await page.getByText('This list continues. Not all of it was printed.').waitFor();
  await page.emulateMedia({ media: 'screen' });
  await page.getByText(/^Printed:/).waitFor({ state: 'detached' });
});

test('where nothing is chosen yet, paper says nothing of the choice', async () => {
  const page = await dashboard.open('mara', '/people/c-7f1ced10f4f0');
  await page.getByRole('button', { name: 'Raise an alert' }).click();
  await page.getByRole('dialog').waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.getByText(/^Printed:/).waitFor({ state: 'attached' });
  const said = await page.locator('.on-paper').allTextContents();
  expect(said.filter((words) => words.trim().endsWith(':'))).toEqual([]);
});

test('a folded part is mentioned on paper, and an open one keeps its title: what is over does not read as current', async () => {
  const page = await dashboard.open('mara', '/people/c-7f1ced10f4f0');
  const fold = page.getByRole('heading', { name: 'One need met' });
  await fold.waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.getByRole('heading', { name: 'One need met (closed when this was printed)', exact: true }).waitFor();
  await page.emulateMedia({ media: 'screen' });
  await fold.getByRole('button').click();
  await page.emulateMedia({ media: 'print' });
  await page.getByRole('heading', { name: 'One need met', exact: true }).waitFor();
});

test.each([
  ['mara', '/people/c-7f1ced10f4f0'],
  ['alma', '/mine'],
])(
  'on a low screen, such as a desktop’s at 400 %%, the way out of %s’s page stays in sight and leaves room',
  async (as, path) => {
    const page = await dashboard.open(as, path, { width: 320 });
    await page.setViewportSize({ width: 320, height: 256 });
    await page.evaluate(() => scrollTo(0, 600));
    const leave = page.getByRole('button', { name: /^Leave now/ });
    const sees = () =>
      leave.evaluate((button) => ({
        ...button.getBoundingClientRect().toJSON(),
        bar: document.querySelector('header')?.getBoundingClientRect().bottom,
      }));
    const { top, bar } = await sees();
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bar).toBeLessThan(256 / 3);
  },
);

test('a hub that cannot be reached takes nothing from the page that is open', async () => {
  const page = await dashboard.open('mara', '/people', { width: widths.phone });
  await page.route('**/graphql', (route) => route.abort());
  await page.getByRole('link', { name: 'Proposals' }).click();
  await page.getByRole('alert').first().waitFor();
  expect(await page.getByRole('alert').first().textContent()).toContain('cannot be reached');
  expect(await page.getByRole('navigation', { name: 'Pages' }).getByRole('link').count()).toBeGreaterThan(3);
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await page.getByRole('alert').first().waitFor({ state: 'detached' });
});

test('an answer from a proxy that does not reach the hub does not count as the hub’s', async () => {
  const page = await dashboard.open('mara', '/people');
  await page.route('**/graphql', (route) => route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' }));
  await page.getByRole('link', { name: 'Proposals' }).click();
  await page.getByRole('alert').getByText('cannot be reached').first().waitFor();
});

test('if the hub is away when the pages open, they say so, and open when one tries again', async () => {
  const page = await dashboard.open('mara', '/people', { width: widths.phone });
  await page.route('**/settings.json', (route) => route.abort());
  await page.reload();
  await page.getByRole('alert').getByText('The hub cannot be reached.').waitFor();
  expect(await amissOn(page)).toEqual([]);
  await page.unroute('**/settings.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
});

test('on a slow connection the page says what is still loading: all of it, or one page', async () => {
  const page = await dashboard.open('mara', '/people', { width: widths.phone });
  /** Holds back responses from an address until the returned function is called. */
  const hold = async (part: string): Promise<() => void> => {
    let letGo = (): void => undefined;
    const gone = new Promise<void>((go) => {
      letGo = go;
    });
    await page.route(part, async (route) => {
      await gone;
      await route.continue();
    });
    return () => letGo();
  };
  const letSettingsGo = await hold('**/settings.json');
  await page.reload();
  await page.getByText('Accord is loading.').waitFor();
  letSettingsGo();
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  await settled(page);
  const letPageGo = await hold('**/assets/**');
  await page.getByRole('link', { name: 'Proposals' }).click();
  await page.getByRole('status').getByText('Loading').waitFor();
  expect(await page.getByRole('heading', { name: 'People' }).count()).toBe(0);
  letPageGo();
  await page.getByRole('heading', { level: 1, name: 'Proposals' }).waitFor();
  await settled(page);
});

describe('a page that could not be loaded', () => {
  const offline = async (): Promise<Page> => {
    const page = await dashboard.open('mara', '/people', { width: widths.phone });
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Proposals' }).click();
    await page.getByRole('alert').getByText('The hub cannot be reached.').waitFor();
    return page;
  };

  test('says so, and is loaded again on another try', async () => {
    const page = await offline();
    expect(await amissOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('alert').getByText('The hub cannot be reached.').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Proposals' }).waitFor();
    await settled(page);
  });

  test('disappears when one goes elsewhere, and opens on return', async () => {
    const page = await offline();
    await page.getByRole('link', { name: 'People', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('link', { name: 'Proposals' }).click();
    await page.getByRole('heading', { level: 1, name: 'Proposals' }).waitFor();
  });

  test('leaves the rest of the page alone if it is only a part of it', async () => {
    const page = await dashboard.open('mara', '/people/c-7f1ced10f4f0');
    await page.route('**/assets/**', (route) => route.abort());
    await page.getByRole('button', { name: 'Raise an alert' }).click();
    const alert = page.getByRole('region', { name: 'Alerts' }).getByRole('alert');
    await alert.getByText('The hub cannot be reached.').waitFor();
    expect(await page.locator('main').textContent()).toContain('Person experiencing family violence');
    await page.unroute('**/assets/**');
    // The browser would not request the file again, so the whole page is reloaded.
    await alert.getByRole('button', { name: 'Try again' }).click();
    await alert.waitFor({ state: 'detached' });
    await settled(page);
    await page.getByRole('button', { name: 'Raise an alert' }).click();
    await page.getByRole('dialog', { name: 'Raise an alert' }).waitFor();
  });
});

describe('every page', () => everyPage(() => dashboard));
