import type { RawDataQuality } from './Mapping.ts';

/** Adds up how well the records of two tables are kept. What one of them does not count is unknown for both. */
export function addQuality(one: RawDataQuality, other: RawDataQuality): RawDataQuality {
  const untouched = sum(one.untouched, other.untouched);
  const [birthDates, alerts] = [birthDatesOf(one, other), alertsOf(one, other)];
  const alertCodes = codesOf(one.alertCodes, other.alertCodes);
  const needCodes = codesOf(one.needCodes, other.needCodes);
  return {
    records: one.records + other.records,
    ...(birthDates && { birthDates }),
    ...(untouched !== undefined && { untouched }),
    ...(alerts && { alerts }),
    ...(alertCodes && { alertCodes }),
    ...(needCodes && { needCodes }),
  };
}

const sum = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? undefined : one + other;

function birthDatesOf({ birthDates: one }: RawDataQuality, { birthDates: other }: RawDataQuality) {
  if (!one || !other) return undefined;
  const estimated = sum(one.estimated, other.estimated);
  return { missing: one.missing + other.missing, ...(estimated !== undefined && { estimated }) };
}

function alertsOf({ alerts: one }: RawDataQuality, { alerts: other }: RawDataQuality) {
  if (!one || !other) return undefined;
  return {
    active: one.active + other.active,
    withoutReview: one.withoutReview + other.withoutReview,
    overdue: one.overdue + other.overdue,
  };
}

const codesOf = (one: RawDataQuality['alertCodes'], other: RawDataQuality['alertCodes']) =>
  one && other && { all: one.all + other.all, unmapped: one.unmapped + other.unmapped };
