import type { Page } from 'playwright-core';
import { boardOf, scrollThrough } from '../lib/boardOf.mjs';
import { amissOn, type Dashboard, settled, startDashboard, widths } from '../lib/Dashboard.ts';
import { people } from './people.ts';

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await startDashboard();
});
afterAll(() => dashboard.stop());

describe('people', () => people(() => dashboard));

const alma = 'c-7f1ced10f4f0';
const wattlesAlert = 'Violence and threats by ex-partner';
const textOf = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? '';
/** The name as her own agency spells it. */
const almaAsKimWritesIt = /^Alma Reyes.Doyle$/;
/** The whole page, although it only renders visible rows: uses a screen as tall as a house. */
const wholeOf = async (page: Page) => {
  await page.setViewportSize({ width: 1280, height: 9_000 });
  await page.getByText(almaAsKimWritesIt).first().waitFor();
  return page.locator('body').textContent();
};
/** The answers to these tests' queries; each query selects its own part. */
type Told = Readonly<{
  alerts: Readonly<{
    totalCount: number;
    nodes: readonly Readonly<{ client: Readonly<{ id: string }>; alert: Readonly<{ text: string }> }>[];
  }>;
  client: unknown;
  notices: unknown;
  blocks: unknown;
}>;
const ask = async (as: string, query: string, variables: object = {}, purpose?: string): Promise<Told> => {
  const { data, errors }: { data?: Told; errors?: unknown } = await dashboard.demo.ask(
    as,
    { query, variables },
    purpose,
  );
  if (errors || !data) throw new Error(JSON.stringify(errors));
  return data;
};
const sectionOf = (page: Page, title: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title }) });

/** Waiting alerts with these texts; the lead asked for the last one themself. */
const waitingAlerts = (texts: readonly string[]) => ({
  __typename: 'AlertApprovalConnection',
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
  nodes: texts.map((text) => ({
    ...{ __typename: 'AlertApproval', id: text, code: 'MEDICAL', at: '2026-11-20T10:00:00Z' },
    askedBy: text === 'My own.' ? 'ines.carver@harbour' : 'mara.okafor@harbour',
    record: {
      ...{ __typename: 'AgencyRecord', id: `r ${text}`, identity: null },
      waitingAlerts: [
        {
          __typename: 'WaitingAlert',
          id: text,
          order: text,
          certainty: 'DISCLOSED',
          severity: 'HIGH',
          text,
          state: 'WAITING',
        },
      ],
    },
  })),
});
const sidewaysOn = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test('the board shows everything that agencies share about my people, with what needs action now before the rest', async () => {
  const page = await dashboard.open('mara', '/board');
  const text = await textOf(page);
  const [now, rest] = [text.indexOf('Act now'), text.indexOf('Other alerts')];
  expect(now).toBeGreaterThan(-1);
  for (const said of [wattlesAlert, 'From: Wattle Family Safety', 'Alma Reyes-Doyle'])
    expect(text.indexOf(said)).toBeGreaterThan(now);
  expect(rest === -1 || rest > text.indexOf(wattlesAlert)).toBe(true);
  await page
    .getByRole('row', { name: /Alma Reyes-Doyle/ })
    .first()
    .getByRole('link')
    .click();
  expect(new URL(page.url()).pathname).toBe(`/people/${alma}`);
});

test('what is not shared with somebody is nowhere on their board, nor on the screen before a visit', async () => {
  const onBoard = [wattlesAlert, 'No voicemail and no letters'];
  for (const [path, hidden] of [
    ['/board', onBoard],
    [`/board/visit/${alma}`, [...onBoard, 'Wattle', 'Harbour', 'Text messages']],
  ] as const) {
    const text = await wholeOf(await dashboard.open('kim', path));
    for (const words of hidden) expect(text).not.toContain(words);
  }
});

test('choices narrow the board, and are in no address', async () => {
  const page = await dashboard.open('mara', '/board');
  await page.getByRole('button', { name: 'Filter alerts' }).click();
  await page.getByRole('button', { name: /Alert category/ }).click();
  await page.getByRole('option', { name: 'Medical alert' }).click();
  await settled(page);
  const rows = await page.getByRole('article').allInnerTexts();
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row).toContain('Medical alert');
  const { alerts } = await ask(
    'mara',
    '{ alerts(filter: { codes: ["MEDICAL"], status: [ACTIVE, UNDER_REVIEW] }) { totalCount } }',
  );
  expect(await textOf(page)).toContain(`${alerts.totalCount} alerts`);
  expect(new URL(page.url()).search).toBe('');
  expect(await page.title()).toBe('Accord');
});

