import { readSubgraph } from '@accord/contract/readSubgraph';
import { coreSubgraph } from '@accord/contract/subgraphs';
import fc from 'fast-check';
import type { Released } from '../release/ReleaseBook.ts';
import { type AlertsAgreed, type ItemRoom, mayRelease, redact } from './redact.ts';
import { type ObjectShape, shapeOf } from './shapeOf.ts';

const schema = readSubgraph(coreSubgraph());
const fetchOf = (selection: string, condition = '') =>
  shapeOf(
    `query($representations: [_Any!]!, $yes: Boolean!) { _entities(representations: $representations) { ... on AgencyRecord ${condition} { ${selection} } } }`,
    schema,
  );
const shape = (selection: string): ObjectShape => {
  const found = fetchOf(selection).entities.get('AgencyRecord');
  if (!found) throw new Error('no shape');
  return found;
};
function fetchFigures(selection: string): ObjectShape {
  const query = `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Agency { figures { ${selection} } } } }`;
  const found = shapeOf(query, schema).entities.get('Agency');
  if (!found) throw new Error('no shape');
  return found;
}
const recordWith = (...categories: readonly string[]): Released => ({
  ...{ handle: 'opaque', agency: 'wattle', number: '2', client: 'ada' },
  categories: new Map(categories.map((category) => [category, ['c1']])),
  consented: new Set(),
});

type Json = Readonly<Record<string, unknown>>;
const kept = (answer: Json, selection: string, ...categories: readonly string[]) =>
  keptBy(false, answer, selection, categories);

/** What passes if the person themself reads, with every key that the exchange adds. */
const keptForSelf = (answer: Json, selection: string, ...categories: readonly string[]) =>
  keptIn(shape(selection), false, answer, categories, { ownAlerts: new Set(['MEDICAL', 'FAMILY_VIOLENCE_USING']) });

const keptBy = (isTheirs: boolean, answer: Json, selection: string, categories: readonly string[]) =>
  keptIn(shape(selection), isTheirs, answer, categories);

function keptIn(
  asked: ObjectShape,
  isTheirs: boolean,
  answer: Json,
  categories: readonly string[],
  { ownAlerts = null, room = new Map() }: Readonly<{ ownAlerts?: AlertsAgreed | null; room?: ItemRoom }> = {},
) {
  const told = new Set<string>();
  const lost: string[] = [];
  let amiss = false;
  const value = redact(structuredClone(answer), asked, {
    isTheirs,
    ownAlerts,
    record: recordWith(...categories),
    itemId: (_agency, type, id) => `${type}:${id}`,
    told: (which) => {
      for (const category of which) told.add(category);
    },
    amiss: () => {
      amiss = true;
    },
    room,
    lost: (type) => lost.push(type),
  });
  return { value, told: [...told].sort(), amiss, lost };
}

test('a field is judged by what it is, not by what it is called', () => {
  const { value } = kept({ identity: { line: '2 Hidden Rd' } }, 'identity: address { line }', 'IDENTITY');
  expect(value).toEqual({ __typename: 'AgencyRecord', identity: null });
});

test('the labels of type and field add up', () => {
  const answer = { contact: { phone: '1', email: 'a' } };
  expect(kept(answer, 'contact { phone email }', 'CONTACT').value.contact).toMatchObject({ phone: null, email: 'a' });
  expect(kept(answer, 'contact { phone email }', 'PHONE').value.contact).toBeNull();
  expect(kept(answer, 'contact { phone email }', 'CONTACT', 'PHONE').value.contact).toMatchObject({ phone: '1' });
});

test('an agency is asked if something of a field could be released; a record’s number alone is not worth asking for', () => {
  const asks = (selection: string, ...categories: readonly string[]) =>
    shape(selection).fields.some((field) => mayRelease(field, recordWith(...categories)));
  expect(asks('id _id identity { sex } contact { phone }', 'HOUSING', 'PHONE')).toBe(false);
  expect(asks('id contact { phone }', 'CONTACT')).toBe(true);
  expect(asks('alerts { id }', 'HOUSING')).toBe(true);
});

