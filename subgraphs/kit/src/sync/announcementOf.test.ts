import { mostAliases } from '@accord/linkage/Announcement';
import { partBits } from '@accord/linkage/partBits';
import type { LinkageRow } from '../mapping/Mapping.ts';
import { announcementOf } from './announcementOf.ts';
import { encodePerson, encodeSearch } from './encodePerson.ts';

const secret = Uint8Array.from({ length: 32 }, (_, index) => index + 1);
const row: LinkageRow = {
  ...{ number: 1, given: 'Ada', family: 'Moss', dateOfBirth: '1980-02-03', sex: 'FEMALE' },
  ...{ dobAccuracy: 'EXACT', worker: null, open: true },
};

test('a placeholder is announced as missing, in the name, in other names and in the place', () => {
  const unknown = announcementOf({ ...row, given: null }, secret);
  for (const given of ['Unknown', 'Baby of', '?', 'Baby of Ada'])
    expect(announcementOf({ ...row, given }, secret)).toEqual(unknown);
  const alsoKnownAs = [{ given: 'Unknown', family: '?' }];
  expect(announcementOf({ ...row, alsoKnownAs, suburb: 'No fixed address', postcode: '9999' }, secret)).toEqual(
    announcementOf(row, secret),
  );
});

test('searching for a placeholder finds what is announced for it', () => {
  const { given, family, dateOfBirth, sex } = { ...row, given: 'Unknown' };
  expect(encodePerson({ given, family, dateOfBirth, sex }, secret)).toBe(announcementOf({ ...row, given }, secret).slk);
  expect(encodeSearch({ given, family, dateOfBirth, sex }, secret)).toEqual(
    encodeSearch({ given: null, family, dateOfBirth, sex }, secret),
  );
});

test('names without Latin letters give no linkage key, in a record or a search: everybody born on the same day would share it', () => {
  const names = [{ given: '明' }, { family: '阮' }, { given: '明', family: '阮' }];
  for (const other of names) {
    expect(announcementOf({ ...row, ...other }, secret)).toMatchObject({ slk: null, clk: expect.any(String) });
    expect(encodeSearch({ ...row, ...other }, secret)).toEqual({ key: null, clk: expect.any(String) });
  }
});

test('an initial is compared, but nobody is linked by it without review', () => {
  const { parts } = announcementOf(row, secret);
  const [given, family] = [{ given: 'A.' }, { family: 'M' }].map((initial) =>
    announcementOf({ ...row, ...initial }, secret),
  );
  expect([given?.parts, family?.parts]).toEqual([parts & ~partBits.given, parts & ~partBits.family]);
  expect(given?.clk).not.toBe(announcementOf({ ...row, given: 'B.' }, secret).clk);
  // In a name without Latin letters, one letter is a name.
  expect(announcementOf({ ...row, given: '明', family: '阮' }, secret).parts).toBe(parts);
});

test('no more other names are announced than the hub accepts, so that one long file does not stop the sync', () => {
  const alsoKnownAs = Array.from({ length: mostAliases + 5 }, (_, place) => ({
    ...{ given: 'Ada', family: String.fromCharCode(65 + place).repeat(6) },
  }));
  expect(announcementOf({ ...row, alsoKnownAs }, secret).aliases).toHaveLength(mostAliases);
});
