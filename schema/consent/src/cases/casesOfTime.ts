import type { Consent } from '../Facts.ts';
import { asking, type Case, consent, denied, permitted, refusal } from './Case.ts';

function onFile(change: Partial<Consent>): Case['facts'] {
  return { consents: [consent('c1', 'deny', [{ agencies: ['harbour'], categories: ['HOUSING'] }], change)] };
}

/** When a consent begins, ends and is withdrawn, and the reason given once it no longer counts. */
export const casesOfTime: readonly Case[] = [
  {
    name: 'a consent that has not begun',
    facts: onFile({ effective: { from: '2026-07-02' } }),
    ask: asking(),
    answer: denied('NOT_YET'),
  },
  {
    name: 'a consent begins with the first moment of its day',
    facts: onFile({ effective: { from: '2026-07-02' } }),
    ask: asking({ at: '2026-07-01T14:00:00Z' }),
    answer: permitted,
  },
  {
    name: 'a consent has ended at the very instant it ends',
    facts: onFile({ effective: { from: '2026-02-01', to: '2026-07-01T09:30:00+10:00' } }),
    ask: asking(),
    answer: denied('EXPIRED'),
  },
  {
    name: 'a consent to a day lasts until that day is over where the partnership is',
    facts: onFile({ effective: { from: '2026-02-01', to: '2026-07-01' } }),
    ask: asking({ at: '2026-07-01T13:59:59Z' }),
    answer: permitted,
  },
  {
    name: 'and no longer, though the day goes on elsewhere',
    facts: onFile({ effective: { from: '2026-02-01', to: '2026-07-01' } }),
    ask: asking({ at: '2026-07-01T14:00:00Z' }),
    answer: denied('EXPIRED'),
  },
  {
    name: 'a withdrawn consent opens nothing from that instant on',
    facts: onFile({ withdrawnAt: '2026-07-01T09:30:00+10:00' }),
    ask: asking(),
    answer: denied('WITHDRAWN'),
  },
  {
    name: 'a withdrawal dated later has not happened',
    facts: onFile({ withdrawnAt: '2026-07-01T09:30:01+10:00' }),
    ask: asking(),
    answer: permitted,
  },
  {
    name: 'withdrawing is more telling than having expired',
    facts: {
      consents: [
        consent('c1', 'permit', [], { effective: { to: '2026-03-01' } }),
        consent('c2', 'permit', [], { withdrawnAt: '2026-04-01' }),
      ],
    },
    ask: asking(),
    answer: { ...denied('WITHDRAWN'), basis: ['c2'] },
  },
  {
    name: 'a withdrawn consent about something else tells nothing',
    facts: { consents: [consent('c1', 'deny', [{ categories: ['FINANCE'] }], { withdrawnAt: '2026-04-01' })] },
    ask: asking(),
    answer: denied('NO_CONSENT'),
  },
  { name: 'a draft is no consent', facts: onFile({ status: 'draft' }), ask: asking(), answer: denied('NO_CONSENT') },
  {
    name: 'a consent entered in error is none',
    facts: onFile({ status: 'entered-in-error' }),
    ask: asking(),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'a refusal that has not begun refuses nothing yet',
    facts: {
      consents: [consent('c1', 'permit', []), refusal('c2', {}, { effective: { from: '2026-07-02' } })],
    },
    ask: asking(),
    answer: permitted,
  },
  {
    name: 'a refusal that has run out refuses no more',
    facts: {
      consents: [consent('c1', 'permit', []), refusal('c2', {}, { effective: { to: '2026-06-30' } })],
    },
    ask: asking(),
    answer: permitted,
  },
];
