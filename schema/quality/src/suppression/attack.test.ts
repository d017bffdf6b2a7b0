import { answerOf, type Question } from '@accord/quality/suppression/answerOf';
import type { CountTable } from '@accord/quality/suppression/CountTable';
import { type Branch, type Dimension, halvesOf, valuesOf } from '@accord/quality/suppression/Dimension';
import type { Group } from '@accord/quality/suppression/PublishedTable';
import { suppressTable } from '@accord/quality/suppression/suppressTable';
import fc from 'fast-check';

// Attackers against what an agency publishes. They know the program and everything published. fast-check prints its seed.

type At = Readonly<Record<string, string>>;
const isSmall = (count: number): boolean => count >= 1 && count <= 4;

function placesOf(dimensions: readonly Dimension[]): readonly At[] {
  return dimensions.reduce<readonly At[]>(
    (places, { name, branches }) =>
      places.flatMap((at) => valuesOf(branches).map((value) => ({ ...at, [name]: value }))),
    [{}],
  );
}

const tableOf = (dimensions: readonly Dimension[], counts: readonly number[]): CountTable => ({
  dimensions,
  cells: placesOf(dimensions).map((at, i) => ({ at, count: counts[i] ?? 0 })),
});

/** Returns every way to spread at most `most` people over `cells`. */
function spreads(cells: number, most: number): readonly (readonly number[])[] {
  if (cells === 0) return [[]];
  return Array.from({ length: most + 1 }, (_, count) =>
    spreads(cells - 1, most - count).map((rest) => [count, ...rest]),
  ).flat();
}

const subsets = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: 2 ** items.length - 1 }, (_, n) => items.filter((__, i) => ((n + 1) >> i) & 1));

/**
 * The strongest attacker: for every possible table, finds every other table with the same publication, and works out what the
 * count of each set of cells can be. A count from 1 to 4 that is known, or known more closely than allowed, is a fault.
 */
function exhaust(dimensions: readonly Dimension[], most: number, publish: (table: CountTable) => unknown) {
  const places = placesOf(dimensions);
  const alike = new Map<string, (readonly number[])[]>();
  for (const counts of spreads(places.length, most)) {
    const key = JSON.stringify(publish(tableOf(dimensions, counts)));
    const tables = alike.get(key);
    if (tables) tables.push(counts);
    else alike.set(key, [counts]);
  }
  const faults: string[] = [];
  for (const tables of alike.values()) {
    for (const set of subsets(places.map((_, i) => i))) {
      const possible = new Set(tables.map((counts) => set.reduce((sum, i) => sum + (counts[i] ?? 0), 0)));
      if (![...possible].some(isSmall)) continue;
      const least = set.length === 1 ? 1 : Math.max(1, Math.min(...possible));
      const expected = [1, 2, 3, 4].filter((count) => count >= least);
      if (possible.size < 2 || !expected.every((count) => possible.has(count))) {
        faults.push(`cells ${set.join('+')} can only be ${[...possible].join(', ')} in ${JSON.stringify(tables[0])}`);
      }
    }
  }
  return faults;
}

const dimension = (name: string, ...branches: Branch[]): Dimension => ({ name, branches });
const shapes: readonly (readonly [string, readonly Dimension[], number])[] = [
  ['three in a row', [dimension('a', 'p', 'q', 'r')], 24],
  ['five in a row', [dimension('a', 'p', 'q', 'r', 's', 't')], 13],
  ['two in two', [dimension('a', 'p', 'q'), dimension('b', ['x', ['y', 'z']])], 10],
  ['two by two', [dimension('a', 'p', 'q'), dimension('b', 'x', 'y')], 14],
  ['three by two', [dimension('a', 'p', 'q', 'r'), dimension('b', 'x', 'y')], 11],
  ['two by two by two', [dimension('a', 'p', 'q'), dimension('b', 'x', 'y'), dimension('c', 'm', 'n')], 8],
];

test.each(shapes)(
  'anyone who knows the program and all that is published cannot tell a count from 1 to 4: %s',
  (_, dimensions, most) => {
    expect(exhaust(dimensions, most, (table) => suppressTable(table).groups).slice(0, 3)).toEqual([]);
  },
);

