import { deletedNumber, inventedAgency, now } from '../../tests/inventedAgency.ts';
import { noPolicy, type Policy } from '../policy/Policy.ts';
import { demonstrationRequesters } from './demonstrationRequesters.ts';
import { leavesOf } from './leavesOf.ts';
import { type PreviewedSection, previewRecord } from './previewRecord.ts';
import { previewJson, tellPreview } from './tellPreview.ts';

const preview = async (number: string): Promise<readonly PreviewedSection[]> => {
  const sections = await previewRecord(inventedAgency().mapping, number, now);
  if (!sections) throw new Error('no such record');
  return sections;
};
const sectionOf = (sections: readonly PreviewedSection[], name: string): PreviewedSection => {
  const found = sections.find(({ section }) => section === name);
  if (!found) throw new Error(`no section ${name}`);
  return found;
};

test('each requester gets what the rules release to them, and no section more', () => {
  const got = Object.fromEntries(
    demonstrationRequesters.map(({ id, categories }) => [id, [...categories('harbour', now)].length]),
  );
  expect(got).toEqual({ alma: 19, mara: 5, kim: 13, tess: 19, omar: 0 });
});

test('who has nothing to rely on sees nothing of any section but the empty frame', async () => {
  for (const { section, seenBy } of await preview('1'))
    expect([section, leavesOf(seenBy.get('omar')).size]).toEqual([section, 0]);
});

test('what agreed housing work needs is no address and no health note', async () => {
  const sections = await preview('1');
  expect(sectionOf(sections, 'address').seenBy.get('mara')).toBeNull();
  expect(leavesOf(sectionOf(sections, 'notes').seenBy.get('mara')).get('[1].text')).toBe('note 1');
  expect(leavesOf(sectionOf(sections, 'notes').seenBy.get('mara')).has('[2].text')).toBe(false);
  expect(leavesOf(sectionOf(sections, 'notes').told).get('[2].text')).toBe('note 2');
});

test('beside what is told stand the rows it was read from, each shown once', async () => {
  const sections = await preview('2');
  expect(sectionOf(sections, 'identity').rows).toEqual([{ id: 2, given: 'Ada2', family: 'Moss' }]);
  const text = tellPreview('harbour', '2', sections);
  expect(text.split('given Ada2').length).toBe(2);
  expect(text).toContain('row 1, as above');
  expect(text).toMatch(/phone +0491 570 006 +yes +yes +yes +yes +-/);
});

test('a record that is not on file has no preview', async () => {
  expect(await previewRecord(inventedAgency().mapping, deletedNumber, now)).toBeNull();
});

test('a section that throws is told with its fault, and the others stand', async () => {
  const { mapping } = inventedAgency();
  const broken = { ...mapping, address: { of: () => Promise.reject(new Error('no column SUBURB')) } };
  const sections = (await previewRecord(broken, '1', now)) ?? [];
  expect(sectionOf(sections, 'address').faults).toEqual(['address: no column SUBURB']);
  expect(leavesOf(sectionOf(sections, 'identity').told).get('name.given')).toBe('Ada1');
});

const under = async (policy: Partial<Omit<Policy, 'never'>> & { never?: Partial<Policy['never']> }) => {
  const whole: Policy = { ...noPolicy, ...policy, never: { ...noPolicy.never, ...policy.never } };
  return (await previewRecord(inventedAgency().mapping, '1', now, whole)) ?? [];
};
const never = (category: string) => ({
  never: { kinds: [{ category, agencies: [], purposes: [], roles: [] }] },
});

test('what the agency’s own policy keeps back is seen by nobody, and said to be kept', async () => {
  const sections = await under(never('PHONE'));
  expect(leavesOf(sectionOf(sections, 'contact').seenBy.get('alma')).has('phone')).toBe(false);
  expect(leavesOf(sectionOf(sections, 'contact').seenBy.get('alma')).get('email')).toBe('ada@example.org');
  const text = tellPreview('harbour', '1', sections);
  expect(text).toMatch(/phone +0491 570 006 +kept +kept +kept +kept +-\n/);
  expect(text).toContain('kept: the rules would release it, but your own policy keeps it back.');
  expect(tellPreview('harbour', '1', await preview('1'))).not.toContain('kept');
});

test('where only what a person agreed to is told, the law opens nothing', async () => {
  const sections = await under({ consentedOnly: true });
  const identityOf = (id: string) => leavesOf(sectionOf(sections, 'identity').seenBy.get(id)).size > 0;
  expect(['alma', 'mara', 'kim', 'tess', 'omar'].map(identityOf)).toEqual([true, true, true, false, false]);
});

test.each([
  ['is off', { off: { reason: null } }],
  ['keeps the record back', { never: { records: new Set(['1']) } }],
  ['tells figures only', { aggregateOnly: true }],
])('under a policy that %s nobody sees anything', async (_what, policy) => {
  for (const { section, seenBy } of await under(policy))
    expect([section, ...[...seenBy.values()].map((value) => leavesOf(value).size)]).toEqual([section, 0, 0, 0, 0, 0]);
});

test('as data it says the same', async () => {
  const data = JSON.parse(previewJson('harbour', '1', await under(never('PHONE'))));
  const contact = data.sections.find(({ section }: { section: string }) => section === 'contact');
  expect(contact).toMatchObject({
    told: { phone: '0491 570 006' },
    seenBy: { alma: { phone: null, email: 'ada@example.org' } },
    keptBackByPolicy: { alma: ['contact.phone'], tess: ['contact.phone'] },
  });
});
