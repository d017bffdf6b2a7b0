/** Days that may be disclosed, both included; null where that side is open. */
export type DaySpan = Readonly<{ from: string | null; to: string | null }>;

type Day = string | null | undefined;

export const isLimited = ({ from, to }: DaySpan): boolean => from !== null || to !== null;

/**
 * True where every given day lies within the span. The first must be known: nobody can say whether something undated lies
 * within.
 */
export function liesWithin(span: DaySpan, first: Day, ...others: readonly Day[]): boolean {
  if (!isLimited(span)) return true;
  return isWithin(span, first) && others.every((day) => !day || isWithin(span, day));
}

/** True where something that began and ended on these days (null: has not ended) overlaps the span. */
export function overlaps(span: DaySpan, began: Day, ended: Day): boolean {
  if (span.to !== null && !(began && began <= span.to)) return false;
  return span.from === null || !ended || ended >= span.from;
}

const isWithin = ({ from, to }: DaySpan, day: Day): boolean =>
  typeof day === 'string' && (from === null || day >= from) && (to === null || day <= to);
