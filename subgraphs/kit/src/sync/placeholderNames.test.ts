import type { LinkageRow } from '../mapping/Mapping.ts';
import { knownName, knownOf, placeholderNames } from './placeholderNames.ts';

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
  ...['N/A', 'N.A.', 'X', 'xxx', '?', '???', '-', '--', '.', '0', '', '  '],
])('"%s" is no name', (name) => {
  expect(knownName(name)).toBeNull();
});

test.each([
  ...['Ada', "O'Brien", 'Nguyễn', '阮', 'Шевченко', 'de la Cruz', 'Smith-Jones', 'J', 'Li', 'Xu', 'Xavier', 'Ng'],
  // Names that look a little like placeholders, and are none.
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
])('"%s" is a name, and comes back as it is', (name) => {
  expect(knownName(name)).toBe(name);
});

const row: LinkageRow = {
  ...{ number: 1, given: 'Ada', family: 'Moss', dateOfBirth: '1980-02-03', sex: 'FEMALE' },
  ...{ dobAccuracy: 'EXACT', worker: 'kim', open: true },
  ...{ alsoKnownAs: [{ given: 'Addie', family: null }], suburb: 'Noble Park', postcode: '3174' },
};

test('names, other names and the place are looked at, and nothing else', () => {
  expect(knownOf(row)).toEqual(row);
  expect(
    knownOf({
      ...{ ...row, given: 'Baby of Ada', family: '?', worker: 'unknown' },
      ...{ alsoKnownAs: [{ given: 'Unknown', family: 'Reed' }], suburb: 'NO FIXED ADDRESS', postcode: '9999' },
    }),
  ).toEqual({
    ...{ ...row, given: null, family: null, worker: 'unknown' },
    ...{ alsoKnownAs: [{ given: null, family: 'Reed' }], suburb: null, postcode: null },
  });
});