describe('the attacker is strong enough', () => {
  const cellByCell = ({ cells }: CountTable) => cells.map(({ count }) => (isSmall(count) ? null : count));
  const total = ({ cells }: CountTable) => cells.reduce((sum, { count }) => sum + count, 0);
  const row = [dimension('a', 'p', 'q', 'r')];

  test('a total reveals the only cell that was left out', () => {
    expect(exhaust(row, 12, (table) => [cellByCell(table), total(table)])).not.toEqual([]);
  });

  test('leaving out another cell does not help, if it is always the next smallest', () => {
    const withNext = (table: CountTable) => {
      const counts = table.cells.map(({ count }) => count);
      const rest = counts.filter((count) => count > 4).sort((a, b) => a - b);
      const hidden = counts.some(isSmall) ? rest[0] : undefined;
      return [counts.map((count) => (isSmall(count) || count === hidden ? null : count)), total(table)];
    };
    expect(exhaust(row, 14, withNext)).not.toEqual([]);
  });
});

const threeWays: readonly Dimension[] = [
  dimension('outcome', 'gap', 'named'),
  dimension('certainty', 'indicated', 'disclosed', 'assessed'),
  dimension('month', ['1', '2', '3'], ['4', '5', '6']),
];
/** Mostly zeros and small counts, as an agency has them, with an occasional large one. */
const countsFor = (dimensions: readonly Dimension[]) => {
  const count = fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
    fc.integer({ min: 5, max: 60 }),
  );
  const { length } = placesOf(dimensions);
  return fc.array(count, { minLength: length, maxLength: length });
};

test('in a table too large to try out, every withheld cell could be 1, 2, 3 or 4: another table has the same publication', () => {
  let tried = 0;
  fc.assert(
    fc.property(countsFor(threeWays), (counts) => {
      const { groups } = suppressTable(tableOf(threeWays, counts));
      for (const at of placesOf(threeWays)) {
        const own = groups.find((group) => threeWays.every(({ name }) => group.at[name]?.includes(at[name] ?? '')));
        if (!own || own.count === 0 || Object.values(own.at).every((values) => values.length === 1)) continue;
        for (const count of [1, 2, 3, 4]) {
          const cells = own.count === null ? [{ at, count }] : otherwise(groups, own, at, count);
          expect(JSON.stringify(suppressTable({ dimensions: threeWays, cells }).groups)).toBe(JSON.stringify(groups));
          tried += 1;
        }
      }
    }),
    { numRuns: 30 },
  );
  expect(tried).toBeGreaterThan(500);
});

/** Returns the other table of SUPPRESSION.md's proof: `count` at the place `at` of the group `own`. */
function otherwise(groups: readonly Group[], own: Group, at: At, count: number) {
  const names = threeWays.map(({ name }) => name);
  const prefix = (group: Group, length: number): string =>
    JSON.stringify(names.slice(0, length).map((name) => group.at[name]));
  const halves = (group: Group, i: number) => {
    const branch = branchWith(threeWays[i]?.branches ?? '', group.at[names[i] ?? ''] ?? []);
    const [first, second] = halvesOf(branch) ?? [branch, branch];
    return { uncut: halvesOf(branch) !== null, first: valuesOf(first), second: valuesOf(second) };
  };
  const put = new Map<string, number>();
  const add = (place: At, more: number) => put.set(JSON.stringify(place), (put.get(JSON.stringify(place)) ?? 0) + more);
  const seen = new Set<string>();
  for (const group of groups) {
    if (!group.count) continue;
    const [many, few]: [Record<string, string>, Record<string, string>] = [{}, {}];
    let needed = false;
    names.forEach((name, i) => {
      const { uncut, first, second } = halves(group, i);
      const shared = prefix(group, i + 1) === prefix(own, i + 1);
      const away = first.includes(at[name] ?? '') ? second : first;
      many[name] = (shared ? away : second)[0] ?? '';
      const asks = uncut && !shared && !seen.has(prefix(group, i + 1));
      few[name] = asks ? (first[0] ?? '') : many[name];
      if (asks) seen.add(prefix(group, i + 1));
      needed ||= asks;
    });
    if (group === own) add(at, count);
    else if (needed) add(few, 1);
    add(many, group.count - (group === own ? count : needed ? 1 : 0));
  }
  return [...put].map(([place, n]) => ({ at: JSON.parse(place), count: n }));
}

function branchWith(branch: Branch, values: readonly string[]): Branch {
  if (valuesOf(branch).length === values.length) return branch;
  const half = halvesOf(branch)?.find((part) => values.every((value) => valuesOf(part).includes(value)));
  if (half === undefined) throw new Error('No such branch.');
  return branchWith(half, values);
}

