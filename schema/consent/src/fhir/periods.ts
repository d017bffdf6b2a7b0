import { BadInput } from '../BadInput.ts';
import { optional, whenOf } from '../Input.ts';
import { endOf, isDay, type Span, startOf, type When } from '../instants.ts';
import { EXTENSION } from './accordUrls.ts';
import { fieldsIn, type Input } from './elements.ts';
import { extensionsIn, once } from './extensions.ts';
import { type Json, withoutGaps } from './Json.ts';

/** Returns a day or instant as FHIR writes it: an instant must have seconds. */
export function dateTimeOf(when: When): string {
  return isDay(when) ? when : when.replace(/T(\d{2}:\d{2})(?=[Z+-])/, 'T$1:00');
}

/** Returns a FHIR Period; undefined if both sides are open. */
export function periodOf({ from, to }: Span): Json | undefined {
  if (from === undefined && to === undefined) return undefined;
  return withoutGaps({ start: from && dateTimeOf(from), end: to && dateTimeOf(to) });
}

/** Dates of the data. A period open at both sides still requires the data to have a date, which FHIR cannot say. */
export function dataPeriodOf(span: Span): Json {
  return periodOf(span) ?? { extension: [{ url: EXTENSION.anyDate, valueBoolean: true }] };
}

/**
 * Returns a Period with at least one side. Days, and instants with an offset, are read. A year or month alone is refused, and
 * so is an end before the start: a denial for such a period would close nothing.
 */
export function spanOf(input: Input, timeZone: string): Span {
  const { start, end } = fieldsIn(input, ['start', 'end']);
  if (start.value === undefined && end.value === undefined)
    throw new BadInput(input.path, 'has neither a start nor an end.');
  const span = { from: optional(start, whenOf), to: optional(end, whenOf) };
  if (isTurned(span, timeZone)) throw new BadInput(input.path, 'ends before it begins.');
  return span;
}

function isTurned({ from, to }: Span, timeZone: string): boolean {
  if (from === undefined || to === undefined) return false;
  const [begin, over] = [startOf(from, timeZone), endOf(to, timeZone)];
  return over < begin || (isDay(to) && over === begin);
}

export function dataSpanOf(input: Input, timeZone: string): Span {
  const { extension, start, end } = fieldsIn(input, ['extension', 'start', 'end']);
  const { anyDate } = extensionsIn(extension, { anyDate: { url: EXTENSION.anyDate, value: 'valueBoolean' } });
  const stated = once(anyDate);
  if (stated === undefined) return spanOf(input, timeZone);
  if (stated.value !== true || start.value !== undefined || end.value !== undefined) {
    throw new BadInput(stated.path, 'should be true, with no start or end beside it.');
  }
  return {};
}
