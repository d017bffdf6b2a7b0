import { currawong } from '@accord/currawong/agency';
import { inventedResources, staff } from '@accord/currawong/inventedResources';
import * as own from '@accord/currawong/ownCodes';
import type { LinkageRow, Mapping } from '@accord/kit/Mapping';
import { fhirAgency } from '@accord/kit/source/fhir/fhirAgency';
import { type FhirServer, fhirServer } from '@accord/kit/source/fhir/fhirServer';
import { toldBy } from '@accord/seeding/toldBy';
import { patienceMs } from '../../lib/patience.ts';
import { type FhirTestServer, fhirTestServer } from './fhirTestServer.ts';

let server: FhirTestServer;
let client: FhirServer;
let mapping: Mapping;

const now = new Date('2026-11-22T10:00:00Z');

beforeAll(async () => {
  server = await fhirTestServer();
  await server.hold([...staff, ...Array.from({ length: 60 }, (_, number) => inventedResources(number)).flat()]);
  client = fhirServer({ deadlineMs: patienceMs, baseUrl: server.baseUrl });
  mapping = currawong(client);
});
afterAll(async () => {
  await client.close();
  await server.close();
});

test('a patient is described in the words of the contract', async () => {
  expect(await toldBy(mapping, 'p3')).toEqual({
    identity: {
      name: { given: 'Dov', family: 'Brook' },
      alsoKnownAs: [],
      ...{ dateOfBirth: '1953-04-13', dateOfBirthAccuracy: 'EXACT', sex: 'FEMALE' },
    },
    contact: { phone: '03 5550 0003', unsafe: [] },
    address: { line: '3 Example Street', suburb: 'Kew', state: 'VIC', postcode: '3101' },
    involvement: {
      ...{ programme: 'Community nursing', since: '2026-02-01' },
      worker: { name: 'Nell Finch', phone: '03 5550 0199' },
    },
    episodes: [{ programme: 'Community nursing', status: 'ACTIVE', start: '2026-02-01' }],
    needs: [{ about: ['HEALTH'], code: '12', identifiedOn: '2026-02-03' }],
    alerts: [
      {
        ...{ about: ['HEALTH'], code: 'MEDICAL', status: 'ACTIVE', text: 'Falls at home' },
        ...{ raisedOn: '2026-03-01', raisedBy: 'PRACTITIONER' },
      },
    ],
    notes: [{ about: ['HEALTH'], writtenOn: '2026-03-04', text: 'Walks with a frame.' }],
  });
});

test('the number of requests does not grow with the number of records', async () => {
  const requestsFor = async (numbers: readonly string[]) => {
    server.asked.splice(0);
    const batch = { now };
    const { records, alerts, needs, notes, involvement, identity } = mapping;
    const told = await Promise.all(
      numbers.map(async (number) =>
        Promise.all([
          records.rowsOf(number, batch),
          ...[alerts, needs, notes, involvement, identity].map((section) => section?.of(number, batch)),
        ]),
      ),
    );
    expect(told.every(([found, told]) => found?.length === 1 && Array.isArray(told) && told.length === 1)).toBe(true);
    return server.asked.map((line) => line.replace(/[?/]_search|\?.*/, '')).sort();
  };
  const forOne = await requestsFor(['p3']);
  expect(await requestsFor(Array.from({ length: 60 }, (_, number) => `p${number}`))).toEqual(forOne);
  expect(forOne.filter((line) => /Patient$|Flag|Condition|Observation|Episode/.test(line))).toHaveLength(5);
});

test('every page of a search is followed', async () => {
  const small = fhirServer({ deadlineMs: patienceMs, baseUrl: server.baseUrl, pageSize: 7 });
  const values = Array.from({ length: 60 }, (_, number) => `Patient/p${number}`);
  server.asked.splice(0);
  const flags = await small.searchMany('Flag', { parameter: 'patient', values });
  expect(new Set(flags.map(({ id }) => id)).size).toBe(60);
  expect(server.asked).toHaveLength(9);
  await small.close();
});

/**
 * Puts another patient on file, with these parts of the patient and these resources about them, and returns what the agency
 * says about them.
 */
