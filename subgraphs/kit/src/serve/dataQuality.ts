import type { Count, DataQuality } from '@accord/contract/generated/api';
import { aboutAlert, aboutNeed, alertTerms, needTerms } from '@accord/contract/vocabulary';
import type { Releases } from '../guard/releases.ts';
import type { Mapping } from '../mapping/Mapping.ts';
import { isLimited } from '../policy/DaySpan.ts';

/**
 * How well the agency's records are kept, as counts that name nobody; null where its mapping does not say, and where its own policy tells of
 * some days only: what is missing has no day.
 *
 * These are counted anew whenever somebody asks, so what is told depends on nothing but how many whole fives there are: a record more or
 * fewer does not show, but where a five is passed. None is told as fewer than five are, or the first one would show.
 * What the policy keeps back by kind is not counted.
 */
export async function dataQualityOf(
  mapping: Mapping,
  { counts, days }: Pick<Releases, 'counts' | 'days'>,
  now: Date,
): Promise<DataQuality | null> {
  if (!mapping.dataQuality || isLimited(days)) return null;
  const agreed = mapping.agreedAlerts ?? [];
  const counted = (kinds: readonly string[]): boolean => kinds.every(counts);
  const alerts = counted([...alertTerms, ...agreed].flatMap(({ code }) => aboutAlert(code, agreed)));
  const needs = counted(needTerms.flatMap(({ code }) => aboutNeed(code)));
  const raw = await mapping.dataQuality({ today: dayOf(now), yearAgo: yearBefore(now) });

  const births = tellParts(raw.records, counted(['IDENTITY']) ? (raw.birthDates ?? {}) : {});
  const written = tellParts(raw.records, counted(['SERVICE_USE']) ? { untouched: raw.untouched } : {});
  const reviews = alerts && raw.alerts ? raw.alerts : null;
  const alertCodes = alerts && raw.alertCodes ? raw.alertCodes : null;
  const needCodes = needs && raw.needCodes ? raw.needCodes : null;
  const told = reviews && tellParts(reviews.active, { without: reviews.withoutReview, overdue: reviews.overdue });
  return {
    records: births.whole,
    birthDatesMissing: births.parts.missing ?? null,
    birthDatesEstimated: births.parts.estimated ?? null,
    recordsUntouched: written.parts.untouched ?? null,
    activeAlerts: told?.whole ?? null,
    alertsWithoutReview: told?.parts.without ?? null,
    reviewsOverdue: told?.parts.overdue ?? null,
    alertCodesUnmapped:
      alertCodes && (tellParts(alertCodes.all, { unmapped: alertCodes.unmapped }).parts.unmapped ?? null),
    needCodesUnmapped: needCodes && (tellParts(needCodes.all, { unmapped: needCodes.unmapped }).parts.unmapped ?? null),
  };
}

type Told<Name extends string> = Readonly<{ whole: Count; parts: Readonly<Partial<Record<Name, Count>>> }>;

/**
 * A whole and those of its parts that are given, which have nothing in common: rounded down to fives, and suppressed where they are fewer,
 * so that what they leave of each other is never known to be one number. Throws RangeError where they are no counts, or are more than the
 * whole.
 */
export function tellParts<Name extends string>(
  whole: number,
  parts: Readonly<Partial<Record<Name, number | undefined>>>,
): Told<Name> {
  const given = entriesOf(parts);
  const sum = given.reduce((all, [, count]) => all + count, 0);
  if (![whole, ...given.map(([, count]) => count)].every((count) => Number.isSafeInteger(count) && count >= 0))
    throw new RangeError('A count of how well records are kept is not a whole number, 0 or more.');
  if (sum > whole) throw new RangeError('A count of how well records are kept is larger than the number of records.');
  const told: Partial<Record<Name, Count>> = {};
  for (const [name, count] of given) told[name] = tell(count);
  return { whole: tell(whole), parts: told };
}

const step = 5;
const tell = (count: number): Count =>
  count < step ? { value: null, suppressed: true } : { value: count - (count % step), suppressed: false };

/** Those that are given. */
const entriesOf = <Name extends string>(
  parts: Readonly<Partial<Record<Name, number | undefined>>>,
): readonly (readonly [Name, number])[] => {
  const given: (readonly [Name, number])[] = [];
  for (const name in parts) {
    const count = parts[name];
    if (count !== undefined) given.push([name, count]);
  }
  return given;
};

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

function yearBefore(now: Date): string {
  const before = new Date(now);
  before.setUTCFullYear(before.getUTCFullYear() - 1);
  return dayOf(before);
}
