import { auVic } from './auVic.ts';
import { BadInput } from './BadInput.ts';
import { parseRule } from './parseRule.ts';

test('a rule is read as it was written, with its exceptions', () => {
  const rule = { agencies: ['harbour'], dataPeriod: { from: '2025-01-01' }, except: [{ categories: ['AOD'] }] };
  expect(parseRule(JSON.parse(JSON.stringify(rule)), auVic)).toEqual(rule);
});

test.each([
  ['a misspelt limit is refused, not dropped', { categoriess: ['HOUSING'] }, 'rule'],
  ['an unknown category', { except: [{}, { categories: ['AOD', 'STAR_SIGN'] }] }, 'rule.except[1].categories[1]'],
  ['an unknown purpose', { purposes: ['MARKETING'] }, 'rule.purposes[0]'],
  ['an empty list, which could mean any or none', { agencies: [] }, 'rule.agencies'],
  ['a list that is not one', { agencies: 'harbour' }, 'rule.agencies'],
  ['an effect that is neither permit nor deny', { effect: 'maybe' }, 'rule.effect'],
  ['a day that does not exist', { period: { to: '2026-02-30' } }, 'rule.period.to'],
  ['an instant without its offset', { period: { from: '2026-02-03T09:00:00' } }, 'rule.period.from'],
  ['a rule that is a list', [], 'rule'],
  ['a field with a name that every object inherits', JSON.parse('{"__proto__":{"agencies":["harbour"]}}'), 'rule'],
])('%s', (_name, json, path) => {
  expect(() => parseRule(json, auVic)).toThrow(expect.objectContaining({ name: 'BadInput', path }));
});

test('a rule nested deeper than anyone can explain is refused', () => {
  let rule = {};
  for (let depth = 0; depth < 20_000; depth += 1) rule = { except: [rule] };
  expect(() => parseRule(rule, auVic)).toThrow(BadInput);
});

test('the message does not repeat what was sent', () => {
  const telling = { agencies: [7], 'Ada Nowak, 4 Quay St': true };
  expect(() => parseRule(telling, auVic)).toThrow(/^(?!.*Nowak).*known ones are effect, agencies/);
});
