import { auVic } from '../auVic.ts';
import { BadInput } from '../BadInput.ts';
import type { Consent } from '../Facts.ts';
import { ACCORD_ID } from './accordUrls.ts';
import { auVicCodes } from './auVicCodes.ts';
import { exportConsent } from './exportConsent.ts';
import { FHIR_VERSIONS, type FhirVersion, fhirVersionOf } from './FhirVersion.ts';
import { type Imported, importConsent } from './importConsent.ts';
import type { Json } from './Json.ts';
import { resourcesIn } from './resourcesIn.ts';

// One resource that is read whole, and everything that may not be added to it or changed in it: each is refused at its path.

const consent: Consent = {
  ...{ id: 'c1', subject: 'ada', status: 'active', base: 'deny', recordedAt: '2026-01-01T10:00:00+11:00' },
  givenBy: { person: 'bea', capacity: 'guardian' },
  effective: { from: '2026-01-01', to: '2026-12-31' },
  supersedes: ['c0'],
  evidence: { kind: 'signed', noticeVersion: '1', language: 'English', witness: 'a neighbour' },
  rule: {
    except: [
      {
        ...{ agencies: ['harbour'], purposes: ['SERVICE_COORDINATION'], categories: ['FV_RISK'], sources: ['wattle'] },
        ...{ dataPeriod: { from: '2020-01-01', to: '2025-12-31' }, period: { from: '2026-02-01' } },
        except: [{ categories: ['AOD'] }],
      },
    ],
  },
};

const written = (version: FhirVersion): Json => JSON.parse(JSON.stringify(exportConsent(consent, version, auVicCodes)));

const read = (resource: unknown, version: FhirVersion): Imported =>
  importConsent(resource, { version, profile: auVic, codes: auVicCodes, path: 'Consent', policies: [] });

/** Returns where the reader refused something; undefined if it read everything. */
function refusedAt(reading: () => unknown): string | undefined {
  try {
    reading();
    return undefined;
  } catch (error) {
    if (error instanceof BadInput) return error.path;
    throw error;
  }
}

/** Returns a copy with `value` at `path`; undefined deletes what is there. */
function changed(resource: Json, path: string, value: unknown): Json {
  const copy = structuredClone(resource);
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  const last = steps.pop() ?? '';
  let at: object = copy;
  for (const step of steps) {
    const next: unknown = Reflect.get(at, step);
    if (typeof next !== 'object' || next === null) throw new Error(`There is no ${step} of ${path} to change.`);
    at = next;
  }
  if (value === undefined) Reflect.deleteProperty(at, last);
  else Reflect.set(at, last, value);
  return copy;
}

/** Signs that stand for what the two versions call differently: the person, the giver, the first exception and the period. */
const names = {
  R4: { '@': 'patient', '%': 'performer', '§': 'provision.provision[0]', $: 'provision.period' },
  R5: { '@': 'subject', '%': 'grantor', '§': 'provision[0]', $: 'period' },
} as const;

const inVersion = (path: string, version: FhirVersion): string =>
  path.replace(/^[@%§$]/, (sign) => names[version][sign as '@' | '%' | '§' | '$']);

type Row = readonly [what: string, path: string, value: unknown, refused?: string];

