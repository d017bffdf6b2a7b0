import { alertTerms, categoryCodes, needTerms } from '@accord/contract/vocabulary';
import { ageOn } from './calendar.ts';
import type { AgencyKey, FiledRecord, InventedConsent, InventedPerson } from './InventedPerson.ts';
import { inventPartnership } from './inventPartnership.ts';
import { agencies } from './knownWhere.ts';

const asOf = '2026-11-22';
const partnership = inventPartnership({ asOf });
const { people, staff } = partnership;
const records = people.flatMap((person) => person.records);
const shared = people.filter((person) => person.records.length > 1);

test('the same seed, count and day give the same bytes', () => {
  const again = () => JSON.stringify(inventPartnership({ asOf, count: 700, seed: 7 }));
  expect(again()).toBe(again());
});

test('a different seed gives different people', () => {
  const namesBy = (seed: number) =>
    inventPartnership({ asOf, count: 200, seed }).people.map(({ given, family }) => `${given} ${family}`);
  const [one, other] = [namesBy(1), namesBy(2)];
  expect(one.filter((name, place) => place > 0 && name === other[place]).length).toBeLessThan(10);
});

test('there are as many people as asked for, and at least the featured one', () => {
  expect(people).toHaveLength(5000);
  expect(inventPartnership({ asOf, count: 1 }).people.map(({ id }) => id)).toEqual(['p00001']);
  expect(() => inventPartnership({ asOf, count: 0 })).toThrow(RangeError);
  expect(() => inventPartnership({ asOf: '22/11/2026', count: 10 })).toThrow(RangeError);
});

test('everyone is known to some agency, a third to two or more, and some to all three', () => {
  expect(people.every((person) => person.records.length > 0)).toBe(true);
  expect(shared.length / people.length).toBeCloseTo(1 / 3, 2);
  expect(people.filter((person) => person.records.length === 3).length).toBeGreaterThan(200);
});

test('about two in five of the shared people have different spellings or dates somewhere', () => {
  const differing = shared.filter(
    (person) => new Set(person.records.map((one) => JSON.stringify(one.spelling))).size > 1,
  );
  expect(differing.length / shared.length).toBeGreaterThan(0.35);
  expect(differing.length / shared.length).toBeLessThan(0.45);
});

test('truth ids, record numbers and item ids are unique within agency and kind', () => {
  expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
  for (const agency of agencies) {
    const own = records.filter((record) => record.agency === agency);
    const kinds: readonly (readonly number[])[] = [
      own.map(({ number }) => number),
      own.flatMap(({ needs }) => needs.map(({ id }) => id)),
      own.flatMap(({ alerts }) => alerts.map(({ id }) => id)),
      own.flatMap(({ notes }) => notes.map(({ id }) => id)),
      own.flatMap(({ episodes }) => episodes.map(({ id }) => id)),
      own.flatMap(({ health }) => health.map(({ id }) => id)),
    ];
    for (const ids of kinds) expect(new Set(ids).size).toBe(ids.length);
  }
  const consents = people.flatMap((person) => person.consents.map(({ id }) => id));
  expect(new Set(consents).size).toBe(consents.length);
});

test('every code is in the vocabulary', () => {
  const known = {
    alerts: codesOf(alertTerms),
    reasons: codesOf(needTerms),
    categories: new Set<string>(categoryCodes),
  };
  const used = {
    alerts: records.flatMap(({ alerts }) => alerts.map(({ code }) => code)),
    reasons: records.flatMap(({ needs }) => needs.map(({ reason }) => reason)),
    categories: [
      ...records.flatMap(({ notes }) => notes.flatMap(({ about }) => about)),
      ...people.flatMap(({ consents }) => consents.flatMap((one) => one.categories ?? [])),
      ...people.flatMap(({ consents }) =>
        consents.flatMap(({ except = [] }) => except.flatMap((one) => one.categories ?? [])),
      ),
      ...people.flatMap(({ blocks }) => blocks.flatMap((one) => one.categories ?? [])),
    ],
  };
  expect([...new Set(used.alerts)].filter((code) => !known.alerts.has(code))).toEqual([]);
  expect([...new Set(used.reasons)].filter((code) => !known.reasons.has(code))).toEqual([]);
  expect([...new Set(used.categories)].filter((code) => !known.categories.has(code))).toEqual([]);
});

