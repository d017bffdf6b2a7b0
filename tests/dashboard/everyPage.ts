import type { Page } from 'playwright-core';
import { amissOn, type Dashboard, settled, widths } from '../lib/Dashboard.ts';

/** Registers the tests of every page, over the demonstration of another test file: they change nothing there. */
export function everyPage(open: () => Dashboard): void {
  // Every page that each role is offered, on a phone and on a desktop.

  let dashboard: Dashboard;
  beforeAll(() => {
    dashboard = open();
  });

  /** One person of each role. */
  const people = ['mara', 'ines', 'priya', 'EXECUTIVE', 'COORDINATOR', 'alma'];
  /** Pages reached from other pages, and for whom. */
  const alma = 'c-7f1ced10f4f0';
  const inner: Readonly<Record<string, readonly string[]>> = {
    mara: [`/people/${alma}`, `/people/${alma}/sharing`, `/people/${alma}/seen`],
    ines: [`/people/${alma}`],
    alma: [`/people/${alma}/sharing`, `/people/${alma}/seen`],
  };
  /** Words that no title and no address may contain: they would reveal what somebody's life is about. */
  const telling =
    /violence|abuse|safety|alert|mental|drug|alcohol|homeless|child|health|risk|consent|client|emergency/i;

  /**
   * Pages that axe has checked at desktop width, where other roles see the same parts. At phone width, axe checks them for each
   * role.
   */
  const looked = new Set<string>();

  describe.each(people)('as %s', (person) => {
    test.each(Object.entries(widths))(
      'each page on a %s: axe finds nothing, nothing gives anybody away, nothing overflows',
      async (_name, width) => {
        const page = await dashboard.open(await idOf(person), '/', { width });
        const offered = await page.getByRole('navigation', { name: 'Pages' }).getByRole('link').all();
        const addresses = await Promise.all(offered.map((link) => link.getAttribute('href')));
        expect(addresses.length).toBeGreaterThan(0);
        const found: string[] = [];
        for (const address of [...addresses, ...(inner[person] ?? [])]) {
          await go(page, address ?? '/');
          if (width === widths.phone || !looked.has(address ?? ''))
            for (const amiss of await amissOn(page)) found.push(`${address}: ${amiss}`);
          if (width === widths.desk) looked.add(address ?? '');
          found.push(...(await tellingIn(page)).map((what) => `${address}: ${what}`));
          if (await overflows(page)) found.push(`${address}: is wider than the screen`);
        }
        expect(found).toEqual([]);
        await page.close();
      },
    );
  });

  /** Goes to an address without reloading the page, as a link does. */
  async function go(page: Page, address: string): Promise<void> {
    await page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settled(page);
  }

  async function tellingIn(page: Page): Promise<readonly string[]> {
    const title = await page.title();
    const { pathname, search } = new URL(page.url());
    return [
      ...(title === 'Accord' ? [] : [`the title is "${title}"`]),
      ...(telling.test(pathname + search) ? [`the address is "${pathname}${search}"`] : []),
    ];
  }

  const overflows = (page: Page): Promise<boolean> =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);

  /** The id of the demonstration's person with this role; an id stands for itself. */
  async function idOf(person: string): Promise<string> {
    const people = await (await fetch(`${dashboard.demo.url}/demonstration/people`)).json();
    const found = people.find(({ id, role }: { id: string; role: string }) => id === person || role === person);
    return found.id;
  }
}