test('before a visit, what endangers workers comes first, then safety, unsafe ways, and whom to call', async () => {
  const chosen = await dashboard.open('mara', '/board/visit', { width: widths.phone });
  await chosen.getByLabel('Find a name').fill('reyes alm');
  await chosen.getByRole('link', { name: 'Alma Reyes-Doyle' }).click();
  await chosen.getByRole('heading', { name: 'Who to call' }).waitFor();
  const titles = await chosen.locator('main h2').allInnerTexts();
  expect(titles).toEqual(['Worker safety', 'Safety now', 'Do not use', 'Who to call', 'Alert details']);
  expect(await sectionOf(chosen, 'Do not use').textContent()).toMatch(/Voicemail\s*Text messages\s*Letters/);
  expect(await sectionOf(chosen, 'Worker safety').textContent()).toContain('does not mean that a visit is safe');
  const tess = chosen.getByRole('link', { name: /Tess Nguyen/ });
  expect(await tess.getAttribute('href')).toBe('tel:0370100201');
  const codes = '["WORKER_SAFETY_PERSON", "WORKER_SAFETY_PREMISES"]';
  const { alerts } = await ask(
    'kim',
    `{ alerts(filter: { codes: ${codes}, status: [ACTIVE] }) {
    nodes { client { id } alert { text } } } }`,
  );
  const [first] = alerts.nodes;
  if (!first) throw new Error('No alert about the safety of workers is told to Kim.');
  const { client, alert } = first;
  const page = await dashboard.open('kim', `/board/visit/${client.id}`, { width: widths.phone });
  expect(await sectionOf(page, 'Worker safety').textContent()).toContain(alert.text);
  expect(await sectionOf(page, 'Safety now').textContent()).not.toContain(alert.text);
});

test('before a visit the page first says if there are more alerts than it shows, whatever the alerts shown are about', async () => {
  const page = await dashboard.open('mara', '/people');
  await page.route('**/graphql', async (route) => {
    if (route.request().postDataJSON().operationName !== 'VisitPerson') return route.fallback();
    const { data, ...rest } = await (await route.fetch()).json();
    const { alerts } = data.client;
    alerts.nodes = alerts.nodes.slice(0, 1);
    alerts.nodes[0].alert.about = ['WORKER_SAFETY'];
    alerts.totalCount = 3;
    return route.fulfill({ json: { data, ...rest } });
  });
  await page.goto(`${dashboard.demo.url}/board/visit/${alma}`);
  await page.getByText('2 more alerts do not fit here.').waitFor();
  expect(await textOf(page)).toMatch(/2 more alerts do not fit here\..*Worker safety/);
});

test('if an agency did not answer, the page says beside the unsafe ways of contact that there may be others', async () => {
  const page = await dashboard.open('mara', '/people');
  await page.route('**/graphql', async (route) => {
    if (!['VisitPerson', 'ClientFirst'].includes(route.request().postDataJSON().operationName)) return route.fallback();
    const { data, ...rest } = await (await route.fetch()).json();
    data.client.alerts.complete = false;
    return route.fulfill({ json: { data, ...rest } });
  });
  for (const [path, title] of [
    [`/board/visit/${alma}`, 'Do not use'],
    [`/people/${alma}`, 'How to contact them safely'],
  ] as const) {
    await page.goto(`${dashboard.demo.url}${path}`);
    await sectionOf(page, title).getByText('other ways may be unsafe too').waitFor();
  }
});