test('nothing on file is dated before the person was born or came to the agency, or after the day of the data', () => {
  for (const person of people) {
    for (const record of person.records) {
      const days = [
        ...record.needs.flatMap((need) => [need.identifiedOn, need.metOn ?? need.identifiedOn]),
        ...record.alerts.flatMap((alert) => [alert.raisedOn, alert.endedOn ?? alert.raisedOn]),
        ...record.notes.map(({ writtenOn }) => writtenOn),
        ...record.episodes.flatMap((episode) => [episode.start, episode.end ?? episode.start]),
        ...record.health.map(({ on }) => on),
      ];
      expect(record.since > person.dateOfBirth).toBe(true);
      expect(days.every((day) => day >= record.since && day <= asOf)).toBe(true);
    }
  }
});

test('about one in eight records with notes describes family violence without an alert for it', () => {
  const noted = records.filter(({ notes }) => notes.length > 0);
  const unnamed = noted.filter(
    (record) => tells(record) && !record.alerts.some(({ code }) => code.startsWith('FAMILY_VIOLENCE')),
  );
  expect(unnamed.length / noted.length).toBeGreaterThan(0.11);
  expect(unnamed.length / noted.length).toBeLessThan(0.14);
});

test('some notes sound like family violence but describe none', () => {
  const notes = records.flatMap((record) => record.notes).filter((note) => !note.describesFamilyViolence);
  for (const words of [/FV screen completed: nil/, /no violence/, /hits her/, /violent father/, /by a stranger/]) {
    expect(notes.some(({ text }) => words.test(text))).toBe(true);
  }
});

test('notes seldom repeat, are neither too short nor too long, and leave no slot unfilled', () => {
  const texts = records.flatMap((record) => record.notes.map(({ text }) => text));
  expect(new Set(texts).size / texts.length).toBeGreaterThan(0.95);
  expect(texts.filter((text) => /[{}[\]|]|undefined/.test(text) || text.length < 10 || text.length > 700)).toEqual([]);
});

test('a note that names the person is labelled as holding identity', () => {
  for (const person of people) {
    const named = person.records
      .flatMap(({ notes }) => notes)
      .filter(({ text }) => text.includes(`${person.given} `) && person.given.length > 4);
    for (const note of named) expect(note.about).toContain('IDENTITY');
  }
});

test('each agency has twenty-five staff: a manager, two team leaders and practitioners', () => {
  for (const agency of agencies) {
    expect(staff[agency]).toHaveLength(25);
    expect(staff[agency].filter(({ role }) => role === 'MANAGER')).toHaveLength(1);
    expect(staff[agency].filter(({ role }) => role === 'TEAM_LEADER')).toHaveLength(2);
  }
  const logins = agencies.flatMap((agency) => staff[agency].map(({ login }) => login));
  expect(new Set(logins).size).toBe(75);
  expect(logins).toContain('priya.raman@harbour');
});

test.each([[1000], [5000]])(
  'with %s people each demonstration practitioner is the worker of exactly fifty',
  (count) => {
    const all =
      count === 5000 ? records : inventPartnership({ asOf, count }).people.flatMap((person) => person.records);
    for (const login of ['mara.okafor@harbour', 'tess.nguyen@wattle', 'kim.abela@kestrel']) {
      expect(all.filter(({ worker }) => worker.login === login)).toHaveLength(50);
    }
  },
);

test('about half of the shared people have released something', () => {
  const released = shared.filter(({ consents }) => consents.some(isLivePermit));
  expect(released.length / shared.length).toBeGreaterThan(0.45);
  expect(released.length / shared.length).toBeLessThan(0.6);
});

test('consents come in every form', () => {
  const all = people.flatMap(({ consents }) => consents);
  const shapes: readonly ((consent: InventedConsent) => boolean)[] = [
    ({ base, categories: named }) => base === 'deny' && named?.length === 1,
    ({ base, except }) => base === 'permit' && except === undefined,
    ({ base, except }) => base === 'permit' && except !== undefined,
    ({ categories: named }) => named?.includes('MENTAL_HEALTH') === true,
    ({ status }) => status === 'refused',
    ({ status }) => status === 'draft',
    ({ to }) => to !== undefined && to < asOf,
    ({ withdrawnOn }) => withdrawnOn !== undefined && withdrawnOn <= asOf,
    ({ from }) => from > asOf,
    ({ supersedes }) => supersedes !== undefined,
    ({ givenByParent }) => givenByParent !== undefined,
  ];
  for (const shape of shapes) expect(all.some(shape)).toBe(true);
});

