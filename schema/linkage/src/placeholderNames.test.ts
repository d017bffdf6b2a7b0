import { knownOf } from './knownOf.ts';
import type { LinkagePerson } from './LinkagePerson.ts';
import { knownName, knownNames, placeholderNames } from './placeholderNames.ts';

test.each([
  ...placeholderNames,
  ...[
    'UNKNOWN',
    ' Unknown ',
    '(unknown)',
    '"Unknown"',
    'Unknown.',
    'unknown?',
    'Not  Known',
    'not-known',
    'NOT_KNOWN',
    'ＵＮＫＮＯＷＮ',
  ],
  ...[
    'Baby of',
    'BABY OF Mary',
    'Baby boy of Mary Smith',
    'B/O Mary',
    'b/o',
    'Twin 1 of Mary',
    'Twin B of Mary',
    'Son of',
  ],
  ...[
    'UNKNOWN BABY',
    'Unknown Unknown',
    'Unknown1',
    'Unknown (M)',
    'Unnamed Child 2',
    'Baby A',
    'Newborn Male',
    'Surname unknown',
  ],
  ...['N/A', 'N.A.', 'X', 'xxx', '?', '???', '-', '--', '.', '0', '', '  '],
])('"%s" is not a name', (name) => {
  expect(knownName(name)).toBeNull();
});

test.each([
  ...['Ada', "O'Brien", 'Nguyễn', '阮', 'Шевченко', 'de la Cruz', 'Smith-Jones', 'J', 'Li', 'Xu', 'Xavier', 'Ng'],
  // Names that look a little like placeholders and are not.
  ...[
    'Na',
    'Nil',
    'Boy',
    'Babylon',
    'Baby Kumari',
    'Bo',
    'Unna',
    'Nona',
    'Noname-Smith',
    'Offord',
    'Sonof',
    'Anonuevo',
    'Twinn',
  ],
])('"%s" is a name, and is returned as it is', (name) => {
  expect(knownName(name)).toBe(name);
});

test.each(['Baby Smith', 'BABY BOY SMITH', 'Infant Smith-Jones', 'Smith Jones baby 2'])(
  '"%s" with the family name Smith-Jones is not a given name',
  (given) => {
    expect(knownNames({ given, family: 'Smith-Jones' })).toEqual({ given: null, family: 'Smith-Jones' });
    expect(knownName(given)).toBe(given);
  },
);

const ada: LinkagePerson = {
  ...{ given: 'Ada', family: 'Moss', alsoKnownAs: [{ given: 'Addie', family: null }], dateOfBirth: '1980-02-03' },
  ...{ dobAccuracy: 'AAA', sex: 'FEMALE', suburb: 'Noble Park', postcode: '3174' },
};

test('names, other names and the place are checked, and nothing else', () => {
  expect(knownOf(ada)).toEqual(ada);
  expect(
    knownOf({
      ...{ ...ada, given: 'Baby of Ada', family: '?', alsoKnownAs: [{ given: 'Unknown', family: 'Reed' }] },
      ...{ suburb: 'NO FIXED ADDRESS', postcode: '9999' },
    }),
  ).toEqual({
    ...{ ...ada, given: null, family: null, alsoKnownAs: [{ given: null, family: 'Reed' }] },
    ...{ suburb: null, postcode: null },
  });
});

test.each<readonly [string, string | null, string | null]>([
  ['1980-01-01', 'AAA', 'EEA'],
  ['1980-01-01', null, 'EEA'],
  ['1980-01-01', 'UUU', 'UUU'],
  ['1980-01-02', 'AAA', 'AAA'],
  ['1980-10-01', null, null],
])('for the date of birth %s with the accuracy %s, what is known is %s', (dateOfBirth, dobAccuracy, known) => {
  expect(knownOf({ ...ada, dateOfBirth, dobAccuracy }).dobAccuracy).toBe(known);
});