test('a lead returns a waiting alert with a reason, or approves it; their own is for somebody else to decide', async () => {
  // The demonstration's agencies accept no alerts from here, so the waiting ones are invented, and the hub knows nothing about
  // them.
  const waiting = ['Quokka bite.', 'Wombat scratch.', 'My own.'];
  const decided: object[] = [];
  const page = await dashboard.open('ines', '/notices');
  await page.route('**/graphql', async (route) => {
    const { operationName, variables } = route.request().postDataJSON();
    if (operationName === 'BoardApprovals')
      return route.fulfill({ json: { data: { alertsToApprove: waitingAlerts(waiting) } } });
    if (operationName !== 'BoardApprove' && operationName !== 'BoardReturn') return route.fallback();
    decided.push({ operationName, ...variables });
    waiting.splice(waiting.indexOf(variables.order), 1);
    const payload = { __typename: 'WriteAlertPayload', order: variables.order, outcome: 'WRITTEN' };
    return route.fulfill({ json: { data: { approveAlert: payload, returnAlert: payload } } });
  });
  await page.getByRole('link', { name: 'Board' }).click();
  await page.getByRole('tab', { name: 'For leads' }).click();
  const one = (text: string) => page.getByRole('article').filter({ hasText: text });
  await one('Wombat scratch.').getByRole('button', { name: 'Return' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Return' }).click();
  await dialog.getByText('Enter a reason.').waitFor();
  await dialog.getByText('Medical alert').waitFor();
  await dialog.getByLabel('What is missing or should change').fill('Say who saw it.');
  await dialog.getByRole('button', { name: 'Return' }).click();
  await page.locator(':focus').getByText('Alert returned to the worker.').waitFor();
  await one('Quokka bite.').getByRole('button', { name: 'Approve' }).click();
  await page.locator(':focus').getByText('Alert approved and raised.').waitFor();
  expect(await one('My own.').getByRole('button').count()).toBe(0);
  expect(decided).toEqual([
    { operationName: 'BoardReturn', order: 'Wombat scratch.', reason: 'Say who saw it.' },
    { operationName: 'BoardApprove', order: 'Quokka bite.' },
  ]);
});

test('a board of 500 alerts holds only the rows in sight, and scrolls to its end', async () => {
  const page = await dashboard.open('mara', '/people');
  await boardOf(page, 500);
  await page.getByRole('link', { name: 'Board' }).click();
  await page.getByText('500 alerts', { exact: true }).waitFor();
  expect(await page.getByText('Invented fact 0.').count()).toBe(1);
  expect(await page.getByText('Invented fact 499.').count()).toBe(0);
  const { mostRows, frames, longTasks } = await scrollThrough(page);
  process.stdout.write(
    `500 alerts: ${frames} frames, at most ${mostRows} rows, long tasks: [${longTasks.join(', ')}] ms\n`,
  );
  expect(await page.getByText('Invented fact 499.').isVisible()).toBe(true);
  expect(await page.getByText('Invented fact 0.').count()).toBe(0);
  expect(mostRows).toBeLessThan(40);
});

test('on return the board is as it was left: what was chosen, and how far down', async () => {
  const page = await dashboard.open('mara', '/people');
  await boardOf(page, 60);
  await page.getByRole('link', { name: 'Board' }).click();
  await page.getByText('60 alerts', { exact: true }).waitFor();
  await page.getByRole('button', { name: /Show alerts for/ }).click();
  await page.getByRole('option', { name: 'Everyone my agency works with' }).click();
  await settled(page);
  await page.mouse.move(700, 600);
  for (let times = 0; times < 6; times += 1) {
    await page.mouse.wheel(0, 500);
    await settled(page);
  }
  // A person in the middle of the screen, so that the click does not scroll.
  const { scrolled, person } = await page.evaluate(() => {
    const inSight = [...document.querySelectorAll<HTMLElement>('[data-alert] a')];
    const link = inSight.find((one) => one.getBoundingClientRect().top > 300);
    link?.click();
    return { scrolled: scrollY, person: link?.textContent ?? '' };
  });
  expect(scrolled).toBeGreaterThan(1_000);
  await page.getByRole('heading', { level: 1, name: 'Client' }).or(page.getByText('Not found.')).first().waitFor();
  await page.goBack();
  await page.getByText('60 alerts', { exact: true }).waitFor();
  await page.getByRole('link', { name: person, exact: true }).waitFor();
  expect(await page.getByRole('button', { name: /Show alerts for/ }).textContent()).toContain(
    'Everyone my agency works with',
  );
  expect(Math.abs((await page.evaluate(() => scrollY)) - scrolled)).toBeLessThan(20);
  expect(new URL(page.url()).search).toBe('');
});

test('on paper the board has every alert that it counts; on the screen afterwards only those in view', async () => {
  const page = await dashboard.open('mara', '/people');
  await boardOf(page, 60);
  await page.getByRole('link', { name: 'Board' }).click();
  await page.getByText('60 alerts', { exact: true }).waitFor();
  const inSight = await page.getByRole('article').count();
  expect(inSight).toBeLessThan(40);
  // Like the browser: fires the event, then takes its picture at once.
  const printed = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    const shown = [...document.querySelectorAll('[data-alert]')].filter((one) => one.checkVisibility());
    dispatchEvent(new Event('afterprint'));
    return shown.length;
  });
  expect(printed).toBe(60);
  await page.emulateMedia({ media: 'print' });
  await page.getByText('Invented fact 59.', { exact: true }).waitFor();
  expect(await page.getByRole('article').count()).toBe(60);
  await page.emulateMedia({ media: 'screen' });
  await page.getByText('Invented fact 59.', { exact: true }).waitFor({ state: 'detached' });
  expect(await page.getByRole('article').count()).toBe(inSight);
  expect(await page.getByText('Invented fact 1.', { exact: true }).isVisible()).toBe(true);
});

