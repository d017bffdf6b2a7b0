import type { Ask } from '../Ask.ts';
import { asking, type Case, consent, denied, harbour, kestrel, permitted, refusal } from './Case.ts';

function urgently(change: Partial<Ask> = {}): Ask {
  return asking({
    viewer: kestrel,
    purpose: 'EMERGENCY',
    subjects: [{ person: 'ada', role: 'VICTIM_SURVIVOR' }],
    category: 'MEDICATION',
    breakGlass: { reason: 'ambulance waiting' },
    ...change,
  });
}
const usual = ['REVIEW', 'NOTIFY_CLIENT_IF_SAFE', 'RECORD_DISCLOSURE'] as const;

/** Acting without consent at 2 am. */
export const casesOfBreakGlass: readonly Case[] = [
  {
    name: 'with a reason and the right it opens, and is reviewed',
    facts: {},
    ask: urgently(),
    answer: { effect: 'permit', reason: 'BREAK_GLASS', obligations: usual },
  },
  {
    name: 'over a refusal it is reviewed more gravely',
    facts: { consents: [refusal('c1', {})] },
    ask: urgently(),
    answer: { effect: 'permit', reason: 'BREAK_GLASS', obligations: [...usual, 'REVIEW_HIGH'] },
  },
  {
    name: 'and over an explicit exception',
    facts: { consents: [consent('c1', 'permit', [{ categories: ['HEALTH'] }])] },
    ask: urgently(),
    answer: { effect: 'permit', reason: 'BREAK_GLASS', obligations: [...usual, 'REVIEW_HIGH'] },
  },
  {
    name: 'without a reason it does not open',
    facts: {},
    ask: urgently({ breakGlass: { reason: '  ' } }),
    answer: denied('BREAK_GLASS_NO_REASON'),
  },
  {
    name: 'without the right it does not open',
    facts: {},
    ask: urgently({ viewer: harbour }),
    answer: denied('BREAK_GLASS_NOT_ALLOWED'),
  },
  {
    name: 'where consent permits no glass is broken',
    facts: { consents: [consent('c1', 'permit', [])] },
    ask: urgently({ viewer: harbour }),
    answer: permitted,
  },
  {
    name: 'it does not lift what the law limits',
    facts: {},
    ask: urgently({ purpose: 'FV_PROTECTION', subjects: [{ person: 'bram', role: 'ALLEGED_PERSON_USING_VIOLENCE' }] }),
    answer: denied('ALLEGED_ONLY_FOR_ASSESSMENT'),
  },
  {
    name: 'a client opens nobody else’s file by it',
    facts: {},
    ask: urgently({ viewer: { self: 'bram', agencyWorksWith: [], canBreakGlass: true } }),
    answer: denied('NO_CONSENT'),
  },
];
