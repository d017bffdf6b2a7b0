import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { testProgram } from '@accord/cli/testProgram';
import { auVic } from '@accord/consent/auVic';
import { auVicCodes } from '@accord/consent/fhir/auVicCodes';
import { exportConsent } from '@accord/consent/fhir/exportConsent';
import { FHIR_VERSIONS, type FhirVersion } from '@accord/consent/fhir/FhirVersion';
import { parseConsent } from '@accord/consent/parseConsent';
import { type TestPostgres, testPostgres } from '@accord/server/postgres/testPostgres';
import { noon, type TestStore, testStore } from '@accord/server/store/testStore';

// `accord consent import --record` itself, on a real database: what it puts on file, and that it is all or nothing.

const program = fileURLToPath(new URL('../../bin/accord.js', import.meta.url));
const kept = testProgram();
let postgres: TestPostgres;
let t: TestStore;

beforeAll(async () => {
  postgres = await testPostgres();
  t = await testStore(postgres);
  for (const id of ['harbour', 'wattle'])
    await t.store.agencies.upsert({
      ...{ id, name: id, kind: 'TEST', entity: [], url: 'http://127.0.0.1:9', publicKey: null },
      ...{ contractVersion: '1.0', modules: [], state: 'ACTIVE', joinedAt: noon },
    });
  // Ada is known at both agencies, Bob at Harbour only.
  for (const [client, agencyId] of [
    ['ada', 'wattle'],
    ['ada', 'harbour'],
    ['bob', 'harbour'],
  ] as const) {
    const handle = `${client}-at-${agencyId}`;
    await t.store.links.putBatch({
      ...{ agencyId, at: noon },
      records: [{ number: client, handle, slk: null, dobAccuracy: 'EXACT', worker: null, open: true }],
    });
    await t.store.links.link([
      { handle, clientId: client, kind: 'CONFIRMED', decidedBy: 'test', reason: 'the test says so', at: noon },
    ]);
  }
});
beforeEach(() => t.sql('TRUNCATE consent'));
afterAll(async () => {
  kept.stop();
  await t?.close();
  await postgres?.stop();
});

type Fact = Readonly<{ id: string; subject?: string; supersedes?: readonly string[]; agency?: string }>;

/** A consent in the shape of the rules. */
const consent = ({ id, subject = 'ada', supersedes, agency = 'harbour' }: Fact) => ({
  ...{ id, subject, status: 'active', givenBy: { person: subject, capacity: 'self' }, base: 'deny' },
  rule: { except: [{ agencies: [agency], categories: ['HOUSING'], purposes: ['SERVICE_COORDINATION'] }] },
  effective: { from: '2026-01-01', to: '2026-12-31' },
  recordedAt: '2026-01-01T00:00:00.000Z',
  ...(supersedes && { supersedes }),
  evidence: { kind: 'signed', noticeVersion: '1', language: 'English' },
});

const around = () => ({ ...process.env, NODE_OPTIONS: '', DATABASE_URL: t.url });

type Ran = Readonly<{ status: number | null; stdout: string; stderr: string }>;

async function run(words: readonly string[], input: unknown): Promise<Ran> {
  const place = { env: around(), input: JSON.stringify(input) };
  const { code: status, stdout, stderr } = await kept.run(['consent', ...words], place);
  return { status, stdout, stderr };
}

/** As `run`, in a process of its own. */
async function runAnew(words: readonly string[], input: unknown): Promise<Ran> {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'consent', ...words], {
    ...{ input: JSON.stringify(input), encoding: 'utf8', env: around() },
  });
  return { status, stdout, stderr };
}

/** These consents as a Bundle, as `accord consent export` writes it. */
const bundleOf = (version: FhirVersion, facts: readonly Fact[]) => ({
  ...{ resourceType: 'Bundle', type: 'collection' },
  entry: facts.map((fact) => ({
    resource: { ...exportConsent(parseConsent(consent(fact), auVic), version, auVicCodes) },
  })),
});

const record = (bundle: unknown, how = run) =>
  how(['import', '-', '--record', '--agency', 'wattle', '--by', 'tess'], bundle);

test('consents read by another profile than the one the hub serves under are not put on file', async () => {
  await t.store.servedProfile.note('au-nsw');
  expect(await record(bundleOf('R5', [{ id: 'c1' }]))).toMatchObject({
    status: 2,
    stderr: `The hub at this database serves under the profile "au-nsw", and these consents were read by "${auVic.id}". Set ACCORD_PROFILE as the hub's. Nothing was put on file.\n`,
  });
  expect((await onFile()).consents).toEqual([]);
  await t.store.servedProfile.note(auVic.id);
  expect(await record(bundleOf('R5', [{ id: 'c1' }]))).toMatchObject({ status: 0 });
});

/** This tells somebody whose hub has its own profile that another one was used. */
const underShipped = `2 put on file under the profile "${auVic.id}" (the shipped one, as ACCORD_PROFILE is not set). A hub with another profile may be unable to read them.\n`;

/** Everything that putting consents on file changes. */
const onFile = async () => ({
  consents: await t.sql('SELECT id FROM consent ORDER BY id'),
  epochs: await t.sql('SELECT id, epoch FROM client ORDER BY id'),
});

