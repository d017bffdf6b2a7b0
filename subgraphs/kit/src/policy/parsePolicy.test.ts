import { parsePolicy } from './parsePolicy.ts';

const faultsIn = (text: string) => {
  const parsed = parsePolicy(text);
  return parsed.kind === 'REFUSED' ? parsed.faults.map(({ line, sentence }) => `${line}: ${sentence}`) : [];
};

test('every word of a policy is read', () => {
  const text = `
off: Moving to the new server
aggregateOnly: true
consentedOnly: true
figures: false
never:
  categories:
    - FV_NARRATIVE
    - { categories: [HEALTH, GAMBLING], agencies: [wattle], purposes: [EVALUATION], roles: [PRACTITIONER] }
  records: [1042, 0077, "A-9"]
  before: 2020-01-01
  after: 2026-06-30
partnershipCategories: [GAMBLING]
...
`;
  const narrow = { agencies: ['wattle'], purposes: ['EVALUATION'], roles: ['PRACTITIONER'] };
  expect(parsePolicy(text)).toEqual({
    kind: 'POLICY',
    policy: {
      ...{ off: { reason: 'Moving to the new server' }, aggregateOnly: true, consentedOnly: true, figures: false },
      never: {
        kinds: [
          { category: 'FV_NARRATIVE', agencies: [], purposes: [], roles: [] },
          { category: 'HEALTH', ...narrow },
          { category: 'GAMBLING', ...narrow },
        ],
        records: new Set(['1042', '0077', 'A-9']),
        ...{ before: '2020-01-01', after: '2026-06-30' },
      },
    },
  });
});

test('a policy that keeps nothing back is written out', () => {
  expect(parsePolicy('{}\n...\n').kind).toBe('POLICY');
  for (const nothing of ['', '\n', '...\n', '# soon\n...\n']) expect(parsePolicy(nothing).kind).toBe('REFUSED');
});

test.each([
  ['a word that is not known', 'of: true', /^1: "of" is not known here/],
  ['a category that is misspelt', 'never:\n  categories: [FV_RISKS]', /^2: "FV_RISKS" is not a category/],
  [
    'a category of nobody for somebody',
    'never:\n  categories:\n    - { agencies: [wattle] }',
    /^3: "categories" is missing/,
  ],
  [
    'a list for nobody',
    'never:\n  categories:\n    - { categories: [HEALTH], agencies: [] }',
    /^3: should name at least one/,
  ],
  [
    'a role that nobody has',
    'never:\n  categories:\n    - { categories: [HEALTH], roles: [BOSS] }',
    /^3: "BOSS" is not a role/,
  ],
  [
    'a purpose that nobody has',
    'never:\n  categories:\n    - { categories: [HEALTH], purposes: [FUN] }',
    /^3: "FUN" is not a purpose/,
  ],
  ['a day that is none', 'never:\n  after: 30/6/2026', /^2: should be a day/],
  ['days with nothing between them', 'never:\n  before: 2026-02-01\n  after: 2026-01-01', /^3: nothing is left/],
  ['off, but not quite', 'off: no', /^1: should be true, false/],
  ['a flag that is none', 'consentedOnly: perhaps', /^1: should be true or false/],
  ['one word twice', 'off: false\noff: true', /^2: /],
])('%s is a fault, told with its line', (_what, text, fault) => {
  expect(faultsIn(`${text}\n...\n`).join('\n')).toMatch(fault);
});

test('a policy cut short anywhere is a fault, never a policy that keeps back less', () => {
  const whole =
    'never:\n  categories:\n    - FV_RISK\n    - HEALTH\n  records: [1042, 77]\n  after: 2026-06-30\nfigures: false\n...\n';
  expect(faultsIn(whole)).toEqual([]);
  for (let length = 0; length < whole.length - 1; length += 1) expect(faultsIn(whole.slice(0, length))).not.toEqual([]);
});