test('a consent for a young child is given by a parent who does not use violence, or not at all', () => {
  const byId = new Map(people.map((person) => [person.id, person]));
  for (const person of people.filter(({ dateOfBirth }) => ageOn(dateOfBirth, asOf) < 15)) {
    for (const { givenByParent } of person.consents) {
      const parent = byId.get(givenByParent ?? '');
      expect(parent?.household).toBe(person.household);
      expect(parent?.records.some(({ alerts }) => alerts.some(({ code }) => code === 'FAMILY_VIOLENCE_USING'))).toBe(
        false,
      );
    }
  }
});

test('a few blocks are against someone in the same household', () => {
  const byId = new Map(people.map((person) => [person.id, person]));
  const blocked = people.filter(({ blocks }) => blocks.length > 0);
  expect(blocked.length).toBeGreaterThan(10);
  expect(blocked.length).toBeLessThan(120);
  for (const person of blocked) {
    const against = person.blocks.flatMap((block) => block.against ?? []);
    expect(against.map((id) => byId.get(id)?.household)).toEqual(against.map(() => person.household));
  }
});

test('there are twins, and namesakes in different households', () => {
  const twins = groups(people, ({ household, dateOfBirth }) => `${household} ${dateOfBirth}`);
  const namesakes = groups(people, ({ given, family }) => `${given} ${family}`);
  expect(twins.length).toBeGreaterThan(20);
  expect(namesakes.some((group) => new Set(group.map(({ household }) => household)).size > 1)).toBe(true);
});

describe('the featured person', () => {
  const [alma] = people;
  const at = (agency: AgencyKey): FiledRecord | undefined => alma?.records.find((record) => record.agency === agency);

  test('is Alma Reyes-Doyle, first, an adult, known to all three by fixed numbers and workers', () => {
    expect(alma).toMatchObject({ id: 'p00001', given: 'Alma', family: 'Reyes-Doyle', blocks: [] });
    expect(alma?.records.map(({ number, worker }) => [number, worker.login])).toEqual([
      [100001, 'mara.okafor@harbour'],
      [200001, 'tess.nguyen@wattle'],
      [300001, 'kim.abela@kestrel'],
    ]);
    expect(at('kestrel')?.spelling).not.toEqual(at('harbour')?.spelling);
  });

  test('has the alerts mentioned in the tour', () => {
    const active = (agency: AgencyKey) =>
      at(agency)
        ?.alerts.filter(({ status }) => status === 'ACTIVE')
        .map(({ code }) => code);
    expect(active('wattle')).toContain('FAMILY_VIOLENCE_EXPERIENCING');
    expect(active('harbour')).toContain('COMMUNICATION_SAFETY');
    expect(at('kestrel')?.alerts).toContainEqual(
      expect.objectContaining({ code: 'SUICIDE_SELF_HARM', certainty: 'HISTORICAL' }),
    );
    expect(at('kestrel')?.health.some(({ kind }) => kind === 'MENTAL_HEALTH')).toBe(true);
    expect(at('harbour')?.housing).not.toBeNull();
  });

  test('has released her address, mental health and alcohol use to nobody, and no service use to Kestrel', () => {
    const live = alma?.consents.filter(isLivePermit) ?? [];
    const named = (agency: AgencyKey) =>
      live.filter((one) => one.agencies?.includes(agency)).flatMap((one) => one.categories ?? ['everything']);
    expect(live).toHaveLength(3);
    for (const agency of agencies) {
      for (const kept of ['ADDRESS', 'MENTAL_HEALTH', 'AOD', 'everything']) expect(named(agency)).not.toContain(kept);
    }
    expect(named('kestrel').sort()).toEqual(['HOUSING', 'IDENTITY']);
  });
});

function codesOf(terms: readonly Readonly<{ code: string }>[]): ReadonlySet<string> {
  return new Set(terms.map(({ code }) => code));
}

function tells({ notes }: FiledRecord): boolean {
  return notes.some(({ describesFamilyViolence }) => describesFamilyViolence);
}

function isLivePermit({ status, from, to, withdrawnOn }: InventedConsent): boolean {
  const ended = (to !== undefined && to < asOf) || (withdrawnOn !== undefined && withdrawnOn <= asOf);
  return status === 'active' && from <= asOf && !ended;
}

function groups(
  all: readonly InventedPerson[],
  keyOf: (person: InventedPerson) => string,
): readonly (readonly InventedPerson[])[] {
  const byKey = new Map<string, InventedPerson[]>();
  for (const person of all) byKey.set(keyOf(person), [...(byKey.get(keyOf(person)) ?? []), person]);
  return [...byKey.values()].filter((group) => group.length > 1);
}
