import type { SeenQuery } from './generated/seen.ts';

type Told = NonNullable<SeenQuery['client']>['disclosures']['nodes'][number];

/** The same thing told to the same person on one day, however often. */
export type Entry = Told & Readonly<{ key: string; times: number }>;

/** What one person was told on a day for one reason. */
export type Asking = Readonly<{ key: string; first: Told; entries: readonly Entry[] }>;

/** What was told on a day, as it is where one looks. */
export type DayOfTold = Readonly<{ day: string; askings: readonly Asking[] }>;

/**
 * Disclosures by day, and on a day by who asked and what for, in their order. A page that is asked again every minute is told again
 * every minute: the same told to the same person for the same reason on one day is one entry, which says how often.
 */
export const byDay = (told: readonly Told[]): readonly DayOfTold[] =>
  groupsOf(told, ({ at }) => dayOf(at)).map(([day, ofDay]) => ({
    day,
    askings: groupsOf(ofDay, ({ requester, purpose }) => JSON.stringify([requester, purpose])).flatMap(
      ([key, ofOne]) => {
        const entries = groupsOf(ofOne, (one) => JSON.stringify({ ...one, at: day }));
        const [first] = ofOne;
        if (!first) return [];
        return [
          {
            key,
            first,
            entries: entries.flatMap(([key, [newest, ...rest]]) =>
              newest ? [{ ...newest, key, times: rest.length + 1 }] : [],
            ),
          },
        ];
      },
    ),
  }));

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
