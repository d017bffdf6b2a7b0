import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import type { PartName } from './ClientSchema.ts';
import { defaultSchema } from './defaultSchema.ts';
import { dice } from './dice.ts';
import { encodeClient } from './encodeClient.ts';
import { keyedSlk } from './keyedSlk.ts';
import type { LinkagePerson } from './LinkagePerson.ts';
import { partBits } from './partBits.ts';
import { popcount } from './popcount.ts';
import { slk581 } from './slk581.ts';

const secret = Uint8Array.from({ length: 32 }, (_, index) => (index * 7 + 3) % 256);
const jane: LinkagePerson = {
  given: 'Jane',
  family: 'Citizen',
  alsoKnownAs: [],
  dateOfBirth: '1970-02-01',
  dobAccuracy: 'AAA',
  sex: '2',
  suburb: 'Footscray',
  postcode: '3011',
};
const encode = (person: Partial<LinkagePerson>, schema = defaultSchema) =>
  encodeClient({ ...jane, ...person }, secret, schema);
const hexOf = (person: Partial<LinkagePerson>, schema = defaultSchema) => bytesToHex(encode(person, schema).clk);
const none = bytesToHex(new Uint8Array(128));

const name = fc.oneof(
  fc.constantFrom("O'Mara", 'Nguyễn', 'Lee-Archer', 'Søren', '阮', 'Σοφία', 'Ada', 'D’Ángelo Smith', '', '--'),
  fc.string({ maxLength: 12 }),
);
const unknown = <T>(known: fc.Arbitrary<T>) => fc.option(known, { freq: 4 });
const person: fc.Arbitrary<LinkagePerson> = fc.record({
  given: unknown(name),
  family: unknown(name),
  alsoKnownAs: fc.array(fc.record({ given: unknown(name), family: unknown(name) }), { maxLength: 3 }),
  dateOfBirth: unknown(
    fc.oneof(
      fc
        .date({ min: new Date('1900-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      fc.constantFrom('1970', '1970-02', '1970-00-00', '0000-02-01', '1970-02-30', 'long ago'),
    ),
  ),
  dobAccuracy: unknown(fc.constantFrom('AAA', 'EEA', 'UAA', 'EEE', 'UUU', 'AUA', '?')),
  sex: unknown(fc.constantFrom('1', '2', '3', '9', 'FEMALE', 'constructor')),
  suburb: unknown(name),
  postcode: unknown(fc.constantFrom('3011', '0800', ' 3 011', 'n/a', '-')),
});

test('the same person gives the same bytes, whatever was encoded before and whichever array holds the secret', () => {
  fc.assert(
    fc.property(person, person, (one, other) => {
      const first = encodeClient(one, secret, defaultSchema);
      encodeClient(other, secret, defaultSchema);
      expect(encodeClient(one, secret.slice(), { ...defaultSchema })).toEqual(first);
    }),
  );
});

// Computed by a second program in another language.
//
// CAUTION: if this fails, encodings already kept at hubs no longer agree, and `rules` needs a new name.
test('these bytes do not change', () => {
  expect(hexOf({})).toBe(
    [
      '244102c221900e1490890022010801a02084808200002021169e8820931a4a50',
      '0022108c1c0402086001001168060a08489084921c3ec3018248118600848c40',
      '34a1c31260220810ca354001f008208084808001800800e48000c844e10161a0',
      '248013310000155824692028401000081950446202000420401802c308223560',
    ].join(''),
  );
  expect(hexOf({ given: 'Σοφία', family: '阮', dobAccuracy: 'EEA' })).toBe(
    [
      '40010006000002a000890838050a01000002a0828000202100020080a8024a44',
      '2000018208800105600012406002041008004012021a110d8000198401008480',
      '0400001048200a000042c0088290000184001009821100000001001220006408',
      '01001081001400b8004104e1040082901900402210080500048180830840012a',
    ].join(''),
  );
});

test('a filter has 128 bytes, with less than half of its bits set', () => {
  fc.assert(
    fc.property(person, (one) => {
      const { clk } = encodeClient(one, secret, defaultSchema);
      expect(clk.length).toBe(128);
      expect(popcount(clk)).toBeLessThan(1024 / 2);
    }),
  );
  expect(popcount(encode({}).clk)).toBeGreaterThan(200);
  expect(popcount(encode({}).clk)).toBeLessThan(350);
});

test('case, accents, spaces and hyphens in a name make no difference', () => {
  const folded = hexOf({ given: 'Zoë', family: "D'Ángelo-Smith" });
  expect(hexOf({ given: ' ZOE\u0308', family: 'dangelo smith' })).toBe(folded);
});

test('swapping given and family name makes no difference', () => {
  fc.assert(
    fc.property(person, (one) => {
      const swapped = { ...one, given: one.family, family: one.given };
      expect(encodeClient(swapped, secret, defaultSchema).clk).toEqual(encodeClient(one, secret, defaultSchema).clk);
    }),
  );
});

test('a single name gives the same filter in either field', () => {
  expect(hexOf({ given: null, family: 'Sukarno' })).toBe(hexOf({ given: 'Sukarno', family: null }));
  expect(encode({ given: null, family: 'Sukarno' }).parts & partBits.given).toBe(0);
});

test.each<readonly [PartName[], Partial<LinkagePerson>]>([
  [['given'], { given: null }],
  [['given'], { given: ' -- ' }],
  [['family'], { family: '' }],
  [['day', 'birth'], { dobAccuracy: 'EAA' }],
  [['day', 'month', 'birth'], { dobAccuracy: 'EEA' }],
  [['day', 'month', 'birth'], { dateOfBirth: '1970' }],
  [['day', 'birth'], { dateOfBirth: '1970-02' }],
  [['day', 'birth'], { dateOfBirth: '1970-02-00' }],
  [['year', 'birth'], { dateOfBirth: '0000-02-01' }],
  [['year', 'birth'], { dobAccuracy: 'AAU' }],
  [['day', 'month', 'year', 'birth'], { dateOfBirth: null }],
  [['day', 'month', 'year', 'birth'], { dateOfBirth: '1970-02-30' }],
  [['day', 'month', 'year', 'birth'], { dobAccuracy: 'accurate' }],
  [['sex'], { sex: '9' }],
  [['sex'], { sex: 'constructor' }],
  [['suburb'], { suburb: null }],
  [['postcode'], { postcode: ' - ' }],
  [['postcode'], { postcode: 'n/a' }],
])('missing %j: nothing of it is in the filter, and `parts` says so', (missing, unlike) => {
  const without = { ...defaultSchema, parts: defaultSchema.parts.filter(({ part }) => !missing.includes(part)) };
  expect(hexOf(unlike)).toBe(hexOf({}, without));
  expect(hexOf(unlike)).not.toBe(hexOf({}));
  expect(encode(unlike).parts).toBe(missing.reduce((mask, part) => mask & ~partBits[part], 511));
});

test('a date without an accuracy indicator is taken as accurate', () => {
  expect(encode({ dobAccuracy: null })).toEqual(encode({ dobAccuracy: 'AAA' }));
});

test('two people about whom nothing is known do not agree', () => {
  const nothing = {
    ...{ given: null, family: null, dateOfBirth: null, dobAccuracy: null, sex: null, suburb: null, postcode: null },
  };
  expect(encode(nothing)).toEqual({ slk: null, clk: new Uint8Array(128), aliases: [], parts: 0 });
  expect(dice(encode(nothing).clk, encode(nothing).clk)).toBe(0);
});

test('a name in another script does not vanish, and its case and width make no difference', () => {
  const nameOnly = { ...defaultSchema, parts: defaultSchema.parts.filter(({ key }) => key === 'name') };
  for (const family of ['阮', 'Σοφία', 'Шевченко', 'محمد', '한글']) {
    expect(hexOf({ given: null, family }, nameOnly)).not.toBe(none);
    expect(encode({ family }).parts).toBe(encode({}).parts);
  }
  expect(hexOf({ family: 'ШЕВЧЕНКО' })).toBe(hexOf({ family: 'шевченко' }));
  expect(hexOf({ family: '한글' })).toBe(hexOf({ family: '한글'.normalize('NFD') }));
  expect(hexOf({ family: 'カタカナ' })).toBe(hexOf({ family: 'ｶﾀｶﾅ' }));
  expect(
    dice(encode({ family: 'Шевченко' }, nameOnly).clk, encode({ family: 'Шевчук' }, nameOnly).clk),
  ).toBeGreaterThan(dice(encode({ family: 'Шевченко' }, nameOnly).clk, encode({ family: 'Ковальчук' }, nameOnly).clk));
});

test('another secret gives an unrelated filter', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (other) => {
      fc.pre(other.some((byte, place) => byte !== secret[place]));
      const mine = encode({});
      const theirs = encodeClient(jane, Uint8Array.from(other), defaultSchema);
      expect(theirs.slk).not.toBe(mine.slk);
      // By chance two filters share the product of their densities; the margin of five standard deviations covers variation.
      const chance = (popcount(mine.clk) + popcount(theirs.clk)) / 2 / 1024;
      expect(dice(mine.clk, theirs.clk)).toBeLessThan(chance + 0.15);
    }),
    { numRuns: 60 },
  );
});