const IRCP = { system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType', code: 'IRCP' };
const recipient = (reference: string) => ({ role: { coding: [IRCP] }, reference: { reference } });
const labelled = (code: string) => ({ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code });
const turned = { start: '2026-07-02', end: '2026-07-01' };
const beyond = (url: string) => [{ url: `https://other.example/${url}`, valueBoolean: true }];
const ours = (value: string) => ({ system: ACCORD_ID, value });
const deep = (levels: number): Json => (levels === 0 ? {} : { provision: [deep(levels - 1)] });

const inBoth: readonly Row[] = [
  ['another kind of resource', 'resourceType', 'Contract'],
  ['no id', 'id', undefined],
  ['two ids of this hub', 'identifier', [ours('c1'), ours('c2')], 'identifier[1]'],
  ['an id of this hub with a period', 'identifier', [{ ...ours('c1'), period: {} }], 'identifier[0].period'],
  ['an unknown status', 'status', 'not-done', 'extension[0].valueCode'],
  ['a status that is not the one we gave it', 'status', 'draft', 'extension[0].valueCode'],
  ['no status', 'status', undefined],
  ['a status that is no text', 'status', 7],
  ['an extension of a primitive', '_status', { extension: beyond('why') }],
  ['contained resources', 'contained', [{ resourceType: 'Organization', id: 'o' }]],
  ['rules of others', 'implicitRules', 'https://other.example/rules'],
  ['an extension of others', 'extension', beyond('until-further-notice'), 'extension[0]'],
  ['a modifying extension of others', 'modifierExtension', beyond('not')],
  ['an element nobody knows', 'shareWith', 'everybody'],
  ['who verified it', 'verification', [{ verified: false }]],
  ['a label on the consent itself', 'meta', { security: [labelled('HTEST')] }, 'meta.security'],
  ['a tag on the consent itself', 'meta', { tag: [labelled('HTEST')] }, 'meta.tag'],
  ['another kind of consent', 'category[0].coding[0].code', '64292-6', 'category[0].coding[0]'],
  ['a kind of consent in words', 'category[0]', { text: 'research' }, 'category[0]'],

  ['no person', '@', undefined],
  ['a group of people', '@.reference', 'Group/1', '@'],
  ['a person elsewhere', '@.reference', 'https://other.example/Patient/ada'],
  ['a version of a person', '@.reference', 'Patient/ada/_history/2'],
  ['a contained person', '@.reference', '#ada'],
  ['a person by words', '@', { display: 'Ada' }, '@.identifier'],
  [
    'a person by an identifier of others',
    '@',
    { type: 'Patient', identifier: { system: 'urn:x', value: '1' } },
    '@.identifier.system',
  ],
  ['a person with an identifier of this hub that is another’s', '@.identifier', ours('bob')],
  ['a person of another type', '@.type', 'Group'],
  ['a person with an extension', '@.extension', beyond('deceased')],

  ['no giver', '%', undefined],
  ['a second giver', '%[1]', { reference: 'RelatedPerson/cleo' }],
  ['a giver who is a worker', '%[0].reference', 'Practitioner/tess', '%[0]'],
  ['a giver who is another client', '%[0].reference', 'Patient/bea', '%[0]'],
  ['a giver who does not say as what', '%[0].extension', undefined, '%[0]'],
  ['a giver in a capacity nobody knows', '%[0].extension[0].valueCode', 'aunt'],
  ['a giver with an extension of others', '%[0].extension', beyond('as'), '%[0].extension[0]'],

  ['a period that ends before it begins', '$', turned],
  [
    'a period by the hour that ends before it begins',
    '$',
    { start: '2026-07-01T10:00:00+10:00', end: '2026-07-01T09:00:00+10:00' },
  ],
  ['a period of a year', '$.start', '2026'],
  ['a period without an offset', '$.end', '2026-07-01T10:00:00'],
  ['a day that does not exist', '$.end', '2026-02-30'],
  ['a period without sides', '$', {}],
  ['a period with an extension', '$.extension', beyond('roughly')],

  ['an exception whose period ends before it begins', '§.period', turned],
  ['an exception for dates of data that end before they begin', '§.dataPeriod', turned],
  [
    'dates of data that are any and some',
    '§.dataPeriod.extension',
    [{ url: 'https://accord.example/fhir/StructureDefinition/any-date', valueBoolean: true }],
    '§.dataPeriod.extension[0].valueBoolean',
  ],
  ['an actor who is no recipient', '§.actor[0].role.coding[0].code', 'AUT', '§.actor[0].role.coding[0]'],
  ['an actor in a role of others', '§.actor[0].role.coding[0].system', 'urn:roles', '§.actor[0].role.coding[0]'],
  ['an actor in two roles', '§.actor[0].role.coding[1]', IRCP],
  ['an actor in a role in words', '§.actor[0].role', { text: 'any doctor' }],
  ['an actor without a role', '§.actor[0].role', undefined],
  ['an actor who is a device', '§.actor[0].reference.reference', 'Device/1', '§.actor[0].reference'],
  ['an actor who is nobody', '§.actor[0].reference', undefined],
  ['an actor with an extension', '§.actor[0].reference.extension', beyond('only-on-site')],
  ['an agency or a worker', '§.actor[1]', recipient('Practitioner/tess'), '§.actor'],
  ['a label of another list', '§.securityLabel[0].system', 'urn:labels', '§.securityLabel[0]'],
  ['a label nobody agreed on', '§.securityLabel[0].code', 'HIV', '§.securityLabel[0]'],
  ['DVD, which is developmental disability', '§.securityLabel[0].code', 'DVD', '§.securityLabel[0]'],
  ['a label of no list', '§.securityLabel[0].system', undefined, '§.securityLabel[0]'],
  ['a label of one version of a list', '§.securityLabel[0].version', '2.0'],
  ['a second label nobody agreed on', '§.securityLabel[1]', labelled('R')],
  ['a purpose nobody agreed on', '§.purpose[0].code', 'TREAT', '§.purpose[0]'],
  ['a purpose of another list', '§.purpose[0].system', 'urn:purposes', '§.purpose[0]'],
  ['codes beside labels', '§.code', [{ coding: [labelled('ETH')] }]],
  ['what an agency did not write', '§.data[0].meaning', 'related'],
  ['one record', '§.data[0].reference.reference', 'Observation/1', '§.data[0].reference'],
  ['no exceptions, as a list', '§.provision', []],
  ['an expression', '§.expression', { language: 'text/cql', expression: 'true' }],
  ['an element of an exception that nobody knows', '§.unless', 'urgent'],
  ['a modifying extension of an exception', '§.modifierExtension', beyond('not'), '§.modifierExtension[0]'],
  [
    'our mark of an outermost rule, further in',
    '§.provision[0].modifierExtension',
    [{ url: 'https://accord.example/fhir/StructureDefinition/root-provision', valueBoolean: true }],
    '§.provision[0].modifierExtension[0].valueBoolean',
  ],
  [
    'our mark without a value',
    '§.modifierExtension',
    [{ url: 'https://accord.example/fhir/StructureDefinition/actors-together' }],
    '§.modifierExtension[0].valueBoolean',
  ],
  [
    'rules about single data, deeper',
    '§.provision[0].provision',
    [{ data: [{ meaning: 'instance', reference: { reference: 'Observation/1' } }] }],
    '§.provision[0].provision[0].data[0].meaning',
  ],
  [
    'a purpose nobody agreed on, deeper',
    '§.provision[0].provision',
    [{ provision: [{ purpose: [{ system: 'urn:x', code: 'A' }] }] }],
    '§.provision[0].provision[0].provision[0].purpose[0]',
  ],
  ['exceptions beyond what anybody can explain', '§.provision', deep(17).provision, `§${'.provision[0]'.repeat(16)}`],

  [
    'a replaced consent elsewhere',
    'extension',
    [
      {
        url: 'https://accord.example/fhir/StructureDefinition/supersedes',
        valueReference: { reference: 'Contract/c0' },
      },
    ],
    'extension[0].valueReference',
  ],
  [
    'a withdrawal without our status',
    'extension',
    [{ url: 'https://accord.example/fhir/StructureDefinition/withdrawn-at', valueDateTime: '2026-02-01' }],
    'extension[0].valueDateTime',
  ],
  [
    'a witness without the kind of evidence',
    'extension',
    [{ url: 'http://hl7.org/fhir/StructureDefinition/consent-Witness', valueReference: { display: 'x' } }],
    'extension[0].valueReference',
  ],
];

const inR4: readonly Row[] = [
  ['another scope', 'scope.coding[0].code', 'research', 'scope.coding[0]'],
  ['no scope', 'scope', undefined],
  ['no date', 'dateTime', undefined],
  ['a year', 'dateTime', '2026'],
  ['a policy of others', 'policy[1]', { uri: 'https://other.example/policy' }, 'policy[1].uri'],
  ['a policy in somebody’s words', 'policy', [{ authority: 'https://other.example' }], 'policy[0].uri'],
  [
    'a policy rule that the provision does not say',
    'policyRule',
    { coding: [labelled('OPTIN')] },
    'policyRule.coding[0]',
  ],
  ['no provision', 'provision', undefined],
  ['no type', 'provision.type', undefined],
  ['an unknown type', 'provision.type', 'maybe'],
  ['an unknown type of an exception', 'provision.provision[0].type', 'maybe'],
  ['an extension of a provision', 'provision.extension', beyond('x')],
  [
    'a class of another list',
    'provision.class',
    [{ system: 'http://hl7.org/fhir/resource-types', code: 'Observation' }],
    'provision.class[0]',
  ],
  ['a decision, which is R5’s', 'decision', 'permit'],
  ['a document that is elsewhere, as our evidence', 'sourceAttachment.url', 'https://other.example/form.pdf'],
  [
    'a type as R5 would mark it',
    'provision.provision[0].modifierExtension',
    [{ url: 'https://accord.example/fhir/StructureDefinition/provision-type', valueCode: 'deny' }],
    'provision.provision[0].modifierExtension[0].valueCode',
  ],
];

const inR5: readonly Row[] = [
  ['no decision, and provisions', 'decision', undefined],
  ['an unknown decision', 'decision', 'maybe'],
  ['no date', 'date', undefined],
  ['a moment for a date', 'date', '2026-01-01T10:00:00+11:00'],
  ['another day than that of the moment', 'date', '2026-01-02'],
  ['a type, which is R4’s', 'provision[0].type', 'permit'],
  ['a class, which is R4’s', 'provision[0].class', [labelled('ETH')]],
  ['kinds of documents', 'provision[0].documentType', [{ system: 'urn:ietf:bcp:13', code: 'application/pdf' }]],
  [
    'kinds of resources',
    'provision[0].resourceType',
    [{ system: 'http://hl7.org/fhir/fhir-types', code: 'Observation' }],
  ],
  ['an extension of a provision', 'provision[0].extension', beyond('x'), 'provision[0].extension[0]'],
  ['who may receive, beside the provisions', 'grantee', [{ reference: 'Organization/harbour' }]],
  ['who controls it', 'controller', [{ reference: 'Organization/harbour' }]],
  ['what law it is under', 'regulatoryBasis', [{ text: 'GDPR' }]],
  ['what policy it is under', 'policyBasis', { url: 'https://other.example/policy' }],
  ['the words of a policy', 'policyText', [{ reference: 'DocumentReference/1' }]],
  ['a second document', 'sourceAttachment[1]', { title: '2' }],
  ['a document that is elsewhere, as our evidence', 'sourceAttachment[0].url', 'https://other.example/form.pdf'],
];

const rowsIn = (version: FhirVersion, rows: readonly Row[]) =>
  rows.map((row): [version: FhirVersion, ...Row] => [version, ...row]);
const rows = [
  ...FHIR_VERSIONS.flatMap((version) => rowsIn(version, inBoth)),
  ...rowsIn('R4', inR4),
  ...rowsIn('R5', inR5),
];

test.each(FHIR_VERSIONS)('in %s, the consent that all the others are made from is read whole', (version) => {
  expect(read(written(version), version)).toEqual({ consent, leftOut: [] });
});

test.each(rows)('in %s, %s is refused at its path', (version, _what, at, value, refused = at) => {
  const resource = changed(written(version), inVersion(at, version), value);
  expect(refusedAt(() => read(resource, version))).toBe(`Consent.${inVersion(refused, version)}`);
});

test.each(['not-done', 'unknown', 'revoked', ''])('the status "%s" from elsewhere is refused', (status) => {
  const resource = changed(changed(written('R5'), 'extension', undefined), 'status', status);
  expect(refusedAt(() => read(resource, 'R5'))).toBe('Consent.status');
});

test('in R5, nothing is guessed where decision and provisions are missing', () => {
  const resource = changed(changed(written('R5'), 'decision', undefined), 'provision', undefined);
  expect(refusedAt(() => read(resource, 'R5'))).toBe('Consent.decision');
});

/** Every value of a resource, with its path. */
function valuesIn(value: unknown, path: string): readonly (readonly [string, unknown])[] {
  const inside = Array.isArray(value)
    ? value.flatMap((item: unknown, n) => valuesIn(item, `${path}[${n}]`))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) => valuesIn(each, path === '' ? key : `${path}.${key}`))
      : [];
  return [[path, value], ...inside];
}

