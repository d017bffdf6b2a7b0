import { auVic } from './auVic.ts';
import { asking } from './cases/Case.ts';
import { parseAsk } from './parseAsk.ts';

const ask = asking({ derivedFrom: ['ADDRESS'], dataDate: '2026-01-01', breakGlass: { reason: 'unwell' } });

test('an ask is read as it was written', () => {
  expect(parseAsk(JSON.parse(JSON.stringify(ask)), auVic)).toEqual(ask);
});

test('a category or purpose nobody knows is left for the decision to deny', () => {
  expect(parseAsk({ ...ask, category: 'STAR_SIGN', purpose: 'MARKETING' }, auVic)).toMatchObject({
    category: 'STAR_SIGN',
  });
});

test.each([
  ['a viewer without an identity', { viewer: { agencyWorksWith: [] } }, 'ask.viewer'],
  ["a viewer without a list of the agency's clients", { viewer: { self: 'ada' } }, 'ask.viewer.agencyWorksWith'],
  ['an unknown kind of entity', { viewer: { ...ask.viewer, entity: ['CIA'] } }, 'ask.viewer.entity[0]'],
  ['an unknown role', { subjects: [{ person: 'ada', role: 'FRIEND' }] }, 'ask.subjects[0].role'],
  ['a missing time', { at: undefined }, 'ask.at'],
  ['an unknown action', { action: 'export' }, 'ask.action'],
])('%s is refused', (_name, change, path) => {
  expect(() => parseAsk({ ...ask, ...change }, auVic)).toThrow(expect.objectContaining({ path }));
});