test('an agency is asked for what a person is not told of as well: that it was not would show them that it is closed', () => {
  const theirs = { ...recordWith('HOUSING'), unread: new Set(['IDENTITY']) };
  const asks = (selection: string) => shape(selection).fields.some((field) => mayRelease(field, theirs));
  expect([asks('id identity { sex }'), asks('id contact { email }')]).toEqual([true, false]);
});

test('items pass one by one, and only those that say what they are about', () => {
  const answer = {
    alerts: [
      { _accord_about: ['FV_RISK'], text: 'told' },
      { _accord_about: ['FV_RISK', 'LEGAL'], text: 'two kinds' },
      { _accord_about: [], text: 'no kind' },
      { text: 'silent' },
    ],
  };
  const { value, told } = kept(answer, 'alerts { text }', 'FV_RISK');
  expect(value.alerts).toEqual([{ _accord_about: ['FV_RISK'], text: 'told' }]);
  expect(told).toEqual(['FV_RISK']);
});

test('a twin reports which of its items were dropped unread, but not which are withheld', () => {
  const item = { id: 'a', about: ['HOUSING'] };
  const alerts = [
    item,
    null,
    { id: 'b' },
    { ...item, about: [] },
    { about: ['HOUSING'] },
    { ...item, about: ['HEALTH'] },
  ];
  const twin = kept({ _alerts: alerts }, '_alerts { id about }', 'HOUSING');
  expect(twin.lost).toEqual(['Alert', 'Alert', 'Alert', 'Alert']);
  expect(kept({ alerts }, 'alerts { id about }', 'HOUSING').lost).toEqual([]);
});

test('what a twin carries does not count as disclosed yet', () => {
  expect(kept({ _identity: { dateOfBirth: '1990-02-03' } }, '_identity { dateOfBirth }', 'IDENTITY').told).toEqual([]);
  expect(kept({ _alerts: [{ id: 'a', about: ['HOUSING'] }] }, '_alerts { id about }', 'HOUSING').told).toEqual([]);
});

test('a value of another type becomes null, and the mismatch is reported', () => {
  const { value, amiss } = kept(
    { identity: { sex: 'YES', dateOfBirth: 19900203 } },
    'identity { sex dateOfBirth }',
    'IDENTITY',
  );
  expect(value.identity).toMatchObject({ sex: null, dateOfBirth: null });
  expect(amiss).toBe(true);
  const words = { dateOfBirth: '2 Hidden Rd' };
  expect(kept({ identity: words }, 'identity { dateOfBirth }', 'IDENTITY').value.identity).toMatchObject({
    dateOfBirth: null,
  });
  const ways = { contact: { unsafe: ['SMS', '2 Hidden Rd'] } };
  expect(kept(ways, 'contact { unsafe }', 'CONTACT').value.contact).toMatchObject({ unsafe: null });
  const concerns = [null, 'CLIENT', { isClient: true }];
  const alerts = kept(
    { alerts: [{ about: ['HEALTH'], concerns }] },
    'alerts { about concerns { isClient } }',
    'HEALTH',
  );
  expect(alerts.value.alerts).toMatchObject([{ concerns: [{ isClient: true }] }]);
});

test('a day that no calendar has is no day: it would have no place among others, and no page could show it', () => {
  const born = (dateOfBirth: string) => kept({ identity: { dateOfBirth } }, 'identity { dateOfBirth }', 'IDENTITY');
  for (const day of [
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-02-29',
    '2026-06-00',
    '0000-00-00',
    '2026-99-99',
  ]) {
    const { value, amiss } = born(day);
    expect([day, value.identity, amiss]).toEqual([day, { dateOfBirth: null }, true]);
  }
  for (const day of ['2024-02-29', '2000-02-29', '2026-12-31', '1900-01-01'])
    expect(born(day)).toMatchObject({ value: { identity: { dateOfBirth: day } }, amiss: false });
});

