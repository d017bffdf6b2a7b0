import type { Ask } from '@accord/consent/Ask';
import type { Decision } from '@accord/consent/Decision';
import { decide } from '@accord/consent/decide';
import type { Profile } from '@accord/consent/Profile';
import type { KnownClient } from './factsOf.ts';

/**
 * That an agency holds a record or asked for it, which is data derived from the categories asked for. Without a record: it asked
 * and has none.
 */
export type Held = Readonly<{ source: string; record: string | undefined; derivedFrom: readonly string[] }>;

/** Reasons that hide from everybody that somebody asked, even from the agency whose own record it was. */
export const hidesAll: ReadonlySet<string> = new Set([
  ...['SAFETY_BLOCK', 'EXCLUDED_INFORMATION', 'COURT_SUPPRESSION'],
  'UNLABELLED',
]);

/** Decides whether a viewer may know that an agency knows, or asked about, a person: SERVICE_USE held by that agency. */
export function tellingOf(
  held: Held,
  { facts, subject }: KnownClient,
  viewer: Ask['viewer'],
  { purpose, now, profile }: Readonly<{ purpose: string; now: Date; profile: Profile }>,
): Decision {
  return decide(
    facts,
    {
      ...{ ...held, viewer, purpose, subjects: [subject], at: now.toISOString() },
      ...{ category: 'SERVICE_USE', action: 'list' },
    },
    profile,
  );
}
