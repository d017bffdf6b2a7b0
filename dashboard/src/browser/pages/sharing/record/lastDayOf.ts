import { getLocalTimeZone, today } from '@internationalized/date';
import type { Draft } from './draft.ts';

/** The last day on which it holds; null: until it is withdrawn. */
export function lastDayOf({ end, day }: Pick<Draft, 'end' | 'day'>): string | null {
  const now = today(getLocalTimeZone());
  if (end === 'MONTHS') return now.add({ months: 3 }).toString();
  if (end === 'YEAR') return now.add({ years: 1 }).toString();
  return end === 'DAY' ? day : null;
}
