import { auVic } from '@accord/consent/auVic';
import { categoriesOf } from '@accord/consent/categoriesOf';
import { decide } from '@accord/consent/decide';
import { parseFacts } from '@accord/consent/parseFacts';
import { consentBody, type HubFacts, type RecordFact } from './people.ts';

/** Who asks, as the rules see them. */
export type Asker = Readonly<{
  user: string;
  agency: string;
  purpose: string;
  entity: readonly ('ISE' | 'RAE')[];
  self: string | null;
  at: string;
}>;

/**
 * What the consent rules let this requester know of a record, by the rules alone: no hub, no database.
 *
 * The laws hold the hub against this.
 */
export function permitted(facts: HubFacts, asker: Asker, record: RecordFact): ReadonlySet<string> {
  const { records, consents = [], blocks = [] } = facts;
  const known = parseFacts(
    {
      consents: consents
        .filter(({ subject }) => subject === record.person)
        .map((fact) => ({
          ...{
            ...consentBody(fact),
            id: fact.id,
            subject: fact.subject,
            status: fact.status ?? 'active',
            recordedAt: '2026-01-01',
          },
          ...(fact.withdrawnAt && { withdrawnAt: fact.withdrawnAt }),
        })),
      blocks: blocks
        .filter(({ person }) => person === record.person)
        .map((block) => ({ kind: 'SAFETY_BLOCK', ...block })),
    },
    auVic,
  );
  const worksWith = records.filter(({ agency }) => agency === asker.agency).map(({ person }) => person);
  return new Set(
    categoriesOf(auVic).filter(
      (category) =>
        decide(
          known,
          {
            viewer: {
              ...{ user: asker.user, agency: asker.agency, entity: asker.entity, agencyWorksWith: worksWith },
              ...(asker.self !== null && { self: asker.self }),
            },
            ...{ purpose: asker.purpose, subjects: [{ person: record.person, role: 'CLIENT' }], category },
            ...{ source: record.agency, record: record.handle, action: 'read', at: asker.at },
          },
          auVic,
        ).effect === 'permit',
    ),
  );
}
