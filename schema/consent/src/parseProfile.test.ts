import { auVic } from './auVic.ts';
import { auVicText } from './generated/auVicText.ts';
import { type ParsedProfile, parseProfile } from './parseProfile.ts';

const own = [
  'id: own',
  'timeZone: Pacific/Auckland',
  'purposes: [CARE, SAFETY, MY_FILE]',
  'clientAccess: MY_FILE',
  'categories:',
  '  - { code: LIFE, label: All of it }',
  '  - { code: HOME, label: Home, parent: LIFE }',
  'roles: [CLIENT, ELDER]',
  'reasons:',
  '  ELDER_LAW: The law protects elders.',
  'laws:',
  '  - { kind: role, role: ELDER, purposes: [SAFETY], reason: ELDER_LAW, obligations: [] }',
];

/** `own` with one line replaced; lines count from 1, as in faults. */
const withLine = (line: number, text: string): string => own.with(line - 1, text).join('\n');

function faultsOf(parsed: ParsedProfile): readonly string[] {
  if (parsed.kind === 'PROFILE') return [];
  return parsed.faults.map(({ line, column, sentence }) => `${line}:${column} ${sentence}`);
}

test('a partnership writes its own law and category tree', () => {
  const parsed = parseProfile(own.join('\n'));
  if (parsed.kind === 'REFUSED') throw new Error(faultsOf(parsed).join('\n'));
  expect(parsed.profile).toMatchObject({ id: 'own', timeZone: 'Pacific/Auckland', clientAccess: 'MY_FILE' });
  expect([...parsed.profile.categories]).toEqual([
    ['LIFE', { label: 'All of it' }],
    ['HOME', { label: 'Home', parent: 'LIFE' }],
  ]);
});

test('the same profile in JSON reads the same', () => {
  const json = {
    id: 'own',
    timeZone: 'Pacific/Auckland',
    purposes: ['CARE', 'SAFETY', 'MY_FILE'],
    clientAccess: 'MY_FILE',
    categories: [
      { code: 'LIFE', label: 'All of it' },
      { code: 'HOME', label: 'Home', parent: 'LIFE' },
    ],
    roles: ['CLIENT', 'ELDER'],
    reasons: { ELDER_LAW: 'The law protects elders.' },
    laws: [{ kind: 'role', role: 'ELDER', purposes: ['SAFETY'], reason: 'ELDER_LAW', obligations: [] }],
  };
  expect(parseProfile(JSON.stringify(json, null, 2))).toEqual(parseProfile(own.join('\n')));
});

test('a purpose may have its own label, and need not', () => {
  const parsed = parseProfile(
    withLine(3, 'purposes: [CARE, { code: SAFETY, label: To keep safe }, { code: MY_FILE }]'),
  );
  if (parsed.kind === 'REFUSED') throw new Error(faultsOf(parsed).join('\n'));
  expect([...parsed.profile.purposes]).toEqual(['CARE', 'SAFETY', 'MY_FILE']);
  expect([...parsed.profile.purposeLabels]).toEqual([['SAFETY', 'To keep safe']]);
});

test('categories are ordered parents first, wherever they are in the file', () => {
  const turned = parseProfile([...own.slice(0, 5), own[6], own[5], ...own.slice(7)].join('\n'));
  expect(turned.kind === 'PROFILE' && [...turned.profile.categories.keys()]).toEqual(['LIFE', 'HOME']);
});

test('an alias stands for what it names', () => {
  expect(auVic.gates.map(({ purposes }) => purposes.length)).toEqual([3, 3, 3, 1]);
});

