import type { Page } from 'playwright-core';
import { amissOn, type Dashboard, settled, startDashboard, widths } from '../lib/Dashboard.ts';
import type { Data } from '../lib/Data.ts';
import { partnership } from './partnership.ts';

// Placing scenarios together and deciding together: in the pages, and in what the graph shows others.

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await startDashboard();
});
afterAll(() => dashboard.stop());

const textOf = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? '';
/**
 * Asks as one of the demonstration's people. Their token is requested only once: signing in for each question would take too
 * long.
 */
const ask = async (as: string, query: string, variables: object = {}): Promise<Data> => {
  people ??= (await fetch(`${dashboard.demo.url}/demonstration/people`)).json();
  const { token, purpose } = (await people).find(({ id }: Data) => id === as);
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-accord-purpose': purpose };
  const body = JSON.stringify({ query, variables });
  const { data, errors } = await (
    await fetch(`${dashboard.demo.url}/graphql`, { method: 'POST', headers, body })
  ).json();
  if (errors) throw new Error(`${as}: ${JSON.stringify(errors)}`);
  return data;
};
let people: Promise<Data> | undefined;
const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
const idIn = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';

/** Those who place through the graph, beside the person who does so in the page. */
const others = ['tess', 'kim', 'priya', 'noor', 'edith'] as const;
const violence = { answer: 'CATEGORY', category: 'FAMILY_VIOLENCE_EXPERIENCING', certainty: 'INDICATED' };

