import { defineAgency, type Mapping } from '@accord/kit/Mapping';
import { many, one } from '@accord/kit/section';
import { table } from '@accord/kit/table';

/** An agency with one person on file, number 1, named after the agency. For tests of what agencies have in common. */
export function smallAgency(id: string, more: Partial<Mapping> = {}): Mapping {
  const people = table({
    rows: async (numbers) => (numbers.includes('1') ? [{ number: 1 }] : []),
    of: ({ number }) => number,
  });
  return defineAgency({
    id,
    records: people,
    identity: one(people, () => ({ name: { given: 'Ada', family: `of ${id}` }, pronouns: 'they/them' })),
    contact: one(people, () => ({ email: `ada@${id}.example`, unsafe: [], safeWhen: 'after noon' })),
    involvement: one(people, () => ({ programme: 'Outreach', since: '2026-01-05' })),
    alerts: many(people, () => ({
      ...{ id: 1, about: ['SERVICE_USE'], code: 'DATA_CORRECTION_PENDING', status: 'ACTIVE', raisedOn: '2026-02-03' },
      text: `Raised at ${id}.`,
    })),
    modules: { housing: { housing: one(people, () => ({ situation: 'RENTING' as const, atRisk: false })) } },
    figures: async () => ({ people: 40, alerts: [], needs: [] }),
    ...more,
  });
}
