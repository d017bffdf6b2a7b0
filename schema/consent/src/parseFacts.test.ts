import { auVic } from './auVic.ts';
import { parseFacts } from './parseFacts.ts';

const block = { id: 'b1', kind: 'SAFETY_BLOCK', person: 'ada', categories: ['ADDRESS'], against: ['bram'] };
const basis = {
  id: 'l1',
  kind: 'SERIOUS_THREAT',
  about: ['ada'],
  period: { from: '2026-06-28', to: '2026-07-05' },
  assertedBy: 'ines',
  reason: 'threats made by phone',
};
const cleo = { dob: '2017-09-14', proxies: [{ person: 'ada', capacity: 'parent' }] };

test('nothing on file is read as an empty file', () => {
  expect(parseFacts({}, auVic)).toEqual({});
});

test('blocks, bases and people are read as they were written', () => {
  const facts = { blocks: [block], bases: [basis], people: { cleo } };
  expect(parseFacts(facts, auVic)).toEqual(facts);
});

test.each([
  ['a block on everything', { blocks: [{ id: 'b1', kind: 'SAFETY_BLOCK' }] }, 'facts.blocks[0]'],
  ['a block against nobody', { blocks: [{ ...block, against: [] }] }, 'facts.blocks[0].against'],
  ['a block on an unknown category', { blocks: [{ ...block, categories: ['X'] }] }, 'facts.blocks[0].categories[0]'],
  ['a basis about nobody', { bases: [{ ...basis, about: undefined }] }, 'facts.bases[0].about'],
  ['a basis asserted by nobody', { bases: [{ ...basis, assertedBy: undefined }] }, 'facts.bases[0].assertedBy'],
  [
    'a birthday with a time of day',
    { people: { ada: {}, cleo: { dob: '2017-09-14T00:00:00Z' } } },
    'facts.people[1].dob',
  ],
  ['a consent that is not an object', { consents: [{}] }, 'facts.consents[0].id'],
  ['an unknown kind of fact', { rumours: [] }, 'facts'],
])('%s is refused, and the path names no person', (_name, json, path) => {
  expect(() => parseFacts(json, auVic)).toThrow(expect.objectContaining({ path }));
});

test('an id that every object inherits is an id like any other', () => {
  const facts = parseFacts(JSON.parse('{"people":{"__proto__":{"matureMinor":true}}}'), auVic);
  expect(Object.entries(facts.people ?? {})).toEqual([['__proto__', expect.objectContaining({ matureMinor: true })]]);
});