async function toldOf(id: string, parts: object, about: readonly object[] = []) {
  const patient = {
    resourceType: 'Patient',
    id,
    name: [{ use: 'official', family: 'Moss', given: ['Ada'] }],
    ...parts,
  };
  const owner = { reference: `Patient/${id}` };
  await server.hold([
    patient,
    ...about.map((parts, number) => {
      const flag = { resourceType: 'Flag', status: 'active', code: flagCode('falls') };
      const resource = { ...('resourceType' in parts ? { resourceType: String(parts.resourceType) } : flag), ...parts };
      return {
        id: `${id}-${number}`,
        [resource.resourceType === 'EpisodeOfCare' ? 'patient' : 'subject']: owner,
        ...resource,
      };
    }),
  ]);
  return await toldBy(mapping, id);
}
const flagCode = (code: string) => ({ coding: [{ system: own.flagSystem, code }] });
const coded = (name: string, code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${name}`, code }],
});
const labelled = (...labels: readonly (readonly [string, string])[]) => ({
  meta: { security: labels.flatMap(([name, code]) => coded(name, code).coding) },
});
const restricted = labelled(['v3-Confidentiality', 'R']);
const veryRestricted = labelled(['v3-Confidentiality', 'V']);

test.each<readonly [string, object]>([
  ['inactive', { active: false }],
  ['merged into another', { link: [{ other: { reference: 'Patient/p1' }, type: 'replaced-by' }] }],
  ['dead', { deceasedBoolean: true }],
  ['dead since a day', { deceasedDateTime: '2026-01-02' }],
  ['restricted', restricted],
  ['very restricted', veryRestricted],
  ['under a label nobody knows', labelled(['v3-ActReason', 'HTEST'])],
])('a patient who is %s is nobody', async (what, parts) => {
  const id = what.replaceAll(' ', '-');
  expect(await toldOf(id, parts, [{}])).toBeNull();
});

test('a patient who is alive, replaces another and is labelled normal is somebody', async () => {
  const link = [{ other: { reference: 'Patient/p1' }, type: 'replaces' }];
  expect(
    await toldOf('normal', { link, deceasedBoolean: false, ...labelled(['v3-Confidentiality', 'N']) }),
  ).not.toBeNull();
});

test('something that is not a FHIR id asks for nobody, and not for others', async () => {
  for (const number of ['p1,p2', 'p1|p2', 'Patient/p1', 'p1&_id=p2', ' p1', 'x'.repeat(65), '', '*'])
    expect(await toldBy(mapping, number)).toBeNull();
});

test('the name in use comes first, the others beside it, and an anonymous one never', async () => {
  const name = [
    { use: 'official', family: 'Moss', given: ['Ada', 'May'] },
    { use: 'usual', given: ['Addie'], family: 'Moss' },
    { use: 'old', family: 'Reed', period: { end: '2001' } },
    { use: 'anonymous', family: 'Hidden' },
  ];
  const { identity } = (await toldOf('names', { name, birthDate: '1980-02', gender: 'other' })) ?? {};
  expect(identity).toEqual({
    name: { given: 'Addie', family: 'Moss' },
    alsoKnownAs: [{ given: 'Ada May', family: 'Moss' }, { family: 'Reed' }],
    ...{ dateOfBirth: '1980-02-01', dateOfBirthAccuracy: 'ESTIMATED', sex: 'ANOTHER_TERM' },
  });
});

test('the language is given in English', async () => {
  const language = { coding: [{ system: 'urn:ietf:bcp:47', code: 'vi' }] };
  const communication = [{ language: { text: 'English' } }, { language, preferred: true }];
  expect((await toldOf('language', { communication }))?.identity).toMatchObject({ language: 'Vietnamese' });
});

test('numbers and addresses that have ended, or are somewhere else, are not shown', async () => {
  const telecom = [
    { system: 'phone', value: 'old', use: 'old' },
    { system: 'phone', value: 'ended', use: 'mobile', rank: 1, period: { end: '2025-12' } },
    { system: 'phone', value: 'second', use: 'mobile', rank: 2 },
    { system: 'phone', value: 'third', use: 'home', rank: 3 },
    { system: 'email', value: 'ada@example.org', period: { start: '2027' } },
  ];
  const address = [
    { use: 'home', city: 'Moved away', period: { end: '2026-11-21' } },
    { use: 'work', city: 'Office' },
    { use: 'billing', city: 'Bills' },
    { use: 'home', type: 'postal', city: 'Letters' },
    { use: 'temp', city: 'Refuge', period: { start: '2026-11-22' } },
  ];
  await server.hold([{ resourceType: 'Patient', id: 'moved', telecom, address }]);
  expect(await mapping.contact?.of('moved', { now })).toEqual({ phone: 'second', email: null, unsafe: [] });
  expect(await mapping.address?.of('moved', { now })).toMatchObject({ suburb: 'Refuge' });
});

test('a flag is an alert with its status, its end and its severity', async () => {
  const extension = [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/flag-priority',
      valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/flag-priority-code', code: 'PH' }] },
    },
  ];
  const period = { start: '2026-01-01', end: '2026-06-01T10:00:00+10:00' };
  const { alerts } =
    (await toldOf('flags', {}, [
      { extension, period },
      { status: 'inactive', period },
      { status: 'entered-in-error' },
    ])) ?? {};
  const alert = { about: ['HEALTH'], code: 'MEDICAL' };
  expect(alerts).toEqual([
    { ...alert, status: 'CLOSED', raisedOn: '2026-01-01', endedOn: '2026-06-01' },
    { ...alert, status: 'ACTIVE', severity: 'HIGH', raisedOn: '2026-01-01', expires: '2026-06-02' },
    { ...alert, status: 'ENTERED_IN_ERROR' },
  ]);
});

test('an alert is active on the last day of its flag’s period, and not on the next; some ends are not days of the calendar', async () => {
  const ends = ['2026-02-28', '2026-12-31', '2026-06', '9999-12-31'];
  const flags = ends.map((end) => ({ period: { start: '2026-01-01', end } }));
  await toldOf('ends', {}, flags);
  const told = (await mapping.alerts?.of('ends', { now })) ?? [];
  const byId = new Map(told.map(({ id, expires }) => [id, expires]));
  expect(ends.map((_, nth) => byId.get(`ends-${nth}`))).toEqual(['2026-03-01', '2027-01-01', null, null]);
});

test('an instant falls on the agency’s own calendar day, whatever time zone it is written in', async () => {
  const [evening, never] = ['2026-11-22T20:00:00Z', '9999-12-31T23:59:59Z'];
  const flag = { period: { start: evening, end: evening } };
  const text = { resourceType: 'Observation', status: 'final', valueString: 'Low mood.' };
  const told = await toldOf('instants', {}, [
    flag,
    { ...flag, status: 'inactive' },
    { period: { start: '2026-11-22T20:00:00-11:00', end: never } },
    { ...text, code: { coding: [{ system: own.noteSystem, code: 'psych' }] }, effectiveDateTime: evening },
    { resourceType: 'EpisodeOfCare', status: 'finished', period: { start: evening, end: evening } },
    {
      ...{ resourceType: 'Condition', recordedDate: evening, abatementDateTime: evening },
      ...{ clinicalStatus: coded('condition-clinical', 'resolved'), code: flagCode('none') },
    },
  ]);
  // In Melbourne it is the morning of the 23rd: the flag is active on that day and not on the next.
  const day = '2026-11-23';
  const alerts = (await mapping.alerts?.of('instants', { now })) ?? [];
  expect(new Map(alerts.map(({ id, raisedOn, expires, endedOn }) => [id, [raisedOn, expires, endedOn]]))).toEqual(
    new Map([
      ['instants-0', [day, '2026-11-24', null]],
      ['instants-1', [day, null, day]],
      ['instants-2', [day, null, null]],
    ]),
  );
  expect(told).toMatchObject({
    notes: [{ writtenOn: day }],
    episodes: [{ start: day, end: day }],
    involvement: { since: day, until: day },
    needs: [{ identifiedOn: day, metOn: day }],
  });
});

test('days begin and end in the agency’s own time zone', async () => {
  const telecom = [
    { system: 'phone', value: 'until yesterday', use: 'mobile', period: { end: '2026-11-22' } },
    { system: 'phone', value: 'from today', use: 'home', period: { start: '2026-11-23' } },
  ];
  await server.hold([{ resourceType: 'Patient', id: 'morning', telecom }]);
  // In Melbourne: nine o'clock in the morning of the 23rd, and the evening before.
  expect((await mapping.contact?.of('morning', { now: new Date('2026-11-22T22:00:00Z') }))?.phone).toBe('from today');
  expect((await mapping.contact?.of('morning', { now }))?.phone).toBe('until yesterday');
  expect(() => fhirAgency({ id: 'nowhere', server: client, timeZone: 'Mars/Olympus' })).toThrow(RangeError);
});

test('a flag whose code is not the agency’s, or that has only text, is shown to nobody', async () => {
  const about = [{ code: { text: 'Falls' } }, { code: { coding: [{ system: 'urn:other', code: 'falls' }] } }];
  expect((await toldOf('unmapped', {}, about))?.alerts).toMatchObject([{ about: [] }, { about: [] }]);
});

test.each<readonly [string, object, readonly string[]]>([
  ['normal adds nothing', labelled(['v3-Confidentiality', 'N']), ['HEALTH']],
  [
    'a sensitivity adds its kind',
    labelled(['v3-ActCode', 'PSY'], ['v3-ActCode', 'ETH']),
    ['AOD', 'HEALTH', 'MENTAL_HEALTH'],
  ],
  ['domestic violence', labelled(['v3-ActCode', 'SDV']), ['FV_RISK', 'HEALTH']],
  ['restricted adds what the agency says', restricted, ['HEALTH', 'MENTAL_HEALTH']],
  ['very restricted is told to nobody', veryRestricted, []],
  ['a label nobody knows is told to nobody', labelled(['v3-ActCode', 'PSY'], ['v3-ActCode', 'XYZ']), []],
  ['a known code of an unknown system is told to nobody', labelled(['other', 'PSY']), []],
])('of security labels, %s', async (what, meta, about) => {
  const id = `label-${what.length}-${about.length}`;
  expect((await toldOf(id, {}, [meta]))?.alerts).toMatchObject([{ about: [...about].sort() }]);
});

test('conditions that are refuted, entered in error, or over since an unknown day are not shown', async () => {
  const condition = (clinical: string, verification: string, parts: object = {}) => ({
    ...{ resourceType: 'Condition', recordedDate: '2026-02-03T08:00:00Z' },
    clinicalStatus: coded('condition-clinical', clinical),
    verificationStatus: coded('condition-ver-status', verification),
    code: { coding: [{ system: 'http://snomed.info/sct', code: '35489007' }] },
    ...parts,
  });
  const { needs } =
    (await toldOf('conditions', {}, [
      condition('active', 'refuted'),
      { ...condition('active', 'entered-in-error'), clinicalStatus: undefined },
      condition('resolved', 'confirmed'),
      condition('resolved', 'confirmed', { abatementDateTime: '2026-05-06' }),
      condition('recurrence', 'provisional'),
    ])) ?? {};
  const need = { about: ['MENTAL_HEALTH'], code: '11', identifiedOn: '2026-02-03' };
  expect(needs).toEqual([{ ...need, metOn: '2026-05-06' }, need]);
});

test('of observations only the agency’s notes are asked for, and only those really written are shown', async () => {
  const note = (code: string, status: string, valueString: string) => ({
    ...{ resourceType: 'Observation', status, valueString, code: { coding: [{ system: own.noteSystem, code }] } },
  });
  const { notes } =
    (await toldOf('notes', {}, [
      note('psych', 'final', 'Low mood.'),
      note('progress', 'cancelled', 'HIDDEN'),
      note('progress', 'entered-in-error', 'HIDDEN'),
      note('weight', 'final', 'HIDDEN'),
    ])) ?? {};
  expect(notes).toEqual([{ about: ['MENTAL_HEALTH'], text: 'Low mood.' }]);
});

test('the current episode says whom to call, and a labelled one is not shown', async () => {
  const episode = (status: string, start: string, parts: object = {}) => ({
    ...{
      resourceType: 'EpisodeOfCare',
      status,
      period: { start },
      type: [{ text: `${status} ${start}` }],
    },
    ...parts,
  });
  const told = await toldOf('episodes', {}, [
    episode('finished', '2026-06-01'),
    episode('active', '2026-01-01', { careManager: { reference: 'PractitionerRole/nurse-role' } }),
    episode('planned', '2027-01-01'),
    episode('active', '2026-10-01', restricted),
  ]);
  expect(told?.involvement).toMatchObject({ programme: 'active 2026-01-01', worker: { name: 'Nell Finch' } });
  expect(told?.episodes).toMatchObject([{ status: 'ACTIVE' }, { status: 'FINISHED' }, { status: 'PLANNED' }]);
});

test('a flag with a status that FHIR does not have hides no other record’s flags; its own record’s are an error', async () => {
  await server.hold([{ resourceType: 'Patient', id: 'broken' }]);
  await server.holdUnchecked([
    { resourceType: 'Flag', id: 'broken-1', status: 'on', subject: { reference: 'Patient/broken' } },
  ]);
  const batch = { now };
  const [broken, whole] = await Promise.allSettled(['broken', 'p1'].map((id) => mapping.alerts?.of(id, batch)));
  expect(broken).toMatchObject({ status: 'rejected', reason: { code: 'FHIR_UNREADABLE' } });
  expect(whole).toMatchObject({ status: 'fulfilled', value: [{ id: 'f1' }] });
});

test('linkage comes page by page, every patient on file once, with the worker’s sign-in name', async () => {
  const pages: (readonly LinkageRow[])[] = [];
  for (let after: string | null = null; ; ) {
    const page: readonly LinkageRow[] = (await mapping.linkage?.page(after, 7)) ?? [];
    const last = page.at(-1);
    if (!last) break;
    pages.push(page);
    after = String(last.number);
  }
  expect(Math.max(...pages.map((page) => page.length))).toBe(7);
  const rows = new Map(pages.flat().map((row) => [row.number, row]));
  expect(rows.size).toBe(pages.flat().length);
  expect([...rows.keys()].filter((number) => /^p\d/.test(String(number)))).toHaveLength(60);
  for (const nobody of ['inactive', 'merged-into-another', 'dead', 'restricted']) expect(rows.has(nobody)).toBe(false);
  expect(rows.get('p3')).toEqual({
    ...{ number: 'p3', given: 'Dov', family: 'Brook', alsoKnownAs: [], sex: 'FEMALE' },
    ...{ dateOfBirth: '1953-04-13', dobAccuracy: 'EXACT', suburb: 'Kew', postcode: '3101' },
    ...{ worker: 'nfinch', open: true, consentedToLinkage: false },
  });
  // Starts again in the middle, like a sync that was killed.
  const [, second] = pages;
  const again = currawong(client);
  expect(await again.linkage?.page(String(pages[0]?.at(-1)?.number), 7)).toEqual(second);
  expect(await mapping.linkage?.count?.()).toBeGreaterThanOrEqual(rows.size);
});

/** As other programs write it. */
const unreadable = (type: string) => ({ provision: { type, period: { end: '31/12/2090' } } });
const agreement = { scope: coded('consentscope', 'patient-privacy'), policyRule: coded('v3-ActCode', 'OPTIN') };
test.each<readonly [string, readonly object[], boolean]>([
  ['an active permit', [{}], true],
  ['a permit that has ended', [{ provision: { type: 'permit', period: { end: '2020' } } }], false],
  ['a permit that was withdrawn', [{ status: 'inactive' }], false],
  ['a permit of another kind', [{ category: [{ text: 'Research' }] }], false],
  ['a denial beside the permit', [{}, { provision: { type: 'deny' } }], false],
  ['a denial of which nobody can read when it ends', [{}, unreadable('deny')], false],
  ['a permit of which nobody can read when it ends', [unreadable('permit')], false],
  ['a denial that is over', [{}, { provision: { type: 'deny', period: { end: '2020' } } }], true],
  ['a denial that is yet to come', [{}, { provision: { type: 'deny', period: { start: '2090' } } }], true],
  ['a permit with exceptions', [{ provision: { type: 'permit', provision: [{ type: 'deny' }] } }], false],
  ['a consent that does not say', [{ provision: undefined }], false],
])('who agreed to be linked, by their consents: %s', async (what, consents, agreed) => {
  const id = `consent-${what.length}-${consents.length}`;
  await server.holdUnchecked([
    { resourceType: 'Patient', id },
    ...consents.map((parts, number) => ({
      ...{ resourceType: 'Consent', id: `${id}-${number}`, status: 'active', patient: { reference: `Patient/${id}` } },
      ...{ ...agreement, provision: { type: 'permit' }, ...parts },
      category:
        'category' in parts ? parts.category : [{ coding: [{ system: own.consentSystem, code: 'partnership' }] }],
    })),
  ]);
  const rows = (await currawong(client).linkage?.page(null, 1000)) ?? [];
  expect(rows.find(({ number }) => number === id)?.consentedToLinkage).toBe(agreed);
});
