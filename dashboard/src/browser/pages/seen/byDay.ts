import type { SeenQuery } from './generated/seen.ts';

type Told = NonNullable<SeenQuery['client']>['disclosures']['nodes'][number];

/** The same thing told to the same person on one day, however often; `at` is the last time, `since` the first. */
export type Entry = Told & Readonly<{ key: string; times: number; since: string }>;

/** What one person was told on a day for one reason: in brief, and each thing by itself. */
export type Asking = Readonly<{ key: string; first: Told; inBrief: readonly Entry[]; entries: readonly Entry[] }>;

/** What was told on a day, as it is where one looks. */
export type DayOfTold = Readonly<{ day: string; askings: readonly Asking[] }>;

/**
 * Disclosures by day, and on a day by who asked and what for, in their order. A page that is asked again every minute is told again
 * every minute: the same told to the same person for the same reason on one day is one entry, which says how often. And one look at a
 * page is several questions: in brief, all that was told of one record on one ground is one entry.
 */
export const byDay = (told: readonly Told[]): readonly DayOfTold[] =>
  groupsOf(told, ({ at }) => dayOf(at)).map(([day, ofDay]) => ({
    day,
    askings: groupsOf(ofDay, ({ requester, purpose }) => JSON.stringify([requester, purpose])).flatMap(
      ([key, ofOne]) => {
        const [first] = ofOne;
        if (!first) return [];
        const inBrief = entriesOf(ofOne, ({ record, why }) => JSON.stringify([record, why]));
        return [{ key, first, inBrief, entries: entriesOf(ofOne, (one) => JSON.stringify({ ...one, at: day })) }];
      },
    ),
  }));

/** One entry for all that have a key in common, the newest first, with every kind that any of them told. */
const entriesOf = (told: readonly Told[], keyOf: (one: Told) => string): readonly Entry[] =>
  groupsOf(told, keyOf).flatMap(([key, all]) => {
    const [newest] = all;
    const oldest = all.at(-1);
    if (!newest || !oldest) return [];
    const categories = [...new Set(all.flatMap((one) => one.categories))];
    return [{ ...newest, categories, key, times: all.length, since: oldest.at }];
  });

/** Groups by a key, in the order of the first of each. */
function groupsOf<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly [string, readonly Item[]])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups];
}

/** The calendar day of an instant, here. */
function dayOf(at: string): string {
  const when = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}`;
}
