import type { Call, Read } from './readWatched.ts';

/**
 * The column that a served value came from: the one that holds it, else one whose removal changes it. Undefined where there
 * is none, or it cannot be determined.
 *
 * `at` finds the value in the call's result.
 */
export function columnOf(call: Call, told: unknown, at: (value: unknown) => unknown): Read | undefined {
  if (told === null || told === undefined) return undefined;
  const holding = call.reads.find(
    ({ value }) => value === told || (isText(value) && isText(told) && `${value}` === `${told}`),
  );
  if (holding) return holding;
  const before = seen(told);
  return call.reads.find(({ path, value }) => value !== null && isOtherWithout(call, path, at, before));
}

const isText = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

function isOtherWithout(call: Call, path: string, at: (value: unknown) => unknown, before: string): boolean {
  try {
    return seen(at(call.as(without(call.row, path.split('.'))))) !== before;
  } catch {
    return false;
  }
}

/** A copy of a row in which one column is null. */
function without(row: unknown, [step, ...further]: readonly string[]): unknown {
  if (typeof row !== 'object' || row === null || step === undefined) return null;
  const below: unknown = Reflect.get(row, step);
  const changed = further.length === 0 ? null : without(below, further);
  if (Array.isArray(row)) return row.map((item: unknown, nth) => (String(nth) === step ? changed : item));
  return { ...row, [step]: changed };
}

const seen = (value: unknown): string =>
  JSON.stringify(value, (_name, part) => (typeof part === 'bigint' ? String(part) : part)) ?? 'nothing';
