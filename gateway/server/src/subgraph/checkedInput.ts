import type { Profile } from '@accord/consent/Profile';
import type { AlertFilter, ConsentInput, ConsentPartInput } from '@accord/contract/generated/api';
import { CallerFault } from '../CallerFault.ts';
import type { RequestContext } from '../RequestContext.ts';

/** A reason, a note, a name: trimmed. Throws `ARGUMENT_REFUSED` where nothing is said. */
export function said(name: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new CallerFault('ARGUMENT_REFUSED', `"${name}" is empty. Enter some text.`);
  return trimmed;
}

/** A calendar day that exists. Throws `ARGUMENT_REFUSED`. */
export function dayGiven(name: string, day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(at.getTime()) || !at.toISOString().startsWith(day))
    throw new CallerFault('ARGUMENT_REFUSED', `"${name}" must be a date that exists, such as 2026-11-22.`);
  return day;
}

/** Throws `ARGUMENT_REFUSED` where `to` is before `from`, or either is no day. */
export function assertSpan({ from, to }: Pick<ConsentInput, 'from' | 'to'>): void {
  if (from) dayGiven('from', from);
  if (to) dayGiven('to', to);
  if (from && to && to < from) throw new CallerFault('ARGUMENT_REFUSED', `"to" (${to}) is before "from" (${from}).`);
}

/** Whoever sends thousands of codes that nobody agreed on is not sent them back. */
const mostNamed = 5;

/** Throws `ARGUMENT_REFUSED` for an empty list, which could mean any or none, and for a code nobody agreed on. */
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

/** A filter of alerts that can be met. Throws as `dayGiven` and `assertCodes`: what nothing can fit would be told as that there is no alert. */
export function alertFilter(filter: AlertFilter | null | undefined, { words }: RequestContext): AlertFilter | null {
  if (!filter) return null;
  const { codes, status, certainty, raisedSince } = filter;
  assertCodes({ codes, status, certainty }, { codes: words.alerts });
  if (raisedSince) dayGiven('raisedSince', raisedSince);
  return filter;
}

/** What a part of a consent may name. Throws as `assertCodes`. */
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
