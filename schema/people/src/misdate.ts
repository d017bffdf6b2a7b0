import { dayOf, partsOf } from './calendar.ts';
import type { Spelling } from './InventedPerson.ts';
import type { Random } from './random.ts';
import type { Truth } from './Truth.ts';

/** 3 April filed as 4 March. Returns the spelling unchanged if the day cannot be a month. */
export function swapDayAndMonth(spelling: Spelling): Spelling {
  if (spelling.dateOfBirth === null || spelling.dateAccuracy !== 'EXACT') return spelling;
  const { year, month, day } = partsOf(spelling.dateOfBirth);
  if (day > 12 || day === month) return spelling;
  return { ...spelling, dateOfBirth: dayOf({ year, month: day, day: month }) };
}

/** One wrong figure: the next day or year, ten years out, or the century mistyped. */
export function slipInDate(spelling: Spelling, _truth: Truth, random: Random): Spelling {
  if (spelling.dateOfBirth === null || spelling.dateAccuracy !== 'EXACT') return spelling;
  const { year, month, day } = partsOf(spelling.dateOfBirth);
  const slips = [
    { year, month, day: day > 1 ? day - 1 : day + 1 },
    { year: year - 1, month, day: Math.min(day, 28) },
    { year: year - 10, month, day: Math.min(day, 28) },
  ];
  return { ...spelling, dateOfBirth: dayOf(random.pick(slips)) };
}

/** The national convention: the first of January or July of the year of birth, marked as an estimate. */
export function estimateDate(spelling: Spelling, _truth: Truth, random: Random): Spelling {
  if (spelling.dateOfBirth === null || spelling.dateAccuracy !== 'EXACT') return spelling;
  const { year } = partsOf(spelling.dateOfBirth);
  const dateOfBirth = dayOf({ year: year - random.int(0, 1), month: random.pick([1, 1, 7]), day: 1 });
  return { ...spelling, dateOfBirth, dateAccuracy: 'ESTIMATED' };
}

/** The date of birth was never asked. */
export function loseDate(spelling: Spelling): Spelling {
  if (spelling.dateOfBirth === null) return spelling;
  return { ...spelling, dateOfBirth: null, dateAccuracy: 'UNKNOWN' };
}
