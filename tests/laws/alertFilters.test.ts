import { many } from '@accord/kit/section';
import { table } from '@accord/kit/table';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { fileFacts } from '../lib/people.ts';
import { smallAgency } from '../lib/smallAgency.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// A filter leaves alerts out, and must not make a list look as if there were none. If it tests something that an agency did not
// say, the list is not complete; if nothing can ever match it, it is refused.

const said = {
  ...{ about: ['SERVICE_USE'], code: 'DATA_CORRECTION_PENDING', status: 'ACTIVE' as const, text: 'Said.' },
  ...{ severity: 'HIGH' as const, certainty: 'DISCLOSED' as const, raisedOn: '2026-02-03', reviewDue: '2026-03-04' },
};
/** The parts of Harbour's alerts that differ from those above. */
let alerts: readonly object[] = [];
const rows = table({
  rows: async (numbers) => (numbers.includes('1') ? alerts.map((other, at) => ({ number: 1, id: at + 1, other })) : []),
  of: ({ number }) => number,
});
const harbour = smallAgency('harbour', { alerts: many(rows, ({ id, other }) => ({ ...said, ...other, id })) });

let server: TestServer;
let hub: Partnership;
beforeAll(async () => {
  server = await testServer();
  const store = await server.freshStore();
  hub = await openPartnership({
    ...{ store, mappings: [harbour], way: 'IN_PROCESS', now: () => new Date('2026-11-21T23:00:00Z') },
  });
  await fileFacts(store, { records: [{ person: 'ada', agency: 'harbour', number: 1, handle: 'ada-1' }] });
});
afterAll(async () => {
  await hub?.close();
  await server?.stop();
});

async function ask(filter: string) {
  const given = filter === '' ? '' : `, filter: { ${filter} }`;
  const query = `{ list: alerts(of: AGENCY${given}) { totalCount complete } }`;
  const { data, errors } = JSON.parse((await hub.ask({ as: 'mara', query })).body);
  return errors ? { code: errors[0].extensions.code, message: errors[0].message } : data.list;
}

test.each([
  ['how grave', 'minSeverity: HIGH', { severity: null }],
  ['how sure', 'certainty: [DISCLOSED, ASSESSED]', { certainty: null }],
  ['since when', 'raisedSince: "2026-01-01"', { raisedOn: null }],
])('where an alert does not say %s and that is asked for, the list is not complete', async (_what, filter, without) => {
  alerts = [{}, {}];
  expect(await ask(filter)).toEqual({ totalCount: 2, complete: true });
  alerts = [{}, without];
  expect(await ask(filter)).toEqual({ totalCount: 1, complete: false });
  // The alert is listed if nothing filters on it; and if another filter excludes it anyway, the list lacks nothing.
  expect(await ask('')).toEqual({ totalCount: 2, complete: true });
  expect(await ask(`${filter}, status: [CLOSED]`)).toEqual({ totalCount: 0, complete: true });
});

test('an alert that may or may not have ended is shown with the active ones, and the list is not complete', async () => {
  alerts = [{ severity: 'LOW' }, { status: null }];
  const query =
    '{ alerts(of: AGENCY, filter: { status: [ACTIVE, UNDER_REVIEW] }) { totalCount complete nodes { alert { status severity } } } }';
  expect(JSON.parse((await hub.ask({ as: 'mara', query })).body).data.alerts).toEqual({
    ...{ totalCount: 2, complete: false },
    nodes: [{ alert: { status: null, severity: 'HIGH' } }, { alert: { status: 'ACTIVE', severity: 'LOW' } }],
  });
  expect(await ask('status: [CLOSED], minSeverity: CRITICAL')).toEqual({ totalCount: 0, complete: true });
});

test('an alert without a review date is not overdue, and nothing counts as missing', async () => {
  alerts = [{}, { reviewDue: null }];
  expect(await ask('reviewOverdue: true')).toEqual({ totalCount: 1, complete: true });
  expect(await ask('reviewOverdue: false')).toEqual({ totalCount: 1, complete: true });
});

test.each([
  ['raisedSince: "yesterday"', /"raisedSince" must be a date that exists/],
  ['raisedSince: "27/11/2026"', /"raisedSince" must be a date that exists/],
  ['raisedSince: "2026-02-30"', /"raisedSince" must be a date that exists/],
  ['codes: ["FAMILY_VIOLENCE"]', /Not in the vocabulary: "FAMILY_VIOLENCE"/],
  [
    'codes: ["A", "B", "A", "C", "D", "E", "F", "G"]',
    /Not in the vocabulary: "A", "B", "C", "D", "E" and 2 more \(codes\)/,
  ],
  ['codes: []', /"codes" is an empty list/],
  ['status: []', /"status" is an empty list/],
  ['certainty: []', /"certainty" is an empty list/],
])('a filter that nothing can match is refused: %s', async (filter, why) => {
  const refused = { code: 'ARGUMENT_REFUSED', message: expect.stringMatching(why) };
  expect(await ask(filter)).toEqual(refused);
  const ofOne = `{ client(id: "ada") { alerts(filter: { ${filter} }) { complete } } }`;
  expect(JSON.parse((await hub.ask({ as: 'mara', query: ofOne })).body).errors).toMatchObject([
    { message: expect.stringMatching(why), extensions: { code: 'ARGUMENT_REFUSED' } },
  ]);
});
