import type { Profile } from '@accord/consent/Profile';
import type { AlertFilter, ConsentInput, ConsentPartInput } from '@accord/contract/generated/api';
import { CallerFault } from '../CallerFault.ts';
import type { RequestContext } from '../RequestContext.ts';

/** Returns a reason, note or name, trimmed. Throws `ARGUMENT_REFUSED` if it is empty. */
export function said(name: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new CallerFault('ARGUMENT_REFUSED', `"${name}" is empty. Enter some text.`);
  return trimmed;
}

/** Returns the day if the calendar has it. Throws `ARGUMENT_REFUSED` otherwise. */
export function dayGiven(name: string, day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(at.getTime()) || !at.toISOString().startsWith(day))
    throw new CallerFault('ARGUMENT_REFUSED', `"${name}" must be a date that exists, such as 2026-11-22.`);
  return day;
}

/** Throws `ARGUMENT_REFUSED` if `to` is before `from`, or either is not a day. */
export function assertSpan({ from, to }: Pick<ConsentInput, 'from' | 'to'>): void {
  if (from) dayGiven('from', from);
  if (to) dayGiven('to', to);
  if (from && to && to < from) throw new CallerFault('ARGUMENT_REFUSED', `"to" (${to}) is before "from" (${from}).`);
}

/** A caller who sends thousands of unknown codes does not get them all back. */
const mostNamed = 5;

/** Throws `ARGUMENT_REFUSED` for an empty list, which could mean any or none, and for codes that nobody agreed on. */
export function assertCodes(
  lists: Readonly<Record<string, readonly string[] | null | undefined>>,
  known: Readonly<Record<string, Readonly<{ has: (code: string) => boolean }>>>,
): void {
  for (const [name, list] of Object.entries(lists)) {
    if (list?.length === 0)
      throw new CallerFault(
        'ARGUMENT_REFUSED',
        `"${name}" is an empty list, which could mean any or none. Leave it out for any.`,
      );
    const strange = [...new Set((list ?? []).filter((code) => known[name] && !known[name].has(code)))];
    const others = strange.length > mostNamed ? ` and ${strange.length - mostNamed} more` : '';
    if (strange.length > 0)
      throw new CallerFault(
        'ARGUMENT_REFUSED',
        `Not in the vocabulary: ${strange
          .slice(0, mostNamed)
          .map((code) => `"${code}"`)
          .join(', ')}${others} (${name}).`,
      );
  }
}

/**
 * Returns the filter if alerts can fit it. Throws as `dayGiven` and `assertCodes`: a filter that nothing can fit would read as if
 * there were no alert.
 */
export function alertFilter(filter: AlertFilter | null | undefined, { words }: RequestContext): AlertFilter | null {
  if (!filter) return null;
  const { codes, status, certainty, raisedSince } = filter;
  assertCodes({ codes, status, certainty }, { codes: words.alerts });
  if (raisedSince) dayGiven('raisedSince', raisedSince);
  return filter;
}

/** Checks what a part of a consent names. Throws as `assertCodes`. */
export function assertPart(
  { agencies, users, purposes, categories, sources }: ConsentPartInput,
  profile: Profile,
  { partners }: RequestContext,
): void {
  assertCodes(
    { agencies, users, purposes, categories, sources },
    { agencies: partners, purposes: profile.purposes, categories: profile.categories, sources: partners },
  );
  for (const user of users ?? []) said('users', user);
}