describe.each(FHIR_VERSIONS)('anywhere in %s', (version) => {
  const whole = written(version);
  const values = valuesIn(whole, '');

  test('an unknown element is refused by its name', () => {
    const objects = values.filter(([, value]) => typeof value === 'object' && !Array.isArray(value));
    expect(objects.length).toBeGreaterThan(25);
    for (const [path] of objects) {
      const at = path === '' ? 'surprise' : `${path}.surprise`;
      expect(refusedAt(() => read(changed(whole, at, true), version))).toBe(`Consent.${at}`);
    }
  });

  test('null is refused, and so are an empty list, and a list in place of a single value', () => {
    for (const [path, value] of values.filter(([at]) => at !== '')) {
      const refused = (other: unknown) => refusedAt(() => read(changed(whole, path, other), version));
      expect(refused(null)).toMatch(/^Consent\./);
      if (Array.isArray(value)) expect(refused([])).toBe(`Consent.${path}`);
      else if (!path.endsWith('display')) expect(refused([value])).toMatch(/^Consent\./);
    }
  });
});

test.each(FHIR_VERSIONS)('in %s, everything that is passed over is listed by its path', (version) => {
  const { '@': person } = names[version];
  const harmless: Readonly<Record<string, unknown>> = {
    text: { status: 'generated', div: '<div/>' },
    language: 'en-AU',
    'meta.versionId': '3',
    [`${person}.display`]: 'Ada',
    [`${person}.identifier`]: { system: 'urn:medicare', value: '1' },
    'identifier[1]': { system: 'urn:consents', value: '9' },
    id: 'stored-under',
  };
  const base: Json = { ...written(version), meta: {}, identifier: [ours('c1')] };
  const resource = Object.entries(harmless).reduce((made, [path, value]) => changed(made, path, value), base);
  const { consent: found, leftOut } = read(resource, version);
  expect(found).toEqual(consent);
  expect([...leftOut].sort()).toEqual(
    Object.keys(harmless)
      .map((path) => `Consent.${path}`)
      .sort(),
  );
});

