import { noPolicy, type Policy } from '@accord/kit/policy/Policy';
import type { Outgoing, Transport } from '@accord/server/exchange/Transport';
import type { Store } from '@accord/server/store/Store';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { smallAgency } from '../lib/smallAgency.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';
import type { TestUser } from '../lib/users.ts';

// Wattle serves contract 1.2, which has no data quality; Heron's mapping does not count it.

let server: TestServer;
let store: Store;
let partnership: Partnership;
let sent: Outgoing[] = [];
let down = '';
let policy: Policy = noPolicy;
const now = () => new Date('2026-11-21T23:00:00Z');
const dataQuality = async () => ({
  records: 62,
  birthDates: { missing: 12, estimated: 3 },
  alertCodes: { all: 20, unmapped: 7 },
});

beforeAll(async () => {
  server = await testServer();
  store = await server.freshStore();
  partnership = await openPartnership({
    ...{ store, way: 'HTTP', now },
    mappings: [
      smallAgency('harbour', { dataQuality }),
      smallAgency('kestrel', { dataQuality }),
      smallAgency('wattle', { contract: '1.2', dataQuality }),
      smallAgency('heron'),
    ],
    own: { kestrel: { policy: { now: async () => ({ kind: 'POLICY', policy }) } } },
    disturb: (transport: Transport): Transport => ({
      ...transport,
      send: async (outgoing) => {
        sent.push(outgoing);
        return outgoing.agency === down ? { kind: 'UNREACHABLE' } : transport.send(outgoing);
      },
    }),
  });
});
beforeEach(() => {
  [sent, down, policy] = [[], '', noPolicy];
});
afterAll(async () => {
  await partnership.close();
  await server.stop();
});

const count = 'value suppressed';
const query = `{ agencies { id dataQuality { records { ${count} } birthDatesMissing { ${count} } birthDatesEstimated { ${count} }
  alertCodesUnmapped { ${count} } reviewsOverdue { ${count} } } } }`;
async function ask(as: TestUser = 'priya', purpose = 'EVALUATION') {
  const { data, errors, extensions } = JSON.parse((await partnership.ask({ as, purpose, query })).body);
  expect(errors).toBeUndefined();
  const told = Object.fromEntries(
    data.agencies.map(({ id, dataQuality: found }: { id: string; dataQuality: unknown }) => [id, found]),
  );
  return { told, sources: extensions?.sources };
}
const told = (value: number) => ({ value, suppressed: false });
const withheld = { value: null, suppressed: true };
const counted = {
  ...{ records: told(60), birthDatesMissing: told(10), birthDatesEstimated: withheld },
  ...{ alertCodesUnmapped: told(5), reviewsOverdue: null },
};

test('an agency counts its own records; an older contract, or an agency that does not count, is null without a missing source', async () => {
  const { told: found, sources } = await ask();
  expect(found).toEqual({ harbour: counted, kestrel: counted, wattle: null, heron: null });
  expect(sources).toBeUndefined();
  expect(sent.map(({ agency }) => agency).sort()).toEqual(['harbour', 'heron', 'kestrel']);
});

test('it is shown under the purposes for figures, and no agency is asked under others', async () => {
  const { told: found } = await ask('mara', 'SERVICE_COORDINATION');
  expect(Object.values(found)).toEqual([null, null, null, null]);
  expect(sent).toEqual([]);
  expect((await ask('lena', 'QUALITY_IMPROVEMENT')).told.harbour).toEqual(counted);
});

test('an agency that keeps its counts out, by veto or policy, is named as withheld, and one that is down as down; none is zero', async () => {
  policy = { ...noPolicy, figures: false };
  down = 'heron';
  const at = now();
  await store.vetoes.put({ id: 'v1', agencyId: 'harbour', scope: 'EVERYTHING', reason: 'Ours to say.', by: 'eve', at });
  const { told: found, sources } = await ask();
  expect(found).toEqual({ harbour: null, kestrel: null, wattle: null, heron: null });
  expect(sources.map(({ agency, state }: { agency: { id: string }; state: string }) => [agency.id, state])).toEqual([
    ['heron', 'UNREACHABLE'],
    ['harbour', 'WITHHELD_BY_AGENCY'],
    ['kestrel', 'WITHHELD_BY_AGENCY'],
  ]);
  expect(sent.map(({ agency }) => agency)).not.toContain('harbour');
});
