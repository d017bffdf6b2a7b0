import type { Ask } from './Ask.ts';
import type { ConsentDenial, DenyReason, Obligation } from './Decision.ts';
import type { Verdict } from './Verdict.ts';

const OBLIGATIONS: readonly Obligation[] = ['REVIEW', 'NOTIFY_CLIENT_IF_SAFE', 'RECORD_DISCLOSURE'];

// A record, so that a new consent denial does not compile until someone has decided how gravely lifting it is reviewed.
const REVIEW: Readonly<Record<ConsentDenial, 'usual' | 'high'>> = {
  REFUSED: 'high',
  DENIED_BY_CLIENT: 'high',
  WITHDRAWN: 'usual',
  EXPIRED: 'usual',
  AUTHORITY_LAPSED: 'usual',
  AUTHORITY_SCOPE: 'usual',
  AUTHORITY_INVALID: 'usual',
  NOT_YET: 'usual',
  NO_CONSENT: 'usual',
  CONSENT_REQUIRED: 'usual',
};

/**
 * The verdict after the requester broke the glass; unchanged where they did not, or where consent did not close it.
 *
 * Consent rules, order 5: it lifts what consent denies and nothing else, needs a reason and the right, and is reviewed.
 */
export function breakGlass(verdict: Verdict, { breakGlass: broken, viewer }: Ask): Verdict {
  if (broken === undefined || verdict.effect === 'permit' || !isConsentDenial(verdict.reason)) return verdict;
  if ((broken.reason ?? '').trim() === '') return { effect: 'deny', reason: 'BREAK_GLASS_NO_REASON', basis: [] };
  if (viewer.canBreakGlass !== true) return { effect: 'deny', reason: 'BREAK_GLASS_NOT_ALLOWED', basis: [] };
  const high: readonly Obligation[] = REVIEW[verdict.reason] === 'high' ? ['REVIEW_HIGH'] : [];
  return { effect: 'permit', reason: 'BREAK_GLASS', basis: [], obligations: [...OBLIGATIONS, ...high] };
}

function isConsentDenial(reason: DenyReason): reason is ConsentDenial {
  return Object.hasOwn(REVIEW, reason);
}
