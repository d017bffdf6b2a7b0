import { auVic } from '@accord/consent/auVic';
import { categoriesOf } from '@accord/consent/categoriesOf';
import { decide } from '@accord/consent/decide';
import { parseFacts } from '@accord/consent/parseFacts';
import { consentBody, type HubFacts, type RecordFact, type SaidFact } from './people.ts';

/** The requester, as the rules see them. */
export type Asker = Readonly<{
  user: string;
  agency: string;
  purpose: string;
  entity: readonly ('ISE' | 'RAE')[];
  self: string | null;
  at: string;
}>;

/** What the profile keeps of their own file from a person who uses violence, written out here by hand. */
const accused: readonly string[] = ['PERSON_USING_VIOLENCE', 'ALLEGED_PERSON_USING_VIOLENCE'];
const unreadByAccused: readonly string[] = [
  'FV_RISK',
  'FV_NARRATIVE',
  'SAFETY_PLAN',
  'CHILD_WELLBEING',
  'WORKER_SAFETY',
];

/**
 * What the consent rules let this requester know of a record, from the rules and the profile alone: no hub, no database. The laws compare the
 * hub with this.
 */
export function permitted(facts: HubFacts, asker: Asker, record: RecordFact): ReadonlySet<string> {
  const { records, consents = [], blocks = [], said = [] } = facts;
  const ofPerson = said.filter(({ person }) => person === record.person);
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
        // The rules know people only: a worker whom a block names is one of those it is against.
        .map(({ recordedBy, users, ...block }) => ({
          ...{ kind: 'SAFETY_BLOCK', ...block },
          ...((block.against || users) && { against: [...(block.against ?? []), ...(users ?? [])] }),
        })),
      bases: ofPerson
        .filter(({ fact }) => fact === 'LEGAL_BASIS')
        .map(({ id, body }) => ({ ...body, id, about: [record.person] })),
      people: { [record.person]: personIn(ofPerson, said) },
    },
    auVic,
  );
  // A client is not a worker: which agencies theirs works with makes no difference to them.
  const worksWith =
    asker.self === null
      ? records.filter(({ agency }) => agency === asker.agency).map(({ person }) => person)
      : [asker.self];
  const role = roleIn(ofPerson, asker.at);
  return new Set(
    categoriesOf(auVic).filter(
      (category) =>
        !(asker.self !== null && accused.includes(role) && unreadByAccused.includes(category)) &&
        decide(
          known,
          {
            viewer: {
              ...{ user: asker.user, agency: asker.agency, entity: asker.entity, agencyWorksWith: worksWith },
              ...(asker.self !== null && { self: asker.self }),
            },
            ...{
              purpose: asker.purpose,
              subjects: [{ person: record.person, role }],
              category,
            },
            ...{ source: record.agency, record: record.handle, action: 'read', at: asker.at },
          },
          auVic,
        ).effect === 'permit',
    ),
  );
}

/**
 * The newest statement about their age counts. Somebody who speaks for them does not count if they are said to use violence.
 */
function personIn(ofPerson: readonly SaidFact[], all: readonly SaidFact[]) {
  const adultOn = adultOnIn(ofPerson);
  const violent = new Set(all.flatMap(({ person, body }) => (body.role === 'PERSON_USING_VIOLENCE' ? [person] : [])));
  return {
    ...(adultOn && { dob: `${Number(adultOn.slice(0, 4)) - 18}${adultOn.slice(4)}` }),
    proxies: ofPerson
      .filter(({ fact }) => fact === 'PROXY')
      .map(({ body }) => ({ ...body, personUsingViolence: violent.has(String(body.person)) })),
  };
}

const adultOnIn = (ofPerson: readonly SaidFact[]): string | undefined => {
  // All were put on file at the same instant, so the greatest id is the newest.
  const [newest] = ofPerson.filter(({ fact }) => fact === 'STANDING').sort((a, b) => (a.id < b.id ? 1 : -1));
  return newest && String(newest.body.adultOn);
};

/** A child is always a child; otherwise the role that comes first in the law's own list. */
function roleIn(ofPerson: readonly SaidFact[], at: string): string {
  const adultOn = adultOnIn(ofPerson);
  if (adultOn && at.slice(0, 10) < adultOn) return 'CHILD';
  const said = ofPerson.filter(({ fact }) => fact === 'ROLE').map(({ body }) => body.role);
  const order = ['VICTIM_SURVIVOR', 'LINKED_PERSON', 'PERSON_USING_VIOLENCE', 'ALLEGED_PERSON_USING_VIOLENCE'];
  return order.find((role) => said.includes(role)) ?? 'CLIENT';
}