test.each([
  [
    'a purpose it does not declare',
    12,
    own[11]?.replace('[SAFETY]', '[SAFETY, SALE]'),
    '12:51 "SALE" is no purpose of this profile.',
  ],
  ['a role it does not declare', 12, own[11]?.replace('ELDER,', 'KID,'), '12:25 "KID" is no role of this profile.'],
  ['a reason it does not give', 12, own[11]?.replace('ELDER_LAW', 'LAW'), '12:60 "LAW" is no reason of this profile.'],
  [
    'a basis it does not declare',
    12,
    own[11]?.replace('role, role: ELDER', 'recorded, basis: THREAT'),
    '12:30 "THREAT" is no kind of legal basis of this profile.',
  ],
  [
    'an unknown obligation',
    12,
    own[11]?.replace('obligations: []', 'obligations: [PAY]'),
    '12:85 "PAY" is no obligation of this profile.',
  ],
  [
    'an unknown kind of law',
    12,
    own[11]?.replace('kind: role', 'kind: rumour'),
    '12:13 should have as its kind one of role, recorded.',
  ],
  ['a law without purposes', 12, own[11]?.replace('[SAFETY]', '[]'), '12:42 should name at least one purpose.'],
  ['a law without a reason', 12, own[11]?.replace('reason: ELDER_LAW, ', ''), '12:5 "reason" is missing.'],
  [
    'an unknown time zone',
    2,
    'timeZone: Mars/Olympus',
    '2:11 "Mars/Olympus" is no time zone; give an IANA name such as Australia/Melbourne.',
  ],
  [
    'an own file closed in a category it does not declare',
    12,
    `${own[11]}\nownFileLimits: [{ roles: [ELDER], categories: [HOME, SECRETS] }]`,
    '13:54 "SECRETS" is no category of this profile.',
  ],
  ['a code given twice', 3, 'purposes: [CARE, SAFETY, CARE, MY_FILE]', '3:26 "CARE" is there twice.'],
  [
    'a purpose with a label that is given twice',
    3,
    'purposes: [CARE, SAFETY, { label: Care, code: CARE }, MY_FILE]',
    '3:47 "CARE" is there twice.',
  ],
  [
    'a purpose with an empty label',
    3,
    'purposes: [CARE, { code: SAFETY, label: "" }, MY_FILE]',
    '3:41 should be text, and not empty.',
  ],
  ['a label for no purpose', 3, 'purposes: [CARE, SAFETY, { label: My file }, MY_FILE]', '3:26 "code" is missing.'],
  [
    'a misspelt field of a purpose',
    3,
    'purposes: [CARE, { code: SAFETY, lable: Safety }, MY_FILE]',
    '3:34 "lable" is not known here; the known fields are code, label.',
  ],
  ['a purpose that is a list', 3, 'purposes: [CARE, [SAFETY], MY_FILE]', '3:18 should be text, and not empty.'],
  ['client access for an undeclared purpose', 4, 'clientAccess: FILE', '4:15 "FILE" is no purpose of this profile.'],
  [
    'a parent that does not exist',
    7,
    '  - { code: HOME, label: Home, parent: HOUSE }',
    '7:40 "HOUSE" is no category of this profile.',
  ],
  [
    'a parent that is its own child',
    6,
    '  - { code: LIFE, label: All, parent: HOME }',
    '6:39 LIFE is part of HOME is part of LIFE: parents must not form a ring.',
  ],
  [
    'a category that is its own parent',
    6,
    '  - { code: LIFE, label: All, parent: LIFE }',
    '6:39 LIFE is part of LIFE: parents must not form a ring.',
  ],
  ['a category without a label', 6, '  - { code: LIFE }', '6:5 "label" is missing.'],
  [
    'a code that is not written as codes are',
    7,
    '  - { code: home, label: Home }',
    '7:13 "home" should be capitals, digits and _, such as FV_RISK.',
  ],
  [
    'a missing role that everyone needs',
    8,
    'roles: [ELDER]',
    '8:8 lacks the role CLIENT, which everyone has unless said otherwise.',
  ],
  [
    'a reason the rules themselves give',
    10,
    '  REFUSED: No.',
    '10:3 "REFUSED" is a reason of the rules themselves; give the law\'s another name.',
  ],
  [
    'a misspelt field',
    7,
    '  - { code: HOME, label: Home, parnt: LIFE }',
    '7:32 "parnt" is not known here; the known fields are code, label, parent, sensitive.',
  ],
  ['a flag that is none', 7, '  - { code: HOME, label: Home, sensitive: somewhat }', '7:43 should be true or false.'],
  ['a list that is not one', 3, 'purposes: CARE', '3:11 should be a list.'],
])('%s is refused, and the fault names the line', (_name, line, text, fault) => {
  expect(faultsOf(parseProfile(withLine(line, text ?? '')))).toContain(fault);
});

test('every fault is found at once, from the top down', () => {
  const faults = faultsOf(parseProfile(withLine(8, 'roles: [ELDR]').replace('MY_FILE]', 'FILE]')));
  expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['4:15', '8:8', '12:25']);
});

test.each([
  ['a key given twice', 'id: one\nid: two', '2:1'],
  ['text that is not YAML', 'id: [', '1:'],
  ['nothing', '', '1:1'],
  ['a profile without what the contract needs', own.join('\n'), '6:3 lacks the category PETS, which labels Home.pets.'],
])('%s is refused', (_name, text, fault) => {
  const needs = { categories: [{ code: 'PETS', because: 'labels Home.pets' }], purposes: [] };
  expect(faultsOf(parseProfile(text, needs))[0]).toMatch(fault);
});

test('the shipped profile is refused if one of its codes is removed', () => {
  for (const code of auVic.bases)
    expect(parseProfile(auVicText.replace(new RegExp(`^(bases: .*)${code}`, 'm'), '$1OTHER')).kind).toBe('REFUSED');
});
