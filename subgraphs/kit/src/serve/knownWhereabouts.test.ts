import { knownAddress, knownContact } from './knownWhereabouts.ts';

const none = [
  'N/A',
  'n.a.',
  'NA',
  'none',
  'Nil',
  'unknown',
  'Not known',
  '-',
  '--',
  '?',
  '.',
  'xxx',
  'NULL',
  '#N/A',
  'TBA',
  'no phone',
  '0',
  '0000 000 000',
];

test.each(none)('%s is not a telephone number, an e-mail address or part of an address', (text) => {
  expect(knownContact({ phone: text, email: text, unsafe: ['SMS'] })).toEqual({
    phone: null,
    email: null,
    unsafe: ['SMS'],
  });
  expect(knownAddress({ line: text, suburb: text, state: text, postcode: text })).toEqual({
    ...{ line: null, suburb: null, state: null, postcode: null },
  });
});

test('a real value stays as the agency wrote it, even a description', () => {
  const contact = { phone: 'c/- Westside office, ask for Bo', email: 'none@mail.example', unsafe: [] };
  expect(knownContact(contact)).toBe(contact);
  const address = { line: 'No fixed address', suburb: 'Nar Nar Goon', state: 'VIC', postcode: '0800' };
  expect(knownAddress(address)).toBe(address);
  expect(knownContact({ phone: '(03) 5550 0142' })).toEqual({ phone: '(03) 5550 0142' });
  expect(knownAddress({ line: null, suburb: 'Kew' })).toEqual({ line: null, suburb: 'Kew' });
});

test('digits of other scripts count as digits, and letters with marks as letters', () => {
  for (const phone of ['٠٤٩١٥٧٠١٥٦', '０４９１ ５７０ １５６']) expect(knownContact({ phone })).toEqual({ phone });
  for (const line of ['Đà Na', 'nữa'.normalize('NFD'), 'nữa']) expect(knownAddress({ line })).toEqual({ line });
});
