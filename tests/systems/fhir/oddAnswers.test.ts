import { currawong } from '@accord/currawong/agency';
import { flagSystem } from '@accord/currawong/ownCodes';
import type { Mapping } from '@accord/kit/Mapping';
import { fhirServer } from '@accord/kit/source/fhir/fhirServer';
import { patienceMs } from '../../lib/patience.ts';
import { misbehavingServer } from './misbehavingServer.ts';

// A server may answer about somebody else, about nobody, or with less than there is. The agency then says so, and never leaves
// anything out silently.

const now = new Date('2026-11-22T10:00:00Z');
const flagCode = (code: string) => ({ coding: [{ system: flagSystem, code }] });

/** Uses an agency whose server answers a search of each type with these resources, page by page. */
async function withAnswers<Result>(
  answers: (baseUrl: string) => Readonly<Record<string, readonly (readonly object[])[]>>,
  work: (agency: Mapping) => Promise<Result>,
): Promise<Result> {
  const odd = await misbehavingServer();
  odd.answer((request, response) => {
    const url = new URL(request.url ?? '', odd.baseUrl);
    const pages = answers(odd.baseUrl)[url.pathname.split('/')[2] ?? ''] ?? [[]];
    const nth = Number(url.searchParams.get('page') ?? 0);
    const next = nth + 1 < pages.length ? [{ relation: 'next', url: `${url.pathname}?page=${nth + 1}` }] : [];
    const entry = (pages[nth] ?? []).map((resource) => ({ resource }));
    const total = pages.flat().length + Number(pages.flat().some((each) => 'isShort' in each));
    response.end(JSON.stringify({ resourceType: 'Bundle', type: 'searchset', total, link: next, entry }));
  });
  const reading = fhirServer({ deadlineMs: patienceMs, baseUrl: odd.baseUrl });
  try {
    return await work(currawong(reading));
  } finally {
    await reading.close();
    await odd.close();
  }
}

test.each<readonly [string, (base: string) => string | undefined, boolean]>([
  ['relative', () => 'Patient/p1', true],
  ['of a version', () => 'Patient/p1/_history/2', true],
  ['absolute, on this server', (base) => `${base}/Patient/p1`, true],
  ['absolute, of a version', (base) => `${base}/Patient/p1/_history/2`, true],
  ['absolute, on another server', () => 'https://other.example/fhir/Patient/p1', false],
  ['absolute, under another path', (base) => `${base}x/Patient/p1`, false],
  ['of a bundle', () => 'urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0', false],
  ['within the resource', () => '#p1', false],
  ['to what is no patient', () => 'Group/p1', false],
  ['left out', () => undefined, false],
])(
  'a flag belongs to its patient whatever way it names them, and one that names none is an error: %s',
  async (_how, of, reads) => {
    const answers = (base: string) => ({
      Flag: [
        [
          {
            resourceType: 'Flag',
            id: 'f1',
            status: 'active',
            code: flagCode('falls'),
            subject: { reference: of(base) },
          },
        ],
      ],
    });
    await withAnswers(answers, async ({ alerts }) => {
      const told = alerts?.of('p1', { now });
      if (reads) expect(await told).toMatchObject([{ id: 'f1' }]);
      else await expect(told).rejects.toMatchObject({ code: 'FHIR_UNREADABLE' });
    });
  },
);

test('a resource of another patient than those asked for is an error, and not left out', async () => {
  const ofOther = (resource: object) => ({ id: 'x1', status: 'active', ...resource });
  const subject = { reference: 'Patient/p2' };
  const flag = ofOther({ resourceType: 'Flag', subject, code: flagCode('falls') });
  const condition = ofOther({ resourceType: 'Condition', subject });
  const consent = ofOther({ resourceType: 'Consent', patient: subject, provision: { type: 'deny' } });
  const answers = () => ({
    ...{ Flag: [[flag]], Condition: [[condition]] },
    ...{ Patient: [[{ resourceType: 'Patient', id: 'p1' }]], Consent: [[consent]] },
  });
  const fault = { code: 'FHIR_UNREADABLE', message: expect.not.stringContaining('p2') };
  await withAnswers(answers, async ({ alerts, needs, linkage }) => {
    await expect(alerts?.of('p1', { now })).rejects.toMatchObject(fault);
    await expect(needs?.of('p1', { now })).rejects.toMatchObject(fault);
    await expect(linkage?.page(null, 10)).rejects.toMatchObject(fault);
    // When both are requested together, each gets its own.
    const batch = { now };
    expect(await Promise.all(['p1', 'p2'].map((id) => alerts?.of(id, batch)))).toMatchObject([[], [{ id: 'x1' }]]);
  });
});

test('a consent that names nobody agrees to nothing, and is not left out silently', async () => {
  const consent = { resourceType: 'Consent', id: 'c1', status: 'active', provision: { type: 'deny' } };
  const answers = () => ({ Patient: [[{ resourceType: 'Patient', id: 'p1' }]], Consent: [[consent]] });
  await withAnswers(answers, async ({ linkage }) => {
    await expect(linkage?.page(null, 10)).rejects.toMatchObject({ code: 'FHIR_UNREADABLE' });
  });
});

test('linkage does not end before all the patients that the server counts have come', async () => {
  const patient = (nth: number) => ({ resourceType: 'Patient', id: `p${nth}` });
  const whole = () => ({ Patient: [[patient(1), patient(2)], [patient(3)]] });
  const short = () => ({ Patient: [[patient(1), patient(2)], [{ ...patient(3), isShort: true }]] });
  await withAnswers(whole, async ({ linkage }) => {
    expect((await linkage?.page(null, 2))?.map(({ number }) => number)).toEqual(['p1', 'p2']);
    expect((await linkage?.page('p2', 2))?.map(({ number }) => number)).toEqual(['p3']);
    expect(await linkage?.page('p3', 2)).toEqual([]);
  });
  for (const begun of [true, false])
    await withAnswers(short, async ({ linkage }) => {
      if (begun) await linkage?.page(null, 2);
      await expect(linkage?.page('p2', 2)).rejects.toMatchObject({ code: 'FHIR_INCOMPLETE' });
    });
});

test('linkage does not end early if the server gives the number of patients only in a separate answer', async () => {
  const odd = await misbehavingServer();
  const patients = ['p1', 'p2', 'p3'].map((id) => ({ resource: { resourceType: 'Patient', id } }));
  const reading = fhirServer({ deadlineMs: patienceMs, baseUrl: odd.baseUrl });
  for (const [entry, whole] of [
    [patients, true],
    [patients.slice(0, 2), false],
    [[], false],
  ] as const) {
    odd.answer((request, response) => {
      const isCount = request.url?.includes('_summary=count');
      const isPatient = request.url?.includes('/Patient');
      const found = isCount ? { total: patients.length } : { entry: isPatient ? entry : [] };
      response.end(JSON.stringify({ resourceType: 'Bundle', type: 'searchset', ...found }));
    });
    const page = currawong(reading).linkage?.page(null, 10);
    if (whole) expect(await page).toHaveLength(3);
    else await expect(page).rejects.toMatchObject({ code: 'FHIR_INCOMPLETE' });
  }
  await reading.close();
  await odd.close();
});
