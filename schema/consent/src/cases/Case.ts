import type { Ask, Viewer } from '../Ask.ts';
import type { Decision } from '../Decision.ts';
import type { Consent, Effect, Facts, Rule } from '../Facts.ts';

/** One decided case: what is on file, what is asked, and what the answer must be. Everyone in the cases is invented. */
export type Case = Readonly<{
  name: string;
  facts: Facts;
  ask: Ask;
  answer: Partial<Decision> & Pick<Decision, 'effect' | 'reason'>;
}>;

export const NOW = '2026-07-01T09:30:00+10:00';

/** A housing service: may share under the schemes, may not assess. */
export const harbour: Viewer = { agency: 'harbour', user: 'mara', entity: ['ISE'], agencyWorksWith: ['ada'] };
/** A family violence service: may assess, and its workers may break the glass. */
export const kestrel: Viewer = {
  agency: 'kestrel',
  user: 'ines',
  entity: ['ISE', 'RAE'],
  agencyWorksWith: ['ada'],
  canBreakGlass: true,
};
/** A service for men who use violence; Bram is its client. */
export const millrace: Viewer = { agency: 'millrace', user: 'otto', entity: ['ISE', 'RAE'], agencyWorksWith: ['bram'] };

/** Harbour asks Wattle for Ada's housing, for coordination, now; `change` says what is different. */
export function asking(change: Partial<Ask> = {}): Ask {
  return {
    viewer: harbour,
    purpose: 'SERVICE_COORDINATION',
    subjects: [{ person: 'ada', role: 'CLIENT' }],
    category: 'HOUSING',
    source: 'wattle',
    at: NOW,
    ...change,
  };
}

/** A consent of Ada's: `base`, with these exceptions. */
export function consent(id: string, base: Effect, except: readonly Rule[], change: Partial<Consent> = {}): Consent {
  return { id, subject: 'ada', status: 'active', base, rule: { except }, effective: { from: '2026-02-01' }, ...change };
}

/** Ada's refusal of everything the rule covers. */
export function refusal(id: string, rule: Rule, change: Partial<Consent> = {}): Consent {
  return consent(id, 'deny', [], { status: 'refused', rule, ...change });
}

export const permitted: Case['answer'] = { effect: 'permit', reason: 'CONSENT' };
export function denied(reason: Decision['reason']): Case['answer'] {
  return { effect: 'deny', reason };
}