test('a list is complete only if every page of it is, and the board says in words what that means', async () => {
  const page = await dashboard.open('mara', '/people');
  await boardOf(page, 50, { pageSize: 20, completeUntil: 40 });
  await page.getByRole('link', { name: 'Board' }).click();
  await page.getByText('50 alerts', { exact: true }).waitFor();
  expect(await textOf(page)).toContain(
    'This list may be missing alerts, or show one that may have ended: an agency did not respond, is not being asked right now, or left something out. It never means there are no alerts.',
  );
});

test('if the board does not cover everybody it says so, and continues with the next people until everybody was shown', async () => {
  const page = await dashboard.open('mara', '/people', { width: widths.phone });
  await boardOf(page, 30, { boards: 3 });
  await page.goto(new URL('/board', page.url()).href);
  const told = (fact: number) => page.getByText(`Invented fact ${fact}.`, { exact: true }).first().waitFor();
  const next = page.getByRole('button', { name: 'Show the next people' });
  await told(1);
  expect(await textOf(page)).toContain('There are more people: check their alerts too.');
  // It does not say that an agency is silent.
  expect(await textOf(page)).not.toContain('may be missing alerts');
  // But an agency may be: the answer does not distinguish that from there being more people.
  expect(await textOf(page)).toContain('If an agency did not respond');
  expect(await amissOn(page)).toEqual([]);
  await next.click();
  await told(30);
  expect(await textOf(page)).toContain('alerts are about the next people');
  await next.click();
  await told(60);
  expect(await textOf(page)).toContain('alerts are about the last people on the list');
  expect(await next.count()).toBe(0);
  await page.getByRole('button', { name: 'Back to the first people' }).click();
  await told(1);
  await next.click();
  await told(30);
  await page.getByRole('button', { name: /Show alerts for/ }).click();
  await page.getByRole('option', { name: 'Everyone my agency works with' }).click();
  await told(1);
});