describe.each(FHIR_VERSIONS)('%s', (version) => {
  test('what was imported is on file, in the words it came in, and comes out again the same', async () => {
    const bundle = bundleOf(version, [{ id: 'c1' }, { id: 'c2', supersedes: ['c1'] }]);
    const before = await onFile();
    // One of the two formats is read and written by programs started for it.
    const how = version === 'R4' ? runAnew : run;
    expect(await record(bundle, how)).toMatchObject({ status: 0, stderr: underShipped });
    expect(await t.store.consents.ofClient('ada')).toEqual(
      ['c1', 'c2'].map((id) => {
        const { subject, status, recordedAt, ...body } = consent({ id, ...(id === 'c2' && { supersedes: ['c1'] }) });
        const { id: _, ...said } = body;
        return {
          ...{ id, clientId: subject, status, body: said, recordedByAgency: 'wattle', recordedBy: 'tess' },
          ...{
            recordedAt: new Date(recordedAt),
            withdrawnAt: null,
            withdrawnBy: null,
            words: null,
            language: 'English',
          },
        };
      }),
    );
    // Earlier decisions are void: the client's epoch moved on, once.
    const epochIn = (rows: typeof before.epochs) => Number(rows.find(({ id }) => id === 'ada')?.epoch);
    expect(epochIn((await onFile()).epochs)).toBe(epochIn(before.epochs) + 1);
    const exported = await how(['export', '--fhir', version, '--client', 'ada'], null);
    expect(JSON.parse(exported.stdout)).toEqual(bundle);
  });

  test('importing the same again is refused, and changes nothing', async () => {
    const bundle = bundleOf(version, [{ id: 'c1' }]);
    expect((await record(bundle)).status).toBe(0);
    const before = await onFile();
    expect(await record(bundle)).toEqual({
      ...{ status: 2, stdout: '' },
      stderr: 'Consent c1 is already on file. Nothing was put on file.\n',
    });
    expect(await onFile()).toEqual(before);
  });

  test.each([
    ['appears twice', [{ id: 'c1' }, { id: 'c1' }], 'Consent c1 appears twice.'],
    [
      'is about a client the hub does not know',
      [{ id: 'c1' }, { id: 'c2', subject: 'nobody' }],
      'Consent c2 is about a client for whom agency "wattle" has no record.',
    ],
    [
      'is about a client of another agency',
      [{ id: 'c1' }, { id: 'c2', subject: 'bob' }],
      'Consent c2 is about a client for whom agency "wattle" has no record.',
    ],
    [
      'names an agency that is no partner',
      [{ id: 'c1' }, { id: 'c2', agency: 'harbor' }],
      'Consent c2 names the agency "harbor", which is not a partner of this hub.',
    ],
    [
      'replaces what is not there',
      [{ id: 'c1' }, { id: 'c2', supersedes: ['c0'] }],
      'Consent c2 replaces c0, which is neither on file nor in this file.',
    ],
    [
      "replaces another agency's",
      [{ id: 'c1' }, { id: 'c2', supersedes: ['theirs'] }],
      'Consent c2 replaces theirs, which belongs to another client or agency.',
    ],
  ] as const)('of several, none is put on file where one %s', async (_why, facts: readonly Fact[], sentence) => {
    await t.store.consents.record({
      ...{ id: 'theirs', clientId: 'ada', status: 'active', body: { base: 'deny', rule: {}, effective: {} } },
      ...{ recordedByAgency: 'harbour', recordedBy: 'mara', recordedAt: noon, withdrawnAt: null, withdrawnBy: null },
      ...{ words: null, language: 'English' },
    });
    const before = await onFile();
    const bundle = bundleOf(version, facts);
    expect(await record(bundle)).toEqual({ status: 2, stdout: '', stderr: `${sentence} Nothing was put on file.\n` });
    expect(await onFile()).toEqual(before);
  });

  test('of several, none is put on file where one cannot be mapped', async () => {
    const before = await onFile();
    const bundle = bundleOf(version, [{ id: 'c1' }, { id: 'c2' }, { id: 'c3' }]);
    const contained = [{ resourceType: 'Organization', id: 'o' }];
    const entry = bundle.entry.map(({ resource }, n) => ({
      resource: n === 1 ? { ...resource, contained } : resource,
    }));
    const { status, stdout, stderr } = await record({ ...bundle, entry });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe('standard input: Bundle.entry[1].resource.contained: has no place in an Accord consent.\n');
    expect(await onFile()).toEqual(before);
  });

  test('of several, none is put on file where one brings no evidence that this hub knows', async () => {
    const bundle = bundleOf(version, [{ id: 'c1' }, { id: 'c2' }]);
    const [, second] = bundle.entry;
    const extension = [second?.resource.extension]
      .flat()
      .filter((one) => !JSON.stringify(one).includes('evidence-kind'));
    const entry = [bundle.entry[0], { resource: { ...second?.resource, extension } }];
    const { status, stderr } = await record({ ...bundle, entry });
    expect(status).toBe(2);
    expect(stderr).toContain('Consent c2: consent.evidence: should have kind, noticeVersion and language.');
    expect((await onFile()).consents).toEqual([]);
  });

  test('who puts them on file, and for which agency, must be said', async () => {
    const said = await run(['import', '-', '--record', '--agency', 'wattle'], bundleOf(version, [{ id: 'c1' }]));
    expect(said).toEqual({ status: 2, stdout: '', stderr: '--record needs --agency and --by as well.\n' });
    expect((await onFile()).consents).toEqual([]);
  });
});

test('what another profile than the hub’s has is not put on file, where the hub could not read it', async () => {
  const said = await run(
    ['import', '-', '--record', '--agency', 'wattle', '--by', 'tess', '--profile', 'other.yaml'],
    bundleOf('R5', [{ id: 'c1' }]),
  );
  expect(said).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/ACCORD_PROFILE names\. Leave out --profile, .*\.$/m),
  });
  expect((await onFile()).consents).toEqual([]);
});
