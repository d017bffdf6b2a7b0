import type { Ask } from '@accord/consent/Ask';
import { categoriesOf } from '@accord/consent/categoriesOf';
import { compile } from '@accord/consent/compile';
import type { Facts } from '@accord/consent/Facts';
import type { Profile } from '@accord/consent/Profile';
import { parseFacts } from '@accord/consent/parseFacts';
import type { Partner, Requester } from '../identity/Requester.ts';
import type { Clients, OpenedClient } from '../store/clients.ts';
import { asOnFile } from './asOnFile.ts';
import { groundsOf } from './groundsOf.ts';
import type { Decide, OpenClient, Released } from './ReleaseBook.ts';

/** Who asks, when, and by which law. */
export type Asking = Readonly<{
  requester: Requester;
  now: Date;
  profile: Profile;
  partners: ReadonlyMap<string, Partner>;
  /** Called with the id of a client whose facts cannot be read, and why: nothing of theirs is released. */
  unreadable: (client: string, error: unknown) => void;
}>;

/**
 * Decides for one requester what may be released of each record, category by category, before anything is fetched.
 *
 * A `mask` is withheld: nothing an agency sends is divided by person yet. Records of an agency that is suspended are left out.
 */
export const decideRelease =
  (store: Pick<Clients, 'open' | 'agenciesOf'>, asking: Asking): Decide =>
  async (ids) => {
    const clients = await store.open(ids);
    const facts = new Map(clients.map((client) => [client.id, factsOf(client, asking)] as const));
    const worksWith = await peopleWorkedWith([...facts.values()], store, asking.requester);
    const open = new Map<string, OpenClient>();
    for (const client of clients) {
      const known = facts.get(client.id);
      const records = known ? released(client, known, worksWith, asking) : [];
      if (records.length > 0) open.set(client.id, { id: client.id, epoch: client.epoch, records });
    }
    return open;
  };

/** The client's facts as the rules read them. A fact that cannot be read could be a refusal: then there are none at all. */
export function factsOf(
  client: OpenedClient,
  { unreadable, profile, now }: Pick<Asking, 'unreadable' | 'profile' | 'now'>,
): Facts | undefined {
  try {
    return parseFacts(
      {
        consents: client.consents
          .map((consent) => asOnFile(consent, now, profile.timeZone))
          .map(({ id, clientId, status, body, recordedAt, withdrawnAt }) => ({
            ...body,
            id,
            subject: clientId,
            status,
            recordedAt: recordedAt.toISOString(),
            ...(withdrawnAt && { withdrawnAt: withdrawnAt.toISOString() }),
          })),
        blocks: client.blocks.map(({ id, body }) => ({ ...body, id, person: client.id })),
      },
      profile,
    );
  } catch (error) {
    unreadable(client.id, error);
    return undefined;
  }
}

/** Of the people that blocks protect from: those whom the requester's agency works with. */
export async function peopleWorkedWith(
  facts: readonly (Facts | undefined)[],
  store: Pick<Clients, 'agenciesOf'>,
  { agency }: Pick<Requester, 'agency'>,
): Promise<readonly string[]> {
  const against = new Set(facts.flatMap((known) => known?.blocks ?? []).flatMap((block) => block.against ?? []));
  if (against.size === 0) return [];
  const agencies = await store.agenciesOf([...against]);
  return [...against].filter((person) => agencies.get(person)?.has(agency.id));
}

/** The requester as the rules see them. */
export function viewerOf(requester: Requester, agencyWorksWith: readonly string[]): Ask['viewer'] {
  return {
    user: requester.user,
    agency: requester.agency.id,
    entity: requester.agency.entity,
    volunteer: requester.volunteer,
    agencyWorksWith,
    suspended: requester.agency.state !== 'ACTIVE',
    ...(requester.self !== null && { self: requester.self }),
  };
}

function released(
  client: OpenedClient,
  facts: Facts,
  agencyWorksWith: readonly string[],
  { requester, now, profile, partners }: Asking,
): readonly Released[] {
  const asker = {
    viewer: viewerOf(requester, agencyWorksWith),
    purpose: requester.purpose,
    subjects: [{ person: client.id, role: 'CLIENT' }],
    at: now.toISOString(),
  };
  const table = compile(facts, asker, profile);
  const kinds = categoriesOf(profile);
  return client.records
    .filter(({ agencyId }) => partners.get(agencyId)?.state === 'ACTIVE')
    .map(({ handle, agencyId, number }) => {
      const categories = new Map<string, readonly string[]>();
      for (const category of kinds) {
        const answer = table.answer({ category, source: agencyId, record: handle, action: 'read' });
        if (answer.effect === 'permit') categories.set(category, groundsOf(answer));
      }
      return { handle, agency: agencyId, number, client: client.id, categories };
    })
    .filter(({ categories }) => categories.size > 0)
    .sort((a, b) => (a.handle < b.handle ? -1 : 1));
}
