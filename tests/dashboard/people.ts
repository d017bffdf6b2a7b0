import type { Locator, Page } from 'playwright-core';
import { amissOn, type Dashboard, settled, widths } from '../lib/Dashboard.ts';

/** Registers the tests of people's pages, over the demonstration of another test file. */
export function people(open: () => Dashboard): void {
  // The people that workers work with, a person's page, and a client's own file.

  let dashboard: Dashboard;
  beforeAll(() => {
    dashboard = open();
  });

  const alma = 'c-7f1ced10f4f0';
  const hers = `/people/${alma}`;
  const courtOrder = 'she is the protected person';

  const textOf = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? '';
  const ask = async (as: string, query: string, purpose?: string) =>
    JSON.stringify((await dashboard.demo.ask(as, { query }, purpose)).data);

  describe('the list of people', () => {
    test('is open to everybody who can use it, in the dark too', async () => {
      const page = await dashboard.open('mara', '/people', { width: widths.phone, dark: true });
      expect(await amissOn(page)).toEqual([]);
      expect(await page.title()).toBe('Accord');
    });

    test('says who else works with somebody, and shows more when asked', async () => {
      const page = await dashboard.open('mara', '/people');
      const people = page.getByRole('region', { name: 'Caseload' }).getByRole('link');
      const before = await people.count();
      await page.getByRole('button', { name: 'Show more' }).click();
      await page.waitForFunction((count) => document.querySelectorAll('main a').length > count, before);
      await settled(page);
      expect(await people.filter({ hasText: 'Alma Reyes-Doyle' }).textContent()).toContain('Tess Nguyen');
      const addresses = await people.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(new Set(addresses).size).toBe(addresses.length);
    });

    test('is on return as it was left: as long, and as far down; the address and the storage reveal nothing of it', async () => {
      const page = await dashboard.open('mara', '/people', { width: widths.phone });
      const people = page.getByRole('region', { name: 'Caseload' }).getByRole('link');
      const before = await people.count();
      await page.getByRole('button', { name: 'Show more' }).click();
      await people.nth(before).waitFor();
      const shown = await people.count();
      const last = people.nth(shown - 2);
      await last.scrollIntoViewIfNeeded();
      const scrolled = await page.evaluate(() => scrollY);
      await last.click();
      await page.getByRole('heading', { name: 'Alerts' }).waitFor();
      const stored = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
      expect(stored).not.toMatch(/scroll|shown/);
      await page.goBack();
      await people.nth(shown - 1).waitFor();
      await settled(page);
      expect(await people.count()).toBe(shown);
      expect(Math.abs((await page.evaluate(() => scrollY)) - scrolled)).toBeLessThan(20);
      expect(new URL(page.url()).href).toBe(`${dashboard.demo.url}/people`);
      // Opened from the menu, the list begins at its beginning.
      await page.getByRole('link', { name: 'Board' }).click();
      // Until the board has loaded, the page still shows the list that was left.
      await page.getByRole('heading', { name: 'Alert board' }).waitFor();
      await page.getByRole('link', { name: 'People', exact: true }).click();
      await people.first().waitFor();
      await settled(page);
      expect(await people.count()).toBe(before);
    });

    test('finds somebody by names in any order and leads to their page', async () => {
      const page = await dashboard.open('mara', '/people');
      await find(page, 'Reyes-Doyle', 'Alma', '1989');
      await page
        .getByRole('region', { name: 'Find someone' })
        .getByRole('link', { name: /Alma Reyes-Doyle/ })
        .click();
      await page.getByRole('heading', { level: 1, name: 'Alma Reyes-Doyle' }).waitFor();
      expect(page.url()).toBe(`${dashboard.demo.url}${hers}`);
    });

    test('says why if an answer is nothing but a fault, and keeps what is beside it', async () => {
      const page = await dashboard.open('mara', '/people');
      const sentence = 'Your own agency did not answer, and only it can encode what you typed. Try again later.';
      await page.route('**/graphql', (route) => {
        if (route.request().postDataJSON().operationName !== 'PeopleFound') return route.fallback();
        const errors = [{ message: sentence, path: ['findClients'], extensions: { code: 'ENCODER_UNAVAILABLE' } }];
        return route.fulfill({ json: { data: null, errors } });
      });
      await page.getByLabel('First name').fill('Alma');
      await page.getByLabel('Last name').fill('Reyes-Doyle');
      await page.getByRole('button', { name: 'Find', exact: true }).click();
      await page.getByRole('region', { name: 'Find someone' }).getByRole('alert').getByText(sentence).waitFor();
      expect(await page.getByRole('region', { name: 'Caseload' }).getByRole('link').count()).toBeGreaterThan(0);
      await page.unroute('**/graphql');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByText(/may be the one you are looking for/).waitFor();
    });

    test('on a phone, results and mistakes in what was typed are in sight after a search', async () => {
      const page = await dashboard.open('mara', '/people', { width: widths.phone });
      // It is on the page before it is scrolled into view.
      const inSight = async (locator: Locator): Promise<void> => {
        const shown = await locator.elementHandle();
        await page.waitForFunction((one) => {
          const { top, bottom } = one?.getBoundingClientRect() ?? { top: -1, bottom: 0 };
          const bar = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
          return top >= bar && bottom <= innerHeight;
        }, shown);
      };
      await page.getByRole('button', { name: 'Find' }).click();
      await inSight(page.getByRole('alert'));
      await page.evaluate(() => scrollTo(0, 0));
      await page.getByLabel('First name').fill('Alma');
      await page.getByLabel('Last name').fill('Reyes');
      await page.evaluate(() => scrollTo(0, 0));
      await page.keyboard.press('Enter');
      await inSight(page.getByRole('status').getByRole('link', { name: /Alma/ }));
    });

    test('says the same about nobody as about somebody one may not know of', async () => {
      const unknown = await knownToButNotTo('tess', 'kim');
      const page = await dashboard.open('kim', '/people');
      await find(page, unknown.name.given, unknown.name.family, unknown.dateOfBirth);
      const said = await page.getByText('No one found').textContent();
      await find(page, 'Nemo', 'Nusquam', '1971');
      expect(await page.getByText('No one found').textContent()).toBe(said);
    });
  });

  /** Somebody whom one person works with and the other may not know about. */
  async function knownToButNotTo(knows: string, knowsNot: string) {
    const asked = '{ caseload(first: 40) { nodes { id name { given family } dateOfBirth } } }';
    for (const person of JSON.parse(await ask(knows, asked)).caseload.nodes)
      if (person.name && person.dateOfBirth)
        if ((await ask(knowsNot, `{ client(id: "${person.id}") { id } }`)) === '{"client":null}') return person;
    throw new Error(`${knowsNot} may know of everybody.`);
  }

  async function find(page: Page, given: string, family: string, born: string): Promise<void> {
    await page.getByLabel('First name').fill(given);
    await page.getByLabel('Last name').fill(family);
    await page.getByLabel('Date of birth').fill(born);
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByText(/may be the one you are looking for|No one found/).waitFor();
    await settled(page);
  }

  describe('a person’s page', () => {
    test('shows the alerts of every agency, how to reach the person safely, and who works with them', async () => {
      const page = await dashboard.open('mara', hers);
      // A screen reader starts reading here. The focus is still here when the last part of the page has loaded.
      await page.getByRole('heading', { level: 1, name: 'Alma Reyes-Doyle' }).and(page.locator(':focus')).waitFor();
      const alerts = page.getByRole('region', { name: 'Alerts' });
      expect(await alerts.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
        'Person experiencing family violence',
        'Some ways of reaching the person are unsafe',
        'Medical alert',
      ]);
      expect(await alerts.textContent()).toContain('Wattle Family Safety');
      expect(await page.getByRole('region', { name: 'How to contact them safely' }).textContent()).toContain(
        'Do not leave a voicemail.',
      );
      const call = page
        .getByRole('region', { name: 'Who works with them' })
        .getByRole('link', { name: '03 7010 0201' });
      expect(await call.getAttribute('href')).toBe('tel:0370100201');
      expect(await textOf(page)).toContain('There may or may not be anything of these kinds on file.');
    });

    test('fits on a phone’s screen, whatever was pasted into an alert or a name', async () => {
      const page = await dashboard.open('mara', '/people', { width: widths.phone });
      const endless = 'https://example.org/'.padEnd(120, 'abcdefghi');
      await page.route('**/graphql', async (route) => {
        const { operationName } = route.request().postDataJSON();
        if (!['ClientFirst', 'MatchingPairs'].includes(operationName)) return route.fallback();
        const answer = await (await route.fetch()).text();
        const put = (key: string, value: unknown) => (['text', 'family'].includes(key) ? endless : value);
        return route.fulfill({ json: JSON.parse(answer, put) });
      });
      for (const path of [hers, '/matching']) {
        await page.goto(`${dashboard.demo.url}${path}`);
        await page.getByText(endless).first().waitFor();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(widths.phone);
      }
    });

    test('says from the day itself that an alert was set to end and that nobody ended it, by the viewer’s calendar day', async () => {
      const context = await dashboard.browser.newContext({ timezoneId: 'Australia/Melbourne' });
      const page = await context.newPage();
      // In Melbourne it is already the next day.
      await page.clock.setFixedTime('2026-03-02T20:00:00Z');
      await page.addInitScript(() => sessionStorage.setItem('accord.person', 'mara'));
      await page.route('**/graphql', async (route) => {
        if (route.request().postDataJSON().operationName !== 'ClientFirst') return route.fallback();
        const { data, ...rest } = await (await route.fetch()).json();
        data.client.alerts.nodes[0].alert.expires = '2026-03-03';
        data.client.alerts.nodes[1].alert.expires = '2026-03-04';
        return route.fulfill({ json: { data, ...rest } });
      });
      await page.goto(`${dashboard.demo.url}${hers}`);
      await page.getByText('Was due to end 3 Mar 2026. No one has ended it: treat it as active.').waitFor();
      await page.getByText('Due to end 4 Mar 2026', { exact: true }).waitFor();
      await context.close();
    });

    test('holds nothing that is withheld: neither an alert nor the name of an agency', async () => {
      expect(await (await dashboard.open('mara', hers)).content()).not.toContain(courtOrder);
      const page = await dashboard.open('kim', hers);
      expect(await textOf(page)).toContain('Another agency');
      expect(await page.content()).not.toContain('Wattle');
    });

    test('asks for notes only when somebody wants them', async () => {
      const page = await dashboard.open('mara', hers);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.postData() ?? ''));
      expect(await textOf(page)).not.toMatch(/No notes can be shown/);
      await page.getByRole('button', { name: 'Show notes' }).click();
      await settled(page);
      expect(asked.filter((body) => body.includes('ClientNotes'))).toHaveLength(1);
      expect(await page.getByRole('button', { name: 'Show notes' }).count()).toBe(0);
    });

    test('keeps what it shows when the hub cannot be reached', async () => {
      const page = await dashboard.open('mara', hers);
      await page.route('**/graphql', (route) => route.abort());
      await page.getByRole('button', { name: 'Show notes' }).click();
      await page.getByRole('alert').first().waitFor();
      expect(await textOf(page)).toContain('Person experiencing family violence');
    });

    test('says the same about nobody as about somebody one may not know of', async () => {
      const page = await dashboard.open('mara', '/people/c-000000000000');
      expect(await textOf(page)).toContain(
        'Not found. There may be no such person, or nothing about them is shared with you.',
      );
    });

    test('asks others for a consent and does not reveal whom the request reached', async () => {
      const page = await dashboard.open('mara', hers);
      await page.getByRole('button', { name: 'Request consent' }).click();
      await page.getByRole('dialog').getByText('Alma Reyes-Doyle').waitFor();
      await page.getByRole('button', { name: 'Send request' }).click();
      await page.getByText('Request sent.').waitFor();
      expect(await page.getByRole('dialog').textContent()).not.toContain('Wattle');
      expect(await ask('tess', '{ notices { nodes { kind } } }')).toContain('CONSENT_REQUESTED');
    });

    test('says plainly if one’s agency takes no alerts from here: before writing that it may be so, and afterwards at once', async () => {
      const page = await dashboard.open('mara', hers);
      await page.getByRole('button', { name: 'Raise an alert' }).click();
      const dialog = page.getByRole('dialog', { name: 'Raise an alert' });
      await dialog.getByText('Not every agency accepts alerts from here.').waitFor();
      await dialog.getByText('Alma Reyes-Doyle').waitFor();
      // Each missing entry is marked in its place, and the focus goes to the first.
      await dialog.getByRole('button', { name: 'Preview' }).click();
      const code = dialog.getByRole('button', { name: /Alert category/ });
      await code.and(page.locator(':focus')).waitFor();
      expect(await dialog.getByText('Choose one.').count()).toBe(3);
      expect(await dialog.getByText('Enter a few words.').count()).toBe(1);
      expect(await amissOn(page)).toEqual([]);
      await code.click();
      await page.getByRole('option', { name: 'Take care at the premises' }).click();
      await dialog.getByRole('button', { name: 'Preview' }).click();
      await dialog.getByRole('radio', { name: 'There are signs' }).and(page.locator(':focus')).waitFor();
      await dialog.getByText('There are signs').click();
      await dialog.getByText('Take care', { exact: true }).click();
      await dialog.getByLabel('The facts, in brief').fill('The victim says that the dog in the yard bites.');
      await dialog.getByText('You could say').waitFor();
      expect(await amissOn(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Preview' }).click();
      await dialog.getByText('Your agency does not accept alerts from here.').waitFor();
      // What was written can still be copied; after that nobody is offered to write what the agency does not accept.
      expect(await dialog.getByLabel('The facts, in brief').inputValue()).toContain('the dog in the yard bites');
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      const alerts = page.getByRole('region', { name: 'Alerts', exact: true });
      await alerts.getByText('Your agency does not accept alerts from here.').waitFor();
      expect(await alerts.getByRole('button', { name: /Raise an alert|Review/ }).count()).toBe(0);
      await page.getByRole('link', { name: 'People', exact: true }).click();
      await page.getByRole('region', { name: 'Caseload' }).getByRole('link').first().click();
      await alerts.getByText('Your agency does not accept alerts from here.').waitFor();
      expect(await alerts.getByRole('button', { name: 'Raise an alert' }).count()).toBe(0);
    });

    test('quotes the word of a need in the private question, not its code, and says what is missing in an answer', async () => {
      const page = await dashboard.open('mara', '/people');
      await page.route('**/graphql', async (route) => {
        if (route.request().postDataJSON().operationName !== 'ClientOwn') return route.fallback();
        const { data, ...rest } = await (await route.fetch()).json();
        const quotes = [
          { __typename: 'PromptQuote', date: '2026-05-24', text: '9', reason: 'The need says so.' },
          { __typename: 'PromptQuote', date: '2026-05-24', text: 'He waits outside.', reason: 'Words of fear.' },
        ];
        data.client.records[0].prompts = [
          { __typename: 'Prompt', id: 'p', code: 'FAMILY_VIOLENCE_EXPERIENCING', quotes, answered: null },
        ];
        return route.fulfill({ json: { data, ...rest } });
      });
      await page.goto(new URL(hers, page.url()).href);
      const asked = page.getByRole('region', { name: 'A private question for you' });
      await asked.waitFor();
      expect(await asked.locator('q').allTextContents()).toEqual(['Domestic and family violence', 'He waits outside.']);
      // Nothing is answered while an entry is missing: the page says so, and the focus goes to the first one.
      await asked.getByRole('button', { name: 'Answer', exact: true }).click();
      const keep = asked.getByRole('button', { name: 'Save my answer' });
      await keep.click();
      await asked.getByText('Enter a few words.').waitFor();
      await asked.getByText('Choose one.').waitFor();
      const answer = asked.getByRole('radio', { name: 'Yes: it should be named' });
      await answer.and(page.locator(':focus')).waitFor();
      await asked.getByText('Yes: it should be named').click();
      await keep.click();
      await asked.getByLabel('Why, in your own words').and(page.locator(':focus')).waitFor();
    });

    test('keeps where the person lives covered until somebody asks to see it, and covers it again', async () => {
      const page = await dashboard.open('mara', hers, { width: widths.phone });
      expect(await page.content()).not.toContain('Boronia');
      await page.getByRole('button', { name: 'Show: Address' }).click();
      const shown = page.getByText('Boronia Street');
      await shown.waitFor();
      // The button stays before what it reveals, so that a screen reader reads on into that.
      const hide = await page.getByRole('button', { name: 'Hide: Address' }).elementHandle();
      const following = await shown.evaluate((one, button) => button?.compareDocumentPosition(one), hide);
      expect(following).toBe(4);
      expect(await amissOn(page)).toEqual([]);
      await page.getByRole('button', { name: 'Hide: Address' }).click();
      expect(await page.content()).not.toContain('Boronia');
    });

    test('offers what a team leader may do to their own agency’s alerts, and nothing to another’s', async () => {
      const page = await dashboard.open('ines', hers);
      const own = page.getByRole('article').filter({ hasText: 'Harbour Housing' });
      await own.getByRole('button', { name: 'Correct' }).waitFor();
      expect(await own.getByRole('button').allTextContents()).toEqual(['Review', 'Extend', 'End', 'Correct']);
      // The dialog covers the alert, so it says which one it is.
      await own.getByRole('button', { name: 'End', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Some ways of reaching the person are unsafe').waitFor();
      // Nothing is done while an entry is missing: the page says so, and the focus goes there.
      await dialog.getByRole('button', { name: 'End', exact: true }).click();
      await dialog.getByText('Enter a few words.').waitFor();
      await dialog.getByLabel('In your own words').and(page.locator(':focus')).waitFor();
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await own.getByRole('button', { name: 'Extend' }).click();
      await dialog.getByRole('button', { name: 'Extend' }).click();
      await dialog.getByText('Enter the day, month and year.').waitFor();
      await dialog.getByRole('spinbutton').and(page.locator(':focus')).waitFor();
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      const other = page.getByRole('article').filter({ hasText: 'Kestrel' });
      await other.first().waitFor();
      expect(await other.getByRole('button').count()).toBe(0);
    });

    test('takes emergency access for a reason, says so to others, and forgets what it opened when it ends', async () => {
      const page = await dashboard.open('mara', hers, { width: widths.phone });
      await page.getByRole('button', { name: 'Emergency access' }).click();
      const dialog = page.getByRole('alertdialog');
      await dialog.getByRole('button', { name: 'Start emergency access' }).click();
      await dialog.getByText('Enter why it cannot wait.').waitFor();
      await dialog.getByText('Alma Reyes-Doyle').waitFor();
      expect(await amissOn(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Select all' }).click();
      await dialog.getByRole('button', { name: 'Start emergency access' }).click();
      // The missing entry is far above the button on a phone, so the focus goes there.
      await dialog.getByLabel('Why it cannot wait').and(page.locator(':focus')).waitFor();
      await dialog.getByLabel('Why it cannot wait').fill('She called and said that he is outside.');
      await dialog.getByRole('button', { name: 'Start emergency access' }).click();
      await page.getByText(courtOrder).waitFor();
      await settled(page);
      expect(await page.getByRole('timer').textContent()).toMatch(/^1[45]:\d\d$/);
      expect(await amissOn(page)).toEqual([]);
      expect(await ask('tess', '{ notices { nodes { kind } } }')).toContain('GLASS_BROKEN');
      await page.getByRole('button', { name: 'End emergency access' }).click();
      await page.getByRole('button', { name: 'Emergency access' }).waitFor();
      await settled(page);
      expect(await page.content()).not.toContain(courtOrder);
      expect(await textOf(page)).toContain('Person experiencing family violence');
    });
  });

  test.each(['/people', hers, `${hers}/sharing`, `${hers}/seen`, '/board', '/board/visit', `/board/visit/${alma}`])(
    'at %s a very long name fits on a phone’s screen',
    async (path) => {
      const page = await dashboard.open('mara', '/agencies', { width: widths.phone });
      const long = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaughcholmondeley';
      await page.route('**/graphql', async (route) => {
        const answer = await route.fetch();
        return route.fulfill({ response: answer, body: (await answer.text()).replaceAll('Doyle', long) });
      });
      await page.goto(new URL(path, page.url()).href);
      await settled(page);
      if (!path.endsWith('seen')) expect(await textOf(page)).toContain(long);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect(wide).toBe(false);
    },
  );

  test('a client reads their own file in words of their own, and finds who saw it', async () => {
    const page = await dashboard.open('alma', '/mine', { dark: true });
    expect(await amissOn(page)).toEqual([]);
    expect(await textOf(page)).toContain('Who works with you');
    // There is nothing to choose.
    expect(await page.getByRole('button', { name: /Purpose/ }).count()).toBe(0);
    // The services' cautions, her needs, her contact details and who helps her are for her alone, and not for anybody looking
    // over her shoulder. A number that only services have, or an agency's name, reveals as much as an address.
    const before = await page.content();
    const covered = ['Boronia', 'violence', 'Financial difficulties', '5550 0142', 'alma.rd@', 'voicemail'];
    for (const one of [...covered, 'Wattle', 'Tess Nguyen']) expect([one, before.includes(one)]).toEqual([one, false]);
    // On paper there is nothing that is covered and nothing to press; but it says that something is covered.
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main').getByRole('button').count()).toBe(0);
    expect(await page.getByText('Hidden when this was printed.').count()).toBe(4);
    await page.emulateMedia({ media: 'screen' });
    // One press for each part: what it reveals contains nothing that is covered in turn.
    const show = page.getByRole('button', { name: /^Show: / });
    for (let left = await show.count(); left > 0; left -= 1) await show.first().click();
    expect(await show.count()).toBe(0);
    await page.getByText('Boronia Street').waitFor();
    expect(await textOf(page)).toMatch(/5550 0142.*Tess Nguyen.*You said so.*Financial difficulties/);
    expect(await amissOn(page)).toEqual([]);
    // Names in different writing directions on one line are isolated from each other.
    expect(await page.locator('dd > bdi').allTextContents()).toEqual(
      expect.arrayContaining(['Alma Reyes-Doyle', 'Alma Reyes']),
    );
    expect(await page.getByRole('link', { name: 'Who saw my record' }).getAttribute('href')).toBe(`${hers}/seen`);
  });

  test('a client is not told which agency did not answer: somebody beside them would read where they found help', async () => {
    const page = await dashboard.open('mara', '/people');
    await page.route('**/graphql', async (route) => {
      const { data } = await (await route.fetch()).json();
      const sources = ['Wattle Family Safety', 'مركز'].map((name) => ({
        agency: { id: name, name },
        state: 'TIMED_OUT',
      }));
      return route.fulfill({ json: { data, extensions: { sources } } });
    });
    await page.goto(`${dashboard.demo.url}${hers}`);
    const missing = page.getByText(/No response from .*Wattle Family Safety and/).first();
    // A name written in the other direction is isolated, even in the middle of a sentence.
    expect(await missing.textContent()).toContain('\u2068مركز\u2069');
    await page.evaluate(() => sessionStorage.setItem('accord.person', 'alma'));
    for (const path of ['/mine', `${hers}/seen`]) {
      await page.goto(`${dashboard.demo.url}${path}`);
      await page.getByText('One or more agencies did not respond.').first().waitFor();
      await settled(page);
      expect(await textOf(page)).not.toContain('Wattle');
    }
  });

  test('the page about who saw a record tells a worker when it was the person themself, and says that it does not name them', async () => {
    await ask('alma', '{ me { client { name { given } } } }', 'CLIENT_ACCESS');
    const page = await dashboard.open('mara', `${hers}/seen`);
    await page.getByRole('heading', { level: 3, name: 'The person', exact: true }).waitFor();
    expect(await textOf(page)).not.toMatch(/alma@client|Alma/);
    expect(await textOf(page)).toContain('The person’s name is not shown here');
    expect(await page.getByRole('link', { name: 'The person’s page' }).getAttribute('href')).toBe(hers);
  });

  test('the page about who saw one’s record is brief, with one entry per record, ground and day, and loses nothing', async () => {
    const page = await dashboard.open('alma', '/mine');
    const told = (at: string, why: string, categories: readonly string[]) => ({
      ...{
        __typename: 'Disclosure',
        at: `2026-11-26T0${at}:00Z`,
        requester: 'tess.nguyen@wattle',
        requesterAgency: null,
      },
      ...{ purpose: 'SERVICE_COORDINATION', why, categories },
      record: {
        __typename: 'Record',
        id: 'r',
        agency: { __typename: 'Agency', id: 'harbour', name: 'Harbour Housing' },
      },
    });
    const consent = 'Consent given on 1 July 2026.';
    const nodes = [
      told('2:10', consent, ['HOUSING']),
      told('2:00', consent, ['HEALTH']),
      told('1:55', consent, ['HOUSING']),
      told('1:50', 'A law.', ['MONEY']),
    ];
    await page.route('**/graphql', async (route) => {
      if (route.request().postDataJSON().operationName !== 'Seen') return route.fallback();
      const { data, ...rest } = await (await route.fetch()).json();
      data.client.disclosures.nodes = nodes;
      return route.fulfill({ json: { data, ...rest } });
    });
    await page.getByRole('link', { name: 'Who saw my record' }).click();
    await page.getByRole('button', { name: 'Show: Who saw my record' }).click();
    const entries = page.getByRole('listitem').filter({ hasText: /^From the record of Harbour Housing/ });
    expect(await entries.count()).toBe(2);
    expect(await entries.first().textContent()).toMatch(/Housing\s· Health.*\(3 times that day\)/);
    await page.getByRole('button', { name: 'Show each entry' }).click();
    expect(await entries.count()).toBe(2 + 3);
    expect(await entries.nth(2).textContent()).toMatch(/: Housing(?!\s·).*\(2 times that day\)/);
  });
}