test('counts that lack what is promised of them, or are none, are left behind whole, however many there are', () => {
  const counted = fetchFigures('people { value suppressed } alerts { code count { value suppressed } }');
  const judged = (figures: Json) => {
    const { value, amiss } = keptIn(counted, false, { figures }, []);
    return [value.figures, amiss];
  };
  const count = { value: 10, suppressed: false };
  const alert = { code: 'SELF_HARM', count };
  expect(judged({ people: count, alerts: [alert] })).toEqual([{ people: count, alerts: [alert] }, false]);
  const lacking = [{}, { code: 'SELF_HARM' }, { code: 'SELF_HARM', count: { value: 10 } }, { ...alert, code: null }];
  expect(judged({ people: { value: 10 }, alerts: [...lacking, alert] })).toEqual([
    { people: null, alerts: [alert] },
    true,
  ]);
  for (const value of [2 ** 31, 1e300, 0.5])
    expect(judged({ people: { ...count, value }, alerts: [] })).toEqual([
      { people: { ...count, value: null }, alerts: [] },
      true,
    ]);
});

test('a list that is longer than any is none, whatever is in it', () => {
  const [most, more] = [10_000, 10_001].map((length) => Array.from({ length }, () => 'HEALTH'));
  const told = (about: unknown, many: number) => {
    const alerts = Array.from({ length: many }, () => ({ about }));
    const { value, amiss } = kept({ alerts }, 'alerts { about }', 'HEALTH');
    return [Array.isArray(value.alerts) ? value.alerts.length : null, amiss];
  };
  expect([told(['HEALTH'], 10_000), told(['HEALTH'], 10_001)]).toEqual([
    [10_000, false],
    [null, true],
  ]);
  expect([told(most, 1), told(more, 1)]).toEqual([
    [1, false],
    [0, true],
  ]);
  const ways = (length: number) =>
    kept({ contact: { unsafe: Array.from({ length }, () => 'SMS') } }, 'contact { unsafe }', 'CONTACT').value.contact;
  expect([ways(10_000), ways(10_001)]).toEqual([{ unsafe: expect.any(Array) }, { unsafe: null }]);
});

test('a list for which one answer has no room left is told of, and never shortened; each list asked for has its own room', () => {
  const room: ItemRoom = new Map();
  const asked = shape('alerts { about } again: alerts { about }');
  const of = (many: number, key = 'alerts') => {
    const answer = { [key]: Array.from({ length: many }, () => ({ about: ['HEALTH'] })) };
    const { value, amiss } = keptIn(asked, false, answer, ['HEALTH'], { room });
    const list = value[key];
    return [Array.isArray(list) ? list.length : null, amiss];
  };
  expect([of(10_000), of(9_000), of(1_001), of(1_000), of(1), of(0), of(10_000, 'again')]).toEqual([
    [10_000, false],
    [9_000, false],
    [null, true],
    [1_000, false],
    [null, true],
    [0, false],
    [10_000, false],
  ]);
});

test('an item whose id is longer than any is left behind, and told of', () => {
  const alerts = ['x'.repeat(500), 'x'.repeat(501)].map((id) => ({ id, about: ['HEALTH'] }));
  const { value, lost } = kept({ _alerts: alerts }, '_alerts { id about }', 'HEALTH');
  expect([value._alerts, lost]).toEqual([[{ id: `Alert:${'x'.repeat(500)}`, about: ['HEALTH'] }], ['Alert']]);
});

test('ids disclose neither the agency nor its numbers', () => {
  const answer = { id: '2', alerts: [{ _accord_about: ['HEALTH'], id: 31 }] };
  expect(kept(answer, 'id alerts { id }', 'HEALTH').value).toMatchObject({
    id: 'opaque',
    alerts: [{ id: 'Alert:31' }],
  });
});

test('whatever an agency sends, nothing passes that is not permitted', () => {
  const selection =
    'identity { name { given } } contact { phone email } address { line } alerts { text } notes { text }';
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (one, two, three) => {
      const sent = {
        identity: one,
        contact: two,
        address: three,
        alerts: [one, two],
        notes: three,
        __proto__: two,
        more: one,
      };
      const { value, told } = kept(sent, selection);
      expect(told).toEqual([]);
      expect([value.identity, value.contact, value.address]).toEqual([null, null, null]);
      for (const items of [value.alerts, value.notes])
        expect(items === null || JSON.stringify(items) === '[]').toBe(true);
      expect(Object.keys(value).sort()).toEqual(['__typename', 'address', 'alerts', 'contact', 'identity', 'notes']);
    }),
  );
});