describe('an exercise', () => {
  let led: Page;
  let room: Page;
  let exercise: string;
  let scenarios: readonly string[];

  test('is set up by a team leader, and by nobody whose role does not lead', async () => {
    led = await dashboard.open('ines', '/exercises');
    await led.getByRole('button', { name: 'Set up an exercise' }).click();
    await led.getByRole('button', { name: 'Set up exercise' }).click();
    await led.getByRole('alert').filter({ hasText: 'at least one scenario' }).waitFor();
    await led.getByLabel('What is it about?').fill('When to name it');
    await led.getByLabel('Scenario 1').fill('A woman says that her partner took her bank card and hit the wall.');
    await led.getByRole('button', { name: 'Add a scenario' }).click();
    await led.getByLabel('Scenario 2').fill('A man says little, and asks to be called at work only.');
    await led.getByRole('button', { name: 'Set up exercise' }).click();
    await led.getByRole('heading', { level: 1, name: 'When to name it' }).waitFor();
    exercise = idIn(led);
    const seen = (await ask('kim', `{ exercise(id: "${exercise}") { title ledBy { id } scenarios { id } } }`)).exercise;
    expect(seen).toMatchObject({ title: 'When to name it', ledBy: { id: 'harbour' } });
    scenarios = seen.scenarios.map(({ id }: Data) => id);
    room = await dashboard.open('mara', '/exercises');
    expect(await room.getByRole('button', { name: 'Set up an exercise' }).count()).toBe(0);
    await room.getByRole('link', { name: /When to name it/ }).click();
    await room.getByRole('heading', { level: 1, name: 'When to name it' }).waitFor();
    expect(await room.getByRole('button', { name: 'Show this round' }).count()).toBe(0);
  });

  test('is placed privately: until the reveal, others see how many have placed, and nothing else', async () => {
    await room.getByRole('button', { name: 'Take part' }).click();
    await placeIn(room, 'Scenario 1 of 2', 'No alert');
    await placeIn(room, 'Scenario 2 of 2', 'I cannot say');
    await Promise.all(
      others.map((as) => placeThrough(as, 1, [violence, as === 'tess' ? { answer: 'NONE' } : violence])),
    );
    await led.getByText('6 people are taking part. 6 have placed every scenario.').waitFor();
    expect(await textOf(led)).not.toMatch(/No alert|Person experiencing/);
    expect(await textOf(room)).toMatch(/You placed it: No alert.*Only you can see it/);
    expect(await textOf(room)).not.toContain('Person experiencing');
  });

  test('is revealed when its lead says so: counts per scenario, and nothing about who', async () => {
    await lead(led, 'Show this round');
    const shown = room.getByRole('region', { name: 'Placings in round 1' });
    await shown.waitFor();
    const rows = async (of: Page) =>
      of
        .getByRole('region', { name: 'Placings in round 1' })
        .getByRole('article', { name: 'Scenario 1 of 2' })
        .getByRole('grid', { name: 'Where it was placed' })
        .getByRole('row')
        .allTextContents();
    await led.getByRole('region', { name: 'Placings in round 1' }).waitFor();
    expect(await rows(led)).toEqual(['PlacePeople', 'Person experiencing family violence5', 'No alert1']);
    expect(await rows(room)).toEqual(await rows(led));
    for (const page of [room, led])
      expect(await shownWithout(page)).not.toMatch(/Tess|Kim|Priya|Noor|Edith|Mara|Harbour|Wattle|Kestrel|@/);
    expect(await shown.textContent()).toContain('What makes it hard is shown when the talk is over.');
  });

  test('stays on the page when the hub cannot be reached, and continues by itself when it can', async () => {
    await room.route('**/graphql', (route) => route.abort());
    await room.getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor();
    expect(await shownWithout(room)).toContain('Person experiencing family violence5');
    await room.unroute('**/graphql');
    await room.getByRole('alert').waitFor({ state: 'detached' });
  });

  test('is open to everybody who can use it, on a phone and in the dark', async () => {
    for (const look of [{ width: widths.phone }, { dark: true }]) {
      const page = await dashboard.open('noor', `/exercises/${exercise}`, look);
      expect(await amissOn(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
      expect(await page.title()).toBe('Accord');
    }
  });

  test('continues with what makes scenarios hard, a second placing, and what moved', async () => {
    await room
      .getByRole('region', { name: 'What makes it hard to name?' })
      .getByRole('article', { name: 'Scenario 2 of 2' })
      .getByText('The words do not fit, or hurt')
      .click();
    await room.getByRole('button', { name: 'Save my notes' }).last().click();
    await room.getByText('Saved.', { exact: true }).waitFor();
    for (const as of others)
      await ask(as, 'mutation ($b: BarriersInput!) { noteBarriers(barriers: $b) { exercise { id } } }', {
        b: { exercise, scenario: scenarios[1], kinds: ['LANGUAGE'] },
      });
    await lead(led, 'Open the second round');
    await room.getByRole('heading', { name: 'Place each scenario again' }).waitFor();
    expect(await textOf(led)).toMatch(/The words do not fit, or hurt6/);
    await placeIn(room, 'Scenario 1 of 2', 'Yes, in a category', 'Person experiencing family violence');
    await Promise.all(others.map((as) => placeThrough(as, 2, [violence, violence])));
    await lead(led, 'Show this round');
    await led.getByRole('heading', { name: 'What moved between the rounds' }).waitFor();
    await led.getByRole('region', { name: 'Placings in round 2' }).waitFor();
    // How many people moved is the point of it, so it must be visible on a phone too.
    const phone = await dashboard.open('noor', `/exercises/${exercise}`, { width: 360 });
    const moved = phone.getByRole('region', { name: 'What moved between the rounds' });
    await moved.getByRole('row').nth(1).waitFor();
    const ends = await moved
      .getByRole('gridcell')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
    expect(ends.length).toBeGreaterThan(1);
    for (const end of ends) expect(end).toBeLessThanOrEqual(360);
  });

  test('ends in a proposal; what each person said is gone, and what everybody was shown is not', async () => {
    await room.getByRole('button', { name: 'Propose something' }).click();
    await room.getByLabel('In one line').fill('A word we can say to the person');
    await room.getByLabel('Why should it change?').fill('The words held most of us back.');
    await room.getByRole('button', { name: 'Submit proposal' }).click();
    await room.getByRole('link', { name: 'When to name it' }).waitFor();
    await lead(led, 'End the exercise');
    await led.getByText('What each person said was destroyed').waitFor();
    expect(
      (await ask('mara', `{ exercise(id: "${exercise}") { stage mine { placings { answer } } } }`)).exercise,
    ).toEqual({ stage: 'CLOSED', mine: null });
    expect(await led.getByRole('region', { name: 'Placings in round 1' }).count()).toBe(1);
    await settled(led);
    await led.getByRole('link', { name: 'A word we can say to the person' }).waitFor();
  });

  async function placeThrough(as: string, round: 1 | 2, said: readonly object[]): Promise<void> {
    if (round === 1) await ask(as, `mutation { joinExercise(id: "${exercise}") { exercise { id } } }`);
    for (const [place, answer] of said.entries())
      await ask(as, 'mutation ($p: PlacingInput!) { place(placing: $p) { exercise { id } } }', {
        p: { exercise, scenario: scenarios[place], round, ...answer },
      });
  }
});

/** A round's results; who leads and what they did is elsewhere on the page. */
const shownWithout = async (page: Page): Promise<string> =>
  (await page.getByRole('region', { name: 'Placings in round 1' }).textContent()) ?? '';

async function placeIn(page: Page, scenario: string, answer: string, category?: string): Promise<void> {
  const one = page.getByRole('region', { name: /^Place each scenario/ }).getByRole('article', { name: scenario });
  await one.getByText(answer, { exact: true }).click();
  if (category) {
    await one.getByRole('button', { name: /Alert category/ }).click();
    await page.getByRole('option', { name: category }).click();
  }
  await one.getByRole('button', { name: 'Save my placing' }).click();
  await one.getByText('Only you can see it.').waitFor();
}

/** Takes a leader's step, after reading what it means. */
async function lead(page: Page, go: string): Promise<void> {
  await page.getByRole('button', { name: go }).click();
  const dialog = page.getByRole('dialog');
  expect(((await dialog.locator('p').first().textContent()) ?? '').length).toBeGreaterThan(40);
  await dialog.getByRole('button', { name: go }).click();
  await dialog.waitFor({ state: 'detached' });
}

describe('a proposal', () => {
  let page: Page;
  let proposal: string;

  test('is raised in the page, says what it would change, and is found among one’s own', async () => {
    page = await dashboard.open('mara', '/proposals');
    await page.getByRole('button', { name: 'Make a proposal' }).click();
    await page.getByRole('button', { name: /What is it about/ }).click();
    await page.getByRole('option', { name: 'New wording' }).click();
    await page.getByLabel('In one line').fill('Words for an interpreter');
    await page.getByRole('button', { name: 'Submit proposal' }).click();
    await page.getByRole('alert').filter({ hasText: 'Something is missing' }).waitFor();
    await page.getByRole('button', { name: /Current wording/ }).click();
    await page.getByRole('option', { name: 'Interpreter needed' }).click();
    await page.getByLabel('Proposed wording').fill('Speaks another language best');
    await page.getByLabel('Why should it change?').fill('It says what the person can do.');
    await page.getByRole('button', { name: 'Submit proposal' }).click();
    await page.getByRole('heading', { level: 1, name: 'Words for an interpreter' }).waitFor();
    proposal = idIn(page);
    await page.getByText('Interpreter needed').waitFor();
    expect(await textOf(page)).toMatch(/NowInterpreter neededAfterSpeaks another language best/);
    const mine = async (as: string): Promise<number> => {
      const list = await dashboard.open(as, '/proposals');
      await list.getByText('Only my proposals').click();
      await settled(list);
      return list.getByRole('link', { name: 'Words for an interpreter' }).count();
    };
    expect([await mine('mara'), await mine('tess')]).toEqual([1, 0]);
  });

  test('hears one voice of each agency; everybody sees where it is and which agency said what, but not which person', async () => {
    const voice = { proposal, position: 'OBJECT', reason: 'Our forms have no room for it.' };
    await ask('kim', 'mutation ($v: VoiceInput!) { voice(voice: $v) { proposal { id } } }', { v: voice });
    const theirs = await dashboard.open('tess', `/proposals/${proposal}`);
    await theirs.getByText('We support it').click();
    await theirs.getByRole('button', { name: 'Submit' }).click();
    await theirs.getByText('Saved. Every agency can read it.').waitFor();
    expect(await theirs.getByRole('button', { name: 'Send answer' }).count()).toBe(0);
    const seen = await dashboard.open('priya', `/proposals/${proposal}`, { width: widths.phone });
    const said = async (agency: string): Promise<string> =>
      (await seen.getByRole('row', { name: new RegExp(agency) }).textContent()) ?? '';
    expect(await said('Kestrel')).toMatch(/Objects.*no room for it.*Waiting for an answer/);
    expect(await said('Wattle')).toContain('Supports');
    expect(await said('Harbour')).toContain('Not heard yet');
    expect(await textOf(seen)).toMatch(/2 of 3 agencies heard.*days left.*1 objection is waiting/);
    expect(await textOf(seen)).not.toMatch(/kim|tess/i);
    expect(await seen.getByRole('button', { name: 'Submit' }).count()).toBe(0);
    expect(await amissOn(seen)).toEqual([]);
    expect(await overflows(seen)).toBe(false);
  });

  test('has its objections answered by the agency that raised it', async () => {
    await page.reload();
    await settled(page);
    await page.getByLabel('Your answer').fill('We will shorten it on forms.');
    await page.getByRole('button', { name: 'Send answer' }).click();
    await page
      .getByRole('row', { name: /Kestrel/ })
      .getByText('Answer: We will shorten it on forms.')
      .waitFor();
    expect(await textOf(page)).not.toContain('Waiting for an answer');
    expect(
      (await ask('kim', `{ proposal(id: "${proposal}") { history { says } } }`)).proposal.history.at(-1).says,
    ).toContain('We will shorten it on forms.');
  });

  test('is said not to exist only as far as the search has looked', async () => {
    const page = await dashboard.open('mara', '/proposals');
    await page.getByRole('button', { name: /Status/ }).click();
    await page.getByRole('option', { name: 'Lapsed' }).click();
    await page.getByText('No proposal matches your filters.').waitFor();
  });

  test('keeps what is shown when the hub cannot be reached, and says so', async () => {
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('button', { name: 'Withdraw proposal' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why?').fill('We found better words.');
    await dialog.getByRole('button', { name: 'Withdraw proposal' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor();
    expect(await textOf(page)).toContain('Speaks another language best');
    await page.unroute('**/graphql');
  });

  test('is withdrawn by the person who raised it, with the reason for everybody to read', async () => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Withdraw proposal' }).click();
    await dialog.waitFor({ state: 'detached' });
    const seen = await dashboard.open('noor', '/proposals', { dark: true });
    expect(await seen.getByRole('article', { name: 'Words for an interpreter' }).textContent()).toMatch(
      /Withdrawn.*We found better words\./,
    );
    expect(await amissOn(seen)).toEqual([]);
  });
});

describe('the partnership', () => partnership(() => dashboard));
