import { timeBehind } from '../mapping/day.ts';
import { saysNone } from '../mapping/saysNone.ts';

export const dayPatterns = [
  'DD/MM/YYYY',
  'D/M/YYYY',
  'MM/DD/YYYY',
  'M/D/YYYY',
  'DD.MM.YYYY',
  'DD-MM-YYYY',
  'YYYY/MM/DD',
  'YYYYMMDD',
] as const;
export type DayPattern = (typeof dayPatterns)[number];

/** What values may look like. A column may look like several of these. */
export const looks = [
  'day',
  'zeroDay',
  'writtenDay',
  'yesNo',
  'sex',
  'phone',
  'email',
  'postcode',
  'name',
  'listedName',
  'prose',
  'number',
] as const;
export type Look = (typeof looks)[number];

/** What a bounded sample of a column's values looks like. Holds no values except codes. */
export type ColumnShape = Readonly<{
  /** How many rows were sampled, and in how many of them the value is neither null nor ''. */
  looked: number;
  filled: number;
  empty: number;
  distinct: number;
  meanLength: number;
  /** The spellings that mean there is no value. */
  nones: readonly string[];
  /** The share of filled values that look like this, 0 to 1, without those that mean there is none (`N/A`). */
  like: Readonly<Record<Look, number>>;
  /**
   * The format of dates written as text, other than `YYYY-MM-DD` (`like.day`). `sure` if a number over 12 tells day and
   * month apart.
   */
  days: Readonly<{ pattern: DayPattern | null; sure: boolean }>;
  /** The unit since 1970, if the numbers are times; null where they cannot be. A 0 may mean none. */
  epoch: 'SECONDS' | 'MILLISECONDS' | null;
  /** The codes, if the values are few, short and nobody's name; otherwise empty. */
  codes: readonly string[];
}>;

const mostCodes = 60;
/** A symbol on its own stands for unknown (`?`). */
const code = /^([\p{L}\p{N}][\p{L}\p{N}_\-+./ ]{0,23}|[?*-])$/u;

const tests: Readonly<Record<Look, RegExp>> = {
  day: /^\d{4}-\d\d-\d\d/,
  zeroDay: /^0000-00-00/,
  writtenDay: /^(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}\/\d\d\/\d\d|(19|20)\d\d[01]\d[0-3]\d|00\/00\/\d{4})$/,
  yesNo: /^(y|n|yes|no|j|t|f|true|false|0|1|-1)$/i,
  sex: /^(m|f|x|o|u|male|female|1|2|3|9|w|d|other|unknown)$/i,
  phone: /^(?=(?:\D*\d){8,})[+(]?\d[\d ()-]{6,}$/,
  email: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
  postcode: /^\d{4,5}$/,
  name: /^\p{Lu}[\p{L}'’-]+( \p{Lu}[\p{L}'’-]+)?$/u,
  listedName: /^\p{L}[^,]*,\s*\p{L}[^,]*$/u,
  prose: /\s\S+\s\S+\s\S+\s\S+/,
  number: /^-?\d+(\.\d+)?$/,
};

/** The shape of values given as text; null for null. The values are looked at here and go no further. */
export function shapeOf(values: readonly (string | null)[]): ColumnShape {
  const filled = values.filter((value) => value !== null && value.trim() !== '').map((value) => value?.trim() ?? '');
  const distinct = [...new Set(filled)].sort();
  /** Without times of day. */
  const dayOf = (value: string) => value.replace(timeBehind, '');
  const telling = filled.filter((value) => !saysNone(value));
  const share = (test: RegExp, part = (value: string) => value) =>
    telling.length === 0 ? 0 : telling.filter((value) => test.test(part(value))).length / telling.length;
  return {
    ...{ looked: values.length, filled: filled.length, distinct: distinct.length },
    empty: values.filter((value) => value !== null && value.trim() === '').length,
    meanLength: filled.reduce((sum, value) => sum + value.length, 0) / (filled.length || 1),
    nones: distinct.filter((value) => saysNone(value)),
    like: {
      ...{
        day: share(tests.day),
        zeroDay: share(tests.zeroDay),
        writtenDay: share(tests.writtenDay, dayOf),
        yesNo: share(tests.yesNo),
        sex: share(tests.sex),
      },
      ...{
        phone: share(tests.phone),
        email: share(tests.email),
        postcode: share(tests.postcode),
        name: share(tests.name),
      },
      ...{ listedName: share(tests.listedName), prose: share(tests.prose), number: share(tests.number) },
    },
    days: daysIn(telling.map(dayOf)),
    epoch: epochIn(telling),
    codes: areCodes(filled, distinct) ? distinct : [],
  };
}

/** Few, short and repeated: a value that occurs once may be somebody's name, unless it says yes, no or nothing. */
const areCodes = (filled: readonly string[], distinct: readonly string[]): boolean =>
  distinct.length > 0 &&
  distinct.length <= mostCodes &&
  (distinct.length <= Math.max(2, filled.length / 4) ||
    distinct.every((value) => tests.yesNo.test(value) || saysNone(value))) &&
  distinct.every(
    (value) =>
      code.test(value) &&
      !tests.email.test(value) &&
      !tests.phone.test(value) &&
      !tests.writtenDay.test(value.replace(timeBehind, '')),
  );

function daysIn(filled: readonly string[]): ColumnShape['days'] {
  const none = { pattern: null, sure: false };
  // Dates written YYYY-MM-DD may stand among others, for example where an old system's were imported.
  const others = filled.filter((value) => !tests.day.test(value));
  const written = others.filter((value) => tests.writtenDay.test(value));
  if (written.length < others.length * 0.8 || written.length === 0) return none;
  if (written.every((value) => /^\d{8}$/.test(value))) return { pattern: 'YYYYMMDD', sure: true };
  if (written.every((value) => /^\d{4}\//.test(value))) return { pattern: 'YYYY/MM/DD', sure: true };
  const parts = written.map((value) => value.split(/[/.-]/));
  const mark = written[0]?.match(/[/.-]/)?.[0];
  const firstOver12 = parts.some(([first]) => Number(first) > 12);
  const secondOver12 = parts.some(([, second]) => Number(second) > 12);
  if (firstOver12 && secondOver12) return none;
  if (mark === '.') return { pattern: 'DD.MM.YYYY', sure: firstOver12 };
  if (mark === '-') return { pattern: 'DD-MM-YYYY', sure: firstOver12 };
  const short = parts.some(([first, second]) => first?.length === 1 || second?.length === 1);
  const pattern = secondOver12 ? (short ? 'M/D/YYYY' : 'MM/DD/YYYY') : short ? 'D/M/YYYY' : 'DD/MM/YYYY';
  return { pattern, sure: firstOver12 || secondOver12 };
}

/** From 1973 to 2099, and as long before 1970 for dates of birth: smaller numbers are counts and keys. */
const epochs = { SECONDS: [1e8, 4.1e9], MILLISECONDS: [1e11, 4.1e12] } as const;

function epochIn(filled: readonly string[]): ColumnShape['epoch'] {
  const counts = filled.filter((value) => value !== '0').map(Number);
  if (counts.length === 0 || daysIn(filled).pattern !== null) return null;
  for (const unit of ['SECONDS', 'MILLISECONDS'] as const) {
    const [least, most] = epochs[unit];
    const fitting = counts.filter(
      (count) => Number.isInteger(count) && Math.abs(count) >= least && Math.abs(count) <= most,
    );
    if (fitting.length >= counts.length * 0.8) return unit;
  }
  return null;
}
