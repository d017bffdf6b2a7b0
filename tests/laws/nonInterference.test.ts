import fc from 'fast-check';
import { type AgencyDatabases, agencyDatabases, type OwnRows } from '../lib/AgencyDatabases.ts';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { type ConsentFact, type People, putOnFile } from '../lib/people.ts';
import { randomQuery } from '../lib/randomQuery.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// Two partnerships that differ only in what Mara of Harbour may not know. Whatever she asks, the bytes are the same.

const now = () => new Date('2026-11-21T23:00:00Z');
const opens: ConsentFact = {
  id: 'c1',
  subject: 'ada',
  rule: { except: [{ agencies: ['harbour'], categories: ['IDENTITY', 'FV_RISK'], sources: ['wattle'] }] },
};

const client = {
  ...{ id: 1, given_name: 'Ada', family_name: 'Brook', date_of_birth: '1990-02-03', dob_accuracy: 'AAA', sex: 2 },
  ...{ main_language: 'English', programme_id: 1, case_worker_id: 1, registered_on: '2026-01-05' },
};
const harbour = {
  programme: [{ id: 1, name: 'Outreach' }],
  client: [client],
  client_alert: [
    {
      id: 11,
      client_id: 1,
      alert_type_code: 'COM',
      basis: 'D',
      severity: 3,
      status: 'open',
      details: 'No letters.',
      raised_on: '2026-02-01',
      raised_by_position: 'SW',
    },
  ],
};
const alert = {
  ALRT_STAT: 'FV-H',
  ALRT_NO: 21,
  ALRT_CRT: 'A',
  ALRT_ST: 'O',
  ALRT_DT: '05/03/2026',
  ALRT_LVL: '1',
  ALRT_CMT: 'Threats.',
};
const known = { PRS_NO: 2, S_NAM: 'Brook', F_NAM: 'Ada', DOB_TXT: '03/02/1990', SEX_CD: 'F', WKR_INIT: 'TN', ...alert };

const one: OwnRows = { harbour, wattle: { TBL_PERS: [{ ...known, PROG: 'Case work', OPN_DT: '06/01/2026' }] } };
const other: OwnRows = {
  harbour,
  wattle: {
    TBL_PERS: [
      {
        ...known,
        PROG: 'Refuge',
        OPN_DT: '09/09/2025',
        CULT: 'Maltese',
        HSG_CD: 'C',
        HSG_DT: '01/02/2026',
        ALRT_TXT: '#22 IO-C A O 06/03/2026 L1 = Order in force.',
      },
      { ...known, PRS_NO: 5, F_NAM: 'Carl', PROG: 'Refuge', OPN_DT: '01/02/2026', ALRT_NO: 26 },
    ],
    TBL_CTACT: [{ PRS_NO: 2, PH_NO: '03 5550 0002', ADR_LN: '2 Hidden Rd', ADR_SB: 'Springvale', SMS_OK: 'N' }],
    TBL_NEED: [{ ND_NO: 23, PRS_NO: 2, ND_CD: 'FINAN', ND_DT: '07/01/2026' }],
    TBL_NOTE: [
      { NT_NO: 24, PRS_NO: 2, NT_DT: '08/01/2026', NT_TYP: 'RS', NT_BY: 'TN', NT_TXT: 'Safety plan at 2 Hidden Rd.' },
    ],
    TBL_EPIS: [{ EP_NO: 25, PRS_NO: 2, EP_PROG: 'Refuge', EP_STAT: 'A', EP_FROM: '09/09/2025' }],
  },
  kestrel: {
    program: [{ program_id: 1, name: 'Counselling' }],
    person: [
      {
        person_id: 3,
        gender: 'F',
        birthdate: '1990-02-03',
        program_id: 1,
        key_provider_id: 1,
        intake_date: '2026-01-07',
      },
    ],
    person_name: [{ person_id: 3, given_name: 'Ada', family_name: 'Hidden' }],
    flag: [
      {
        flag_id: 31,
        person_id: 3,
        concept_id: 7001,
        verification: 'confirmed',
        priority: 'PH',
        status: 'active',
        comment: 'Hidden.',
        date_raised: '2026-04-01',
        raised_role: 'CLIN',
      },
    ],
  },
};

type Side = Readonly<{ server: TestServer; databases: AgencyDatabases; partnership: Partnership }>;

async function open(rows: OwnRows, people: People, consents: readonly ConsentFact[]): Promise<Side> {
  const server = await testServer();
  const databases = await agencyDatabases(server.adminUrl, server.folder);
  await databases.hold(rows);
  const store = await server.freshStore();
  const partnership = await openPartnership({
    store,
    mappings: databases.mappings,
    way: 'IN_PROCESS',
    now,
    development: true,
  });
  await putOnFile(store, {
    people,
    consents,
    blocks: consents.length > 1 ? [{ id: 'b1', person: 'ada', categories: ['ADDRESS'], against: ['carl'] }] : [],
  });
  return { server, databases, partnership };
}

const close = async ({ server, databases, partnership }: Side): Promise<void> => {
  await partnership.close();
  await databases.close();
  await server.stop();
};

let sides: readonly Side[] = [];
beforeAll(async () => {
  sides = await Promise.all([
    open(one, { ada: { harbour: 1, wattle: 2 } }, [opens]),
    open(other, { ada: { harbour: 1, wattle: 2, kestrel: 3 }, carl: { wattle: 5 } }, [
      opens,
      {
        id: 'c2',
        subject: 'ada',
        rule: { except: [{ agencies: ['kestrel'], categories: ['ADDRESS', 'HOUSING', 'SERVICE_USE'] }] },
      },
      { id: 'c3', subject: 'ada', status: 'refused', rule: { agencies: ['kestrel'], categories: ['AOD'] } },
    ]),
  ]);
});
afterAll(async () => {
  await Promise.all(sides.map(close));
});

// Dates of the ledger are the fixed clock's; what one side disclosed before, the other did too, since both are asked the same.
test('what a requester may not know changes not one byte of any answer', async () => {
  let released = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 2 ** 31 - 1 }),
      fc.integer({ min: 2, max: 5 }),
      fc.constantFrom('SERVICE_COORDINATION', 'EMERGENCY'),
      async (seed, depth, purpose) => {
        const query = randomQuery(seed, depth);
        const [left, right] = await Promise.all(
          sides.map(({ partnership }) => partnership.ask({ as: 'mara', purpose, query })),
        );
        if (left?.body.includes('Threats.')) released += 1;
        expect(right).toEqual(left);
      },
    ),
    { numRuns: Number(process.env.ACCORD_RUNS ?? 300), timeout: 60_000 },
  );
  // The law would hold of a hub that tells nothing: this one tells.
  expect(released).toBeGreaterThan(0);
}, 240_000);

test('the two worlds do differ: who may know sees it', async () => {
  const query = '{ client(id: "ada") { records { address { line } notes { text } } } }';
  const [left, right] = await Promise.all(sides.map(({ partnership }) => partnership.ask({ as: 'tess', query })));
  expect(right?.body).not.toBe(left?.body);
  expect(right?.body).toContain('2 Hidden Rd');
});
