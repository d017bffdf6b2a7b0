/** A board of many invented alerts, answered in the browser: no demonstration has that many. */

const severities = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'];

/**
 * Answers the board's query with `total` invented alerts, page by page as the hub would; all other requests go to the hub.
 * Pages that reach beyond `completeUntil` are not complete. With several `boards`, each has as many alerts again, of other
 * people, numbered on from the last.
 * @param {import('playwright-core').Page} page
 * @param {number} total
 */
export async function boardOf(page, total, { completeUntil = total, pageSize = 200, boards = 1 } = {}) {
  await page.route('**/graphql', async (route) => {
    const { operationName, variables } = route.request().postDataJSON();
    if (operationName !== 'BoardAlerts') return route.fallback();
    const board = Number(variables.peopleAfter ?? 0);
    const nextPeople = board + 1 < boards ? String(board + 1) : null;
    const from = Number(variables.after ?? 0);
    const to = Math.min(from + Math.min(pageSize, variables.first), total);
    const nodes = Array.from({ length: to - from }, (_, index) =>
      inventedAlert(board * total + from + index, boards * total),
    );
    const alerts = {
      ...{ __typename: 'AlertConnection', totalCount: total, nodes, nextPeople },
      complete: to <= completeUntil && nextPeople === null,
      pageInfo: { __typename: 'PageInfo', hasNextPage: to < total, endCursor: String(to) },
    };
    return route.fulfill({ json: { data: { alerts } } });
  });
}

/** An invented alert, gravest first as the hub orders them. Every seventh is long, so that rows differ in height. */
function inventedAlert(number, total) {
  const severity = severities[Math.floor((number / total) * severities.length)];
  const long = ' It takes more than one line to say what was seen and when.'.repeat(4);
  return {
    ...{ __typename: 'ClientAlert', label: `Invented alert ${number}`, reviewOverdue: number % 5 === 0 },
    alert: {
      ...{ __typename: 'Alert', id: `a-${number}`, code: 'MEDICAL', certainty: 'ASSESSED', severity, status: 'ACTIVE' },
      text: `Invented fact ${number}.${number % 7 === 0 ? long : ''}`,
      ...{ raisedOn: '2026-01-02', raisedBy: 'PRACTITIONER', reviewDue: '2026-03-02' },
      ...{ expires: null, endedOn: null, endedReason: null },
      concerns: [{ __typename: 'ConcernedPerson', role: 'CHILD', isClient: false }],
    },
    client: {
      ...{ __typename: 'Client', id: `c-${number % 120}` },
      name: { __typename: 'PersonName', given: 'Invented', family: `Person ${number % 120}` },
    },
    record: {
      ...{ __typename: 'AgencyRecord', id: `r-${number % 120}` },
      agency: { __typename: 'Agency', id: 'harbour', name: 'Harbour Housing' },
    },
  };
}

/**
 * Scrolls a page to its end by some pixels per frame. The end may move as rows are measured; it counts as reached when it
 * stays. Returns the most alerts that were in the document at once, the number of frames, and the duration in milliseconds of
 * every task over 50 ms.
 * @param {import('playwright-core').Page} page
 */
export const scrollThrough = (page, pixelsPerFrame = 300) =>
  page.evaluate(async (step) => {
    const longTasks = [];
    const heed = (entries) => longTasks.push(...entries.map(({ duration }) => duration));
    const observer = new PerformanceObserver((list) => heed(list.getEntries()));
    observer.observe({ type: 'longtask' });
    let mostRows = 0;
    let frames = 0;
    for (let still = 0; still < 10 && frames < 5_000; frames += 1) {
      const before = scrollY;
      scrollBy(0, step);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      still = scrollY === before ? still + 1 : 0;
      mostRows = Math.max(mostRows, document.querySelectorAll('[data-alert]').length);
    }
    heed(observer.takeRecords());
    observer.disconnect();
    return { mostRows, frames, longTasks };
  }, pixelsPerFrame);
