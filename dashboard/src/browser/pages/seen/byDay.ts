import type { SeenQuery } from './generated/seen.ts';

type Told = NonNullable<SeenQuery['client']>['disclosures']['nodes'][number];

/** The same disclosure to the same person on one day, however often; `at` is the last time, `since` the first. */
export type Entry = Told & Readonly<{ key: string; times: number; since: string }>;

/** What one person saw on one day for one purpose: a summary, and each disclosure. */
export type Asking = Readonly<{ key: string; first: Told; inBrief: readonly Entry[]; entries: readonly Entry[] }>;

/** The disclosures of one day, in this device's time zone. */
export type DayOfTold = Readonly<{ day: string; askings: readonly Asking[] }>;

/**
 * Groups disclosures by day, and within a day by who asked and for what purpose, keeping their order. A page that polls every
 * minute makes a disclosure every minute, so the same disclosure to the same person for the same purpose on one day becomes one
 * entry with a count. And one look at a page is several queries, so the summary has one entry for everything disclosed from one
 * record on one ground.
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

/** Merges disclosures with the same key into one entry, the newest first, with every category that any of them disclosed. */
const entriesOf = (told: readonly Told[], keyOf: (one: Told) => string): readonly Entry[] =>
  groupsOf(told, keyOf).flatMap(([key, all]) => {
    const [newest] = all;
    const oldest = all.at(-1);
    if (!newest || !oldest) return [];
    const categories = [...new Set(all.flatMap((one) => one.categories))];
    return [{ ...newest, categories, key, times: all.length, since: oldest.at }];
  });

/** Groups items by a key; groups are in the order of their first item. */
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

/** The calendar day of an instant, in this device's time zone. */
function dayOf(at: string): string {
  const when = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}`;
}
