import { auditDimensions } from '@accord/quality/audit/auditDimensions';
import { auditPlaces } from '@accord/quality/audit/auditPlaces';
import { cellOf, type Facts } from '@accord/quality/audit/cellOf';
import type { Cell, Place } from '@accord/quality/suppression/CountTable';
import { type Branch, halvesOf, valuesOf } from '@accord/quality/suppression/Dimension';
import type { Group } from '@accord/quality/suppression/PublishedTable';
import { suppressTable } from '@accord/quality/suppression/suppressTable';
import fc from 'fast-check';

// Attackers against the table that an agency's audit publishes. They know how its dimensions depend on each other, as everyone
// does.

const window = { first: '2026-07', last: '2026-09' };
const [dimensions, places] = [auditDimensions(window), auditPlaces(window)];

/** Returns what is published about these people. */
function publishedOf(people: readonly Facts[]) {
  const counts = new Map<string, number>();
  for (const facts of people) {
    const at = JSON.stringify(cellOf(facts, window));
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  const cells = [...counts].map(([at, count]) => ({ at: JSON.parse(at), count }));
  return JSON.stringify(suppressTable({ dimensions, cells, places }).groups);
}

const alert = (raisedOn: string | null) => ({ raisedOn, endedOn: null, status: 'ACTIVE', certainty: 'DISCLOSED' });
const person = (evidence: string | null, raisedOn: string | null): Facts => ({
  evidence: evidence === null ? [] : [evidence],
  alerts: raisedOn === null ? [] : [alert(raisedOn)],
});
const many = (count: number, facts: Facts): readonly Facts[] => Array.from({ length: count }, () => facts);

const upTo = [0, 1, 2, 3, 4] as const;
/** All sets of five counts, each at most four, with a sum of at most five. */
const upToFive = upTo
  .flatMap((a) =>
    upTo.flatMap((b) => upTo.flatMap((c) => upTo.flatMap((d) => upTo.map((e) => [a, b, c, d, e] as const)))),
  )
  .filter((counts) => counts.reduce<number>((sum, count) => sum + count, 0) <= 5);

test('with few people who have evidence, some without an alert, refused cuts do not reveal how many', () => {
  /** `told`: the people with evidence, counted by alert: none, an old one, and one raised in each month. */
  const agency = (told: readonly [number, number, number, number, number]): readonly Facts[] => {
    const [none, old, july, august, september] = told;
    return [
      ...[...many(none, person('2026-08-03', null)), ...many(60 - none, person(null, null))],
      ...[...many(old, person('2026-08-03', '2026-02-01')), ...many(11 - old, person(null, '2026-02-01'))],
      ...[...many(july, person('2026-07-03', '2026-07-09')), ...many(9 - july, person(null, '2026-07-09'))],
      ...[...many(august, person('2026-08-03', '2026-08-09')), ...many(9 - august, person(null, '2026-08-09'))],
      ...[...many(september, person('2026-09-03', '2026-09-09')), ...many(9 - september, person(null, '2026-09-09'))],
    ];
  };
  const told = publishedOf(agency([1, 1, 1, 1, 0]));
  const possible = new Set<number>();
  for (const [none, old, july, august, september] of upToFive)
    if (publishedOf(agency([none, old, july, august, september])) === told) possible.add(none);
  expect([...possible].filter((count) => count > 0).sort()).toEqual([1, 2, 3, 4]);
});

test('an audit puts people in the listed places, and nowhere else', () => {
  const days = ['2026-06-15', '2026-07-01', '2026-07-02', '2026-08-01', '2026-08-20', '2026-09-01', '2026-09-09'];
  const day = fc.constantFrom(...days, '2026-09-30', '2026-10-01');
  const every = [null, ...days, '2026-09-30'];
  const certainty = [null, 'INDICATED', 'DISCLOSED', 'ASSESSED', 'HISTORICAL', 'RULED_OUT', 'CORRECTED'];
  const met = new Set(
    every.flatMap((on) => [
      keyOf(cellOf(person(on, null), window)),
      ...every.flatMap((raisedOn) =>
        certainty.map((sure) => {
          const alerts = [{ ...alert(raisedOn), certainty: sure }];
          return keyOf(cellOf({ ...person(on, null), alerts }, window));
        }),
      ),
    ]),
  );
  expect([...met].sort()).toEqual(places.map(keyOf).sort());
  const several = fc.record({
    evidence: fc.array(day, { maxLength: 3 }),
    alerts: fc.array(
      fc.record({
        ...{ raisedOn: fc.option(day), endedOn: fc.option(day, { freq: 8 }), certainty: fc.constantFrom(...certainty) },
        status: fc.constantFrom('ACTIVE', 'UNDER_REVIEW', 'CLOSED', null),
      }),
      { maxLength: 3 },
    ),
  });
  fc.assert(
    fc.property(several, (facts) => {
      expect(met.has(keyOf(cellOf(facts, window)))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

const keyOf = (at: Place): string => JSON.stringify(Object.entries(at).sort());

describe('whatever an agency has', () => {
  const all = auditDimensions(window, ['2026-12-31']);
  const names = all.map(({ name }) => name);
  const [again = ''] = names.slice(-1);
  const everywhere = places.flatMap((at) => ['GAP', 'NAMED'].map((now): Place => ({ ...at, [again]: now })));
  const publish = (cells: readonly Cell[]) => suppressTable({ dimensions: all, cells, places }).groups;
  // Few people in most places and many in some; otherwise either every cut is refused at once, or none.
  const counts = fc.array(
    fc.oneof(
      { weight: 30, arbitrary: fc.constant(0) },
      { weight: 6, arbitrary: fc.integer({ min: 1, max: 3 }) },
      { weight: 3, arbitrary: fc.integer({ min: 5, max: 30 }) },
    ),
    { minLength: everywhere.length, maxLength: everywhere.length },
  );

  test('every withheld count could be 1, 2, 3 or 4: other people, in possible places, give the same publication', () => {
    let tried = 0;
    fc.assert(
      fc.property(counts, fc.infiniteStream(fc.nat(1_000)), (given, picks) => {
        const groups = publish(everywhere.map((at, nth) => ({ at, count: given[nth] ?? 0 })));
        const told = JSON.stringify(groups);
        for (const own of groups) {
          const within = everywhere.filter((at) => isIn(own, at));
          const at = within[(picks.next().value ?? 0) % within.length];
          if (!own.count || !at || within.length === 1) continue;
          for (const count of [1, 2, 3, 4]) {
            expect(JSON.stringify(publish(otherwise(groups, own, at, count))) === told).toBe(true);
            tried += 1;
          }
        }
      }),
      { numRuns: 12 },
    );
    expect(tried).toBeGreaterThan(200);
  });

  const isIn = (group: Group, at: Place): boolean => names.every((name) => group.at[name]?.includes(at[name] ?? ''));

  /**
   * Returns the other table of SUPPRESSION.md's proof, with people only in possible places: `count` of them at the place `at`
   * of the group `own`.
   */
  function otherwise(groups: readonly Group[], own: Group, at: Place, count: number): readonly Cell[] {
    const put = new Map<string, Cell>();
    const add = (place: Place, more: number) =>
      put.set(keyOf(place), { at: place, count: (put.get(keyOf(place))?.count ?? 0) + more });
    const asked = new Set<string>();
    for (const group of groups) {
      if (!group.count) continue;
      const [many, few]: [Side[], Side[]] = [[], []];
      let needed = false;
      for (const { first, path } of refusedIn(group)) {
        const shared = path === pathTo(own, JSON.parse(path).length);
        const side: Side = shared ? (place) => first(place) !== first(at) : (place) => !first(place);
        const asks = !shared && !asked.has(path);
        asked.add(path);
        many.push(side);
        few.push(asks ? first : side);
        needed ||= asks;
      }
      const find = (sides: readonly Side[]): Place => {
        const found = everywhere.find((place) => isIn(group, place) && sides.every((side) => side(place)));
        if (!found) throw new Error(`Nobody can be where the proof puts them: ${JSON.stringify(group)}`);
        return found;
      };
      if (group === own) add(at, count);
      else if (needed) add(find(few), 1);
      add(find(many), group.count - (group === own ? count : needed ? 1 : 0));
    }
    return [...put.values()];
  }

  type Side = (place: Place) => boolean;
  const pathTo = (group: Group, length: number): string =>
    JSON.stringify(names.slice(0, length).map((name) => group.at[name]));

  /**
   * Returns the cuts that were tried in a group and refused, as anyone who knows the program can infer them from what is
   * published.
   */
  function refusedIn(group: Group): readonly Readonly<{ first: Side; path: string }>[] {
    const refused: { first: Side; path: string }[] = [];
    let can = everywhere;
    all.forEach(({ name, branches }, nth) => {
      const values = group.at[name] ?? [];
      can = can.filter((place) => values.includes(place[name] ?? ''));
      const halves = halvesOf(branchWith(branches, values));
      if (!halves) return;
      const half = new Set(valuesOf(halves[0]));
      const first: Side = (place) => half.has(place[name] ?? '');
      const sides = (part: readonly Place[]) =>
        new Set(part.map((place) => refused.map((one) => one.first(place)).join())).size;
      const parts = [can.filter(first), can.filter((place) => !first(place))];
      const free = parts.every((part) => sides(part) === 2 ** refused.length);
      if (free) refused.push({ first, path: pathTo(group, nth + 1) });
    });
    return refused;
  }

  function branchWith(branch: Branch, values: readonly string[]): Branch {
    if (valuesOf(branch).length === values.length) return branch;
    const half = halvesOf(branch)?.find((part) => values.every((value) => valuesOf(part).includes(value)));
    if (half === undefined) throw new Error('No such branch.');
    return branchWith(half, values);
  }
});