test('what was not requested is dropped, in the record and below, and nothing inherited counts as a value', () => {
  const sent = JSON.parse(
    '{"contact":{"phone":"1","email":"a","__proto__":{"email":"b"}},"__proto__":{"x":1},"address":{"line":"2 Hidden Rd"},"_accord_id":"2"}',
  );
  const { value } = kept(sent, 'contact { email constructor: phone }', 'CONTACT', 'PHONE', 'ADDRESS');
  expect(value).toEqual({
    __typename: 'AgencyRecord',
    _accord_id: '2',
    contact: { email: 'a', constructor: null },
  });
  expect([value, value.contact].map((one) => Object.hasOwn(one as object, '__proto__'))).toEqual([false, false]);
});

test('a type’s name is returned if it is requested, whatever the agency calls it', () => {
  const answer = { alerts: [{ about: ['HEALTH'], __typename: 'Record' }] };
  expect(kept(answer, 'alerts { __typename about }', 'HEALTH').value.alerts).toEqual([
    { about: ['HEALTH'], __typename: 'Alert' },
  ]);
  expect(kept(answer, 'alerts { about }', 'HEALTH').value.alerts).toEqual([{ about: ['HEALTH'] }]);
});

test('items are judged by the agency’s own `about` if it is requested, and by no other field of that name', () => {
  const item = { about: ['HEALTH'], code: 'MEDICAL' };
  expect(kept({ alerts: [item] }, 'alerts { about code }', 'HEALTH').value.alerts).toEqual([item]);
  expect(kept({ alerts: [item] }, 'alerts { about code }', 'LEGAL').value.alerts).toEqual([]);
  expect(kept({ alerts: [item] }, 'alerts { about: code code }', 'HEALTH').value.alerts).toEqual([]);
});

test('however a query is written, each item’s `about` and each entity’s id are requested', () => {
  const sent = (selection: string, condition?: string) => fetchOf(selection, condition).document.replace(/\s+/g, ' ');
  const about = '{ _accord_about: about';
  expect(sent('alerts { about @include(if: $yes) id }')).toContain(`alerts ${about}`);
  expect(sent('alerts { kind: about about: code }')).toContain(`alerts ${about}`);
  expect(sent('... @include(if: $yes) { alerts { id } }')).toContain(`alerts ${about}`);
  expect(sent('alerts { about }')).toContain('alerts { _accord_code: code about }');
  expect(sent('id', '@include(if: $yes)')).toContain(
    '... on AgencyRecord { _accord_id: id ... on AgencyRecord @include(if: $yes) { id } }',
  );
});

test('what a condition leaves out is no key of the answer, but a twin is null; a field requested twice returns both selections', () => {
  const skipped = 'identity @include(if: $yes) { sex } _alerts @include(if: $yes) { id about }';
  expect(kept({}, skipped, 'IDENTITY').value).toEqual({ __typename: 'AgencyRecord', _alerts: null });
  const twice = 'identity { sex } ... @include(if: $yes) { identity { dateOfBirth } }';
  const identity = { sex: 'FEMALE', dateOfBirth: '1990-02-03' };
  expect(kept({ identity }, twice, 'IDENTITY').value.identity).toEqual(identity);
  expect(kept({}, twice, 'IDENTITY').value).toEqual({ __typename: 'AgencyRecord', identity: null });
});

test('a record has its handle even if an agency leaves the number out, every time', () => {
  const asked = shape('id identity { sex }');
  for (const _ of [1, 2]) expect(keptIn(asked, false, { identity: null }, []).value).toMatchObject({ id: 'opaque' });
});

test('prompts that an agency sends unasked to another’s worker are dropped, whether or not all their kinds are permitted', () => {
  const answer = { prompts: [{ _accord_about: ['FV_RISK'], code: 'MEDICAL' }] };
  const others = kept(answer, 'prompts { code }', 'FV_RISK');
  expect(others).toEqual({ value: { __typename: 'AgencyRecord', prompts: null }, told: [], amiss: true, lost: [] });
  const own = keptBy(true, answer, 'prompts { code }', ['FV_RISK']);
  expect(own.value.prompts).toMatchObject([{ code: 'MEDICAL' }]);
  expect(keptBy(true, answer, 'prompts { code }', ['LEGAL']).value.prompts).toEqual([]);
});

