import { codes } from './codes.ts';
import { ints } from './ints.ts';

const severity = codes({ 1: 'LOW', 2: 'HIGH' }, { rest: null });

test('own codes become agreed ones; a code that is not in the map becomes `rest`', () => {
  expect([1, '2', 3, null, undefined, 'constructor', '__proto__'].map(severity)).toEqual([
    'LOW',
    'HIGH',
    ...Array(5).fill(null),
  ]);
});

test('spaces at the ends of a code are ignored, in the map and in the row', () => {
  const kind = codes({ 'DV   ': 'FAMILY_VIOLENCE_EXPERIENCING', DOG: 'WORKER_SAFETY_PREMISES' }, { rest: null });
  expect(['DV', 'DV   ', 'DOG  ', '   '].map(kind)).toEqual([
    ...['FAMILY_VIOLENCE_EXPERIENCING', 'FAMILY_VIOLENCE_EXPERIENCING', 'WORKER_SAFETY_PREMISES', null],
  ]);
});

test('an apostrophe in a code is the same however it is written, unless the map says otherwise', () => {
  const said = codes({ "doesn't want": 'NO', 'can’t say': 'UNKNOWN' }, { rest: null });
  expect(['doesn’t want', 'doesn`t want', "doesn't want", "can't say", 'can´t say'].map(said)).toEqual([
    ...['NO', 'NO', 'NO', 'UNKNOWN', 'UNKNOWN'],
  ]);
  const both = codes({ 'won’t': 1, "won't": 2 }, { rest: null });
  expect(['won’t', "won't"].map(both)).toEqual([1, 2]);
  expect(codes({ 'won’t': null, "won't": 2 }, { rest: 0 })('won’t')).toBeNull();
});

test('only the usual spelling of a number is a record number', () => {
  expect(ints(['7', '07', ' 7', '7e0', '7.0', '-7', '0x7', '2147483647', '2147483648', '', 'x'])).toEqual([
    7, 2147483647,
  ]);
});