test('asking all questions with every filter, and taking all differences, reveals no count from 1 to 4', () => {
  const dimensions = [dimension('outcome', 'gap', 'named'), dimension('month', ['1', '2'], ['3', '4'])];
  const places = placesOf(dimensions);
  const questions: readonly Question[] = subsets(['gap', 'named']).flatMap((outcome) =>
    subsets(['1', '2', '3', '4']).map((month) => ({ outcome, month })),
  );
  const within = (question: Question) =>
    places.map((at) => (Object.entries(question).every(([name, values]) => values.includes(at[name] ?? '')) ? 1 : 0));
  fc.assert(
    fc.property(countsFor(dimensions), (counts) => {
      const published = suppressTable(tableOf(dimensions, counts));
      const truth = (row: readonly number[]) => row.reduce((sum, n, i) => sum + n * (counts[i] ?? 0), 0);
      const known: number[][] = [];
      for (const question of questions) {
        const [row, answer] = [within(question), answerOf(published, question)];
        if (answer.kind === 'withheld') {
          expect(answer.atLeast <= truth(row) && truth(row) <= answer.atMost).toBe(true);
        } else {
          expect(answer.count).toBe(truth(row));
          known.push([...row]);
          // If a sum is zero, each of its parts is zero.
          if (answer.count === 0)
            known.push(...row.flatMap((n, i) => (n === 1 ? [places.map((_, j) => (i === j ? 1 : 0))] : [])));
        }
      }
      const solved = reduced(known);
      for (const set of subsets(places.map((_, i) => i))) {
        const row = places.map((_, i) => (set.includes(i) ? 1 : 0));
        if (isSmall(truth(row))) expect(follows(row, solved)).toBe(false);
      }
    }),
  );
});

/** Returns the rows in echelon form, by the place of their leading entry. */
function reduced(rows: readonly (readonly number[])[]): Map<number, readonly number[]> {
  const solved = new Map<number, readonly number[]>();
  for (const row of rows) {
    const rest = without(row, solved);
    const lead = rest.findIndex((n) => Math.abs(n) > 1e-9);
    if (lead >= 0)
      solved.set(
        lead,
        rest.map((n) => n / (rest[lead] ?? 1)),
      );
  }
  return solved;
}
function without(row: readonly number[], solved: ReadonlyMap<number, readonly number[]>): readonly number[] {
  let rest = row;
  row.forEach((_, i) => {
    const by = solved.get(i);
    const times = rest[i] ?? 0;
    if (by && Math.abs(times) > 1e-9) rest = rest.map((n, j) => n - times * (by[j] ?? 0));
  });
  return rest;
}
const follows = (row: readonly number[], solved: ReadonlyMap<number, readonly number[]>): boolean =>
  without(row, solved).every((n) => Math.abs(n) < 1e-9);

describe('laws', () => {
  test('groups hold every cell once, and each group has none, or five or more', () => {
    fc.assert(
      fc.property(countsFor(threeWays), (counts) => {
        const table = tableOf(threeWays, counts);
        const { groups } = suppressTable(table);
        for (const { at } of table.cells) {
          expect(
            groups.filter((group) => threeWays.every(({ name }) => group.at[name]?.includes(at[name] ?? ''))),
          ).toHaveLength(1);
        }
        if (groups.length > 1) expect(groups.every(({ count }) => count === 0 || (count ?? 0) >= 5)).toBe(true);
      }),
    );
  });

  test('a further dimension, put last, only cuts groups: what was published before follows from what is published now', () => {
    const after = dimension('after', 'gap', 'named');
    fc.assert(
      fc.property(countsFor([...threeWays, after]), (counts) => {
        const finer = tableOf([...threeWays, after], counts);
        const places = placesOf(threeWays);
        const before = suppressTable(
          tableOf(
            threeWays,
            places.map((_, i) => (counts[2 * i] ?? 0) + (counts[2 * i + 1] ?? 0)),
          ),
        );
        const now = suppressTable(finer);
        for (const { at, count } of before.groups) {
          const answer = answerOf(now, at);
          expect(answer).toEqual(
            count === null ? { kind: 'withheld', atLeast: 0, atMost: 4 } : { kind: 'counted', count },
          );
        }
      }),
    );
  });
});