test.each([
  ['another resource', { resourceType: 'Patient', subject: {} }, 'Consent.resourceType'],
  ['neither version', { resourceType: 'Consent', status: 'active' }, 'Consent'],
  ['both versions', { resourceType: 'Consent', patient: {}, subject: {} }, 'Consent'],
])('no version is guessed for %s', (_what, resource, refused) => {
  expect(refusedAt(() => fhirVersionOf(resource, 'Consent'))).toBe(refused);
});

const bundle = { resourceType: 'Bundle', type: 'collection', entry: [{ fullUrl: 'urn:1', resource: { a: 1 } }] };

test('a Bundle gives its resources with their paths', () => {
  expect(resourcesIn({ ...bundle, id: 'b', link: [{ relation: 'self', url: 'x' }] })).toEqual({
    found: [{ resource: { a: 1 }, path: 'Bundle.entry[0].resource' }],
    leftOut: ['Bundle.id', 'Bundle.link[0]', 'Bundle.entry[0].fullUrl'],
  });
  expect(resourcesIn({ resourceType: 'Consent' }).found).toEqual([
    { resource: { resourceType: 'Consent' }, path: 'Consent' },
  ]);
});

test.each([
  ['changes to make', 'type', 'transaction'],
  ['old versions', 'type', 'history'],
  ['no type', 'type', undefined],
  ['a deletion', 'entry[0].request', { method: 'DELETE', url: 'Consent/c1' }],
  ['an answer', 'entry[0].response', { status: '404' }],
  ['a next page', 'link', [{ relation: 'next', url: 'https://other.example/2' }], 'link[0]'],
  ['a label', 'meta', { security: [labelled('HTEST')] }, 'meta.security'],
  ['a signature', 'signature', {}],
  ['an empty list', 'entry', []],
  ['an entry that is not an object', 'entry[0]', 'Consent/c1'],
])('a Bundle with %s is refused', (_what, at, value, refused = at) => {
  expect(refusedAt(() => resourcesIn(changed(bundle, at, value)))).toBe(`Bundle.${refused}`);
});