test('a lead who works with nobody is told who else has alerts, and taken there', async () => {
  const page = await dashboard.open('ines', '/board');
  await page.getByText('0 alerts', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Show everyone my agency works with' }).click();
  await page.locator('[data-alert]').first().waitFor();
  expect(await page.getByRole('button', { name: /Show alerts for/ }).textContent()).toContain(
    'Everyone my agency works with',
  );
});

test('on a phone all of an alert fits inside its frame, in a language with longer words too', async () => {
  const page = await dashboard.open('ines', '/board', { width: widths.phone, language: 'vi' });
  await page.getByRole('tab', { name: 'Dành cho trưởng nhóm' }).click();
  await page.locator('[data-alert]').first().waitFor();
  await settled(page);
  const outside = await page.locator('[data-alert]').evaluateAll((alerts) =>
    alerts.flatMap((alert) => {
      const frame = alert.getBoundingClientRect();
      return [...alert.querySelectorAll('*')]
        .filter((part) => part.getBoundingClientRect().right > frame.right)
        .map(({ textContent }) => textContent);
    }),
  );
  expect(outside).toEqual([]);
});

test('what the board shows stays when the hub is out of reach, and the page says so', async () => {
  const page = await dashboard.open('mara', '/board');
  await page.route('**/graphql', (route) => route.abort());
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByRole('alert').waitFor();
  expect(await textOf(page)).toContain(wattlesAlert);
});

test('while one’s own agency is silent, the page does not claim that names are withheld', async () => {
  const page = await dashboard.open('mara', '/people');
  await page.route('**/graphql', async (route) => {
    const { operationName } = route.request().postDataJSON();
    if (!['BoardAlerts', 'VisitPerson', 'PeopleCaseload'].includes(operationName)) return route.fallback();
    const { data, extensions } = await (await route.fetch()).json();
    const isTold = (key: string, value: { given?: string } | null) =>
      key === 'dateOfBirth' || (key === 'name' && value?.given);
    const nameless = JSON.parse(JSON.stringify(data, (key, value) => (isTold(key, value) ? null : value)));
    const sources = [{ agency: { id: 'harbour', name: 'Harbour Housing' }, state: 'UNAVAILABLE' }];
    return route.fulfill({ json: { data: nameless, extensions: { ...extensions, sources } } });
  });
  await page.getByRole('link', { name: 'Board' }).click();
  await page.getByText('No response from Harbour Housing.').waitFor();
  await page.getByRole('link', { name: 'Name not available right now' }).first().waitFor();
  expect(await textOf(page)).not.toContain('Name not shared');
  await page.goto(new URL(`/board/visit/${alma}`, page.url()).href);
  await page.getByRole('heading', { level: 1, name: 'Name not available right now' }).waitFor();
  await page.goto(new URL('/people', page.url()).href);
  await page
    .getByRole('link', { name: /^Name not available right now Born Not available right now/ })
    .first()
    .waitFor();
  expect(await textOf(page)).not.toContain('Not shared or not on file');
});

test('a notice says what kind of thing waits and about whom, leads to where it is dealt with, and is counted until it is read', async () => {
  const request = { client: alma, purposes: ['SERVICE_COORDINATION'], categories: ['HOUSING'] };
  await ask('kim', 'mutation ($request: ConsentRequestInput!) { requestConsent(request: $request) { sent } }', {
    request,
  });
  const page = await dashboard.open('mara', '/notices');
  const notice = page.getByRole('article').filter({ hasText: 'Another agency asks you to talk with a person' });
  const said = await notice.textContent();
  for (const word of ['Alma Reyes-Doyle', 'Requested by Kestrel Community Health']) expect(said).toContain(word);
  expect(await notice.getByRole('link', { name: 'Open their sharing page' }).getAttribute('href')).toBe(
    `/people/${alma}/sharing`,
  );
  const menu = page.getByRole('navigation').getByRole('link', { name: /For you/ });
  expect(await menu.textContent()).toMatch(/1 unread/);
  await notice.getByRole('button', { name: 'Mark as read' }).click();
  await page.getByText('Nothing is waiting for you.').waitFor();
  await menu.getByText('unread').waitFor({ state: 'detached' });
  expect((await ask('mara', '{ notices { nodes { id } } }')).notices).toEqual({ nodes: [] });
});

test('a correction notice that names nobody cannot be marked as read: under another purpose it says whom to look at again', async () => {
  const page = await dashboard.open('mara', '/notices');
  let client: object | null = null;
  await page.route('**/graphql', async (route) => {
    if (route.request().postDataJSON().operationName !== 'Notices') return route.fallback();
    const corrected = { __typename: 'Notice', id: 'n1', kind: 'CORRECTED', at: '2026-11-20T10:00:00Z', readAt: null };
    const nodes = [{ ...corrected, client, exercise: null, request: null, proposal: null }];
    const pageInfo = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
    return route.fulfill({ json: { data: { notices: { __typename: 'NoticeConnection', pageInfo, nodes } } } });
  });
  for (const buttons of [0, 1]) {
    await page.reload();
    await page.getByRole('article').first().waitFor();
    expect(await page.getByRole('article').getByRole('button').count()).toBe(buttons);
    client = { __typename: 'Client', id: alma, name: null };
  }
});

test('another lead reviews emergency access, and the person who took it can read what was found', async () => {
  const take = 'mutation ($glass: BreakGlassInput!) { breakGlass(glass: $glass) { breakGlass { id } } }';
  for (const [as, reason] of [
    ['mara', 'Found unconscious.'],
    ['ines', 'Called from the road.'],
  ] as const)
    await ask(as, take, { glass: { client: alma, reason, categories: ['HEALTH'] } }, 'EMERGENCY');
  const page = await dashboard.open('ines', '/notices');
  expect(await page.getByRole('article').filter({ hasText: 'Called from the road.' }).textContent()).toContain(
    'Someone else reviews it.',
  );
  const glass = page.getByRole('article').filter({ hasText: 'Found unconscious.' });
  const dialog = page.getByRole('dialog');
  await glass.getByText('The person has not been told about it yet.').waitFor();
  await glass.getByRole('button', { name: 'Record whether they were told' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('Choose one.').waitFor();
  await dialog.getByText('Alma Reyes-Doyle').waitFor();
  expect(await amissOn(page)).toEqual([]);
  await dialog.getByText('It is not safe to tell the person.').click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await glass.getByText('It is not safe to tell the person.').waitFor();
  await glass.getByRole('button', { name: 'Review' }).click();
  expect(await amissOn(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save review' }).click();
  for (const said of ['Alma Reyes-Doyle', 'Choose one.', 'Enter why.']) await dialog.getByText(said).waitFor();
  await dialog.getByText('Justified', { exact: true }).click();
  await dialog.getByLabel('Why').fill('Nobody else could be asked.');
  await dialog.getByRole('button', { name: 'Save review' }).click();
  await page.locator(':focus').getByText('Review saved.').waitFor();
  await glass.waitFor({ state: 'detached' });
  const told = await ask(
    'mara',
    `{ client(id: "${alma}") { breakGlasses { reason clientTold review { outcome note } } } }`,
  );
  expect(told.client).toMatchObject({
    breakGlasses: expect.arrayContaining([
      {
        reason: 'Found unconscious.',
        clientTold: 'NOT_SAFE',
        review: { outcome: 'JUSTIFIED', note: 'Nobody else could be asked.' },
      },
    ]),
  });
  const manager = await textOf(await dashboard.open('priya', '/notices'));
  expect(manager).toContain('Called from the road.');
  expect(manager).not.toContain('Blocks');
});

test('a lead lifts a block with a reason; nobody else is shown that there is one', async () => {
  const block = { client: alma, kind: 'SAFETY_BLOCK', categories: ['HOUSING'] };
  await ask('mara', 'mutation ($block: BlockInput!) { addBlock(block: $block) { block { id } } }', { block });
  expect(await textOf(await dashboard.open('noor', '/notices'))).toContain('Your agency has no active block.');
  const page = await dashboard.open('ines', '/notices');
  const one = page.getByRole('article').filter({ hasText: 'Someone would be in danger' });
  expect(await one.textContent()).toContain('Alma Reyes-Doyle');
  await one.getByRole('button', { name: 'Lift block' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Alma Reyes-Doyle').waitFor();
  await dialog.getByLabel('Why it is over').fill('The order has ended.');
  await dialog.getByRole('button', { name: 'Lift block' }).click();
  await page.locator(':focus').getByText('Block lifted.').waitFor();
  expect((await ask('ines', '{ blocks { nodes { id } } }')).blocks).toEqual({ nodes: [] });
});

test.each([
  ['mara', '/board', { width: widths.phone, dark: true }],
  ['ines', '/board', { width: widths.phone, language: 'vi' }],
  ['ines', '/notices', { width: widths.phone, dark: true, language: 'vi' }],
  ['mara', '/board/visit', { width: widths.phone }],
  ['mara', `/board/visit/${alma}`, { width: widths.phone }],
  ['mara', `/board/visit/${alma}`, { dark: true, language: 'vi' }],
] as const)(
  '%s at %s (%j): nothing is amiss for assistive technology, and nothing scrolls sideways',
  async (as, path, look) => {
    const page = await dashboard.open(as, path, look);
    expect(await amissOn(page)).toEqual([]);
    expect(await sidewaysOn(page)).toBe(false);
    expect(await page.title()).toBe('Accord');
  },
);