test('what passes does not depend on the order of an answer’s keys, on missing or extra keys, or on earlier answers', () => {
  const selection = 'id identity { name { given } dateOfBirth } contact { phone email } alerts { id code raisedOn }';
  const value = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('MEDICAL', '1990-02-03', '7') },
    fc.constantFrom(null, 7, '1990-2-3', '1990-02-0x', ['MEDICAL'], {}),
  );
  const below = (...keys: readonly string[]) => fc.dictionary(fc.constantFrom(...keys, 'more', '__typename'), value);
  const alert = fc
    .tuple(fc.constantFrom(['FV_RISK'], ['LEGAL']), below('id', 'code', 'raisedOn'))
    .map(([about, rest]) => ({ _accord_about: about, ...rest }));
  const parts = fc.record(
    {
      _accord_id: value,
      id: value,
      identity: fc.oneof(value, below('dateOfBirth')),
      contact: fc.oneof(value, below('phone', 'email', 'email')),
      alerts: fc.oneof(value, fc.array(alert)),
      more: value,
    },
    { requiredKeys: [] },
  );
  const asked = shape(selection);
  const whole = {
    ...{ _accord_id: '2', id: '2', identity: { name: { given: 'A' }, dateOfBirth: '1990-02-03' } },
    ...{ contact: { phone: '1', email: 'a' } },
    alerts: [{ _accord_about: ['FV_RISK'], id: '7', code: 'MEDICAL', raisedOn: '1990-02-03' }],
  };
  const may = ['IDENTITY', 'CONTACT', 'FV_RISK'];
  const first = keptIn(asked, false, whole, may);
  expect(first.value.alerts).toEqual([{ ...whole.alerts[0], id: 'Alert:7' }]);
  fc.assert(
    fc.property(parts, fc.boolean(), (some, back) => {
      const entries = Object.entries({ ...whole, ...some });
      const answer = Object.fromEntries(back ? entries.reverse() : entries);
      for (const one of [answer, some]) {
        const alone = keptBy(false, one, selection, may);
        const among = keptIn(asked, false, one, may);
        expect(among).toEqual(alone);
      }
    }),
    { numRuns: 500 },
  );
  expect(keptIn(asked, false, whole, may)).toEqual(first);
});

test('an alert that a person uses violence, or of no agreed kind, is not for that person, and nothing is reported as amiss', () => {
  const alerts = ['FAMILY_VIOLENCE_USING', 'MEDICAL', null, undefined, 'DV-PERP'].map((code, n) => ({
    ...{ id: `a${n}`, _accord_about: ['HEALTH'], text: `text ${n}` },
    ...(code !== undefined && { _accord_code: code }),
  }));
  for (const field of ['alerts', '_alerts']) {
    const self = keptForSelf({ [field]: alerts }, `${field} { text }`, 'HEALTH');
    expect(self.value[field]).toMatchObject([{ text: 'text 1' }]);
    expect(self).toMatchObject({ amiss: false, lost: [] });
  }
  expect(kept({ alerts }, 'alerts { text }', 'HEALTH').value.alerts).toHaveLength(5);
});

test('an alert that its person may not read is not told of either', () => {
  const alerts = [{ id: 'a', about: ['FV_RISK'], code: 'FAMILY_VIOLENCE_USING', text: 'He said it.' }];
  expect(keptForSelf({ alerts }, 'alerts { about code text }', 'FV_RISK')).toMatchObject({
    ...{ value: { alerts: [] }, told: [] },
  });
  // The code is asked for where the query does not ask for it plainly, or may leave it out.
  for (const selection of ['text', 'kind: code', 'code @include(if: $yes)'])
    expect(fetchOf(`alerts { ${selection} }`).document).toContain('_accord_code: code');
  expect(fetchOf('alerts { code }').document).not.toContain('_accord_code');
});