test('a secret whose bytes are overwritten is not remembered', () => {
  const mine = Uint8Array.from(secret);
  encodeClient(jane, mine, defaultSchema);
  mine.fill(9);
  expect(encodeClient(jane, mine, defaultSchema)).toEqual(
    encodeClient(jane, new Uint8Array(32).fill(9), defaultSchema),
  );
});

test('a name with one letter wrong is nearer than another person born on the same day', () => {
  const right = encode({}).clk;
  expect(dice(right, encode({ family: 'Citzen' }).clk)).toBeGreaterThan(0.85);
  expect(dice(right, encode({ given: 'Marcus', family: 'Okafor' }).clk)).toBeLessThan(0.75);
});

test('each other name gets its own filter, as if it were the name', () => {
  const { clk, aliases } = encode({
    alsoKnownAs: [
      { given: 'Janey', family: null },
      { given: null, family: "O'Mara" },
      { given: 'Janey', family: 'O’Mara' },
    ],
  });
  expect(clk).toEqual(encode({}).clk);
  expect(aliases).toEqual([
    encode({ given: 'Janey' }).clk,
    encode({ family: 'OMARA' }).clk,
    encode({ given: 'Janey', family: 'OMARA' }).clk,
  ]);
});

test('another name that adds nothing new gets no filter', () => {
  const { aliases } = encode({
    alsoKnownAs: [
      {
        given: 'JANE',
        family: null,
      },
      { given: null, family: '' },
      { given: 'Citizen', family: 'Jane' },
      { given: 'Jo', family: null },
      { given: 'jo', family: 'citizen' },
    ],
  });
  expect(aliases).toEqual([encode({ given: 'Jo' }).clk]);
});

test('the SLK is keyed, uses an estimated date as it is, and is absent if part of the date is unknown', () => {
  const slk = keyedSlk(slk581({ given: 'Jane', family: 'Citizen', dateOfBirth: '1970-02-01', sex: '2' }) ?? '', secret);
  expect(encode({}).slk).toBe(slk);
  expect(encode({ sex: 'FEMALE' }).slk).toBe(slk);
  expect(encode({ dobAccuracy: 'EEA' }).slk).toBe(slk);
  expect(encode({ dobAccuracy: null }).slk).toBe(slk);
  expect(encode({ dobAccuracy: 'UUA' }).slk).toBeNull();
  expect(encode({ dobAccuracy: 'accurate' }).slk).toBeNull();
  expect(encode({ dateOfBirth: '1970' }).slk).toBeNull();
});

test('a secret that is too short and an impossible schema are refused', () => {
  expect(() => encodeClient(jane, new Uint8Array(8), defaultSchema)).toThrow('at least 16 bytes; this one has 8');
  expect(() => encode({}, { ...defaultSchema, length: 1000 })).toThrow('1000 bits folded 1 times');
});
