import type { Ask } from './Ask.ts';
import type { Obligation } from './Decision.ts';
import type { Verdict } from './Verdict.ts';

const OBLIGATIONS: readonly Obligation[] = ['REVIEW', 'NOTIFY_CLIENT_IF_SAFE', 'RECORD_DISCLOSURE'];

/** Lifting what the client said gets a more serious review than lifting what they merely did not say. */
const CLIENT_SAID_NO: ReadonlySet<string> = new Set(['REFUSED', 'DENIED_BY_CLIENT']);

/**
 * Returns the verdict after the requester broke the glass; unchanged if they did not, or if it was not consent that closed it.
 *
 * Consent rules, order 5: breaking the glass lifts what consent denies and nothing else, needs a reason and the right to do so,
 * and is reviewed.
 */
export function breakGlass(
  verdict: Verdict,
  { breakGlass: broken, viewer }: Pick<Ask, 'breakGlass' | 'viewer'>,
): Verdict {
  if (broken === undefined || verdict.effect === 'permit' || verdict.by !== 'CONSENT') return verdict;
  if ((broken.reason ?? '').trim() === '') return { ...verdict, reason: 'BREAK_GLASS_NO_REASON', basis: [] };
  if (viewer.canBreakGlass !== true) return { ...verdict, reason: 'BREAK_GLASS_NOT_ALLOWED', basis: [] };
  const high: readonly Obligation[] = CLIENT_SAID_NO.has(verdict.reason) ? ['REVIEW_HIGH'] : [];
  return { effect: 'permit', reason: 'BREAK_GLASS', basis: [], obligations: [...OBLIGATIONS, ...high] };
}
