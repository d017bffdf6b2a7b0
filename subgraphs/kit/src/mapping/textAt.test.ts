import { emptyAsNull, trimmed } from './emptyAsNull.ts';
import { hearing, type Remark } from './remark.ts';
import { listAt, textAt } from './textAt.ts';

const json = '{"contact":{"phones":["0491 570 006",17,true,{"a":1}]},"empty":""}';

test.each([
  ['contact.phones.0', '0491 570 006'],
  ['contact.phones.1', '17'],
  ['contact.phones.2', 'true'],
  ['contact.phones.3', null],
  ['contact.phones.3.a', '1'],
  ['contact.phones', null],
  ['contact.fax', null],
  ['constructor.name', null],
  ['empty', ''],
])('the text at %s is %s', (path, text) => {
  expect(textAt(json, path)).toBe(text);
  expect(textAt(JSON.parse(json), path)).toBe(text);
});

test('a list is returned as it is; anything else gives an empty list', () => {
  expect(listAt('[{"v":"x"},{"v":"y"}]', '').map((item) => textAt(item, 'v'))).toEqual(['x', 'y']);
  expect([listAt(json, 'empty'), listAt(null, 'a'), listAt(undefined, ''), listAt('', '')]).toEqual([[], [], [], []]);
});

test('unreadable JSON gives nothing, and is remarked on', () => {
  const remarks: Remark[] = [];
  expect(
    hearing(
      (remark) => void remarks.push(remark),
      () => textAt('{"phone": 04', 'phone'),
    ),
  ).toBeNull();
  expect(remarks).toEqual([{ kind: 'NOT_JSON', value: '{"phone": 04' }]);
});

test('empty text becomes null; padding is removed where that is requested', () => {
  expect(['', '  ', null, undefined, ' x '].map(emptyAsNull)).toEqual([null, null, null, null, ' x ']);
  expect(['', '  ', null, undefined, 'x   '].map(trimmed)).toEqual([null, null, null, null, 'x']);
});
