import type { Ask } from '@accord/consent/Ask';
import { categoriesOf } from '@accord/consent/categoriesOf';
import { type Asker, compile, type Datum } from '@accord/consent/compile';
import type { Partner, Requester } from '../identity/Requester.ts';
import type { Clients, OpenedClient, OpenedGlass } from '../store/clients.ts';
import { factsOf, type KnownClient, type Reading } from './factsOf.ts';
import { groundsOf } from './groundsOf.ts';
import type { Decide, OpenClient, Released } from './ReleaseBook.ts';

/** Who asks, when, and by which law. */
export type Asking = Reading & Readonly<{ requester: Requester; partners: ReadonlyMap<string, Partner> }>;

/**
 * Decides for one requester what may be released of each record, category by category, before anything is fetched.
 *
 * A `mask` is withheld: nothing an agency sends is divided by person yet. Records of an agency that is suspended are left out.
 */
export const decideRelease =
  (store: Pick<Clients, 'open' | 'agenciesOf' | 'survivorOf'>, asking: Asking): Decide =>
  async (ids) => {
    const clients = await store.open(ids);
    const facts = new Map(clients.map((client) => [client.asked, factsOf(client, asking)] as const));
    const worksWith = await peopleWorkedWith([...facts.values()], store, asking.requester);
    const open = new Map<string, OpenClient>();
    for (const client of clients) {
      const known = facts.get(client.asked);
      const records = known ? released(client, known, worksWith, asking) : [];
      if (records.length > 0) open.set(client.asked, { id: client.id, epoch: client.epoch, records });
    }
    for (let absent = ids.length - clients.length; absent > 0; absent -= 1) lookIntoNobody(asking);
    return open;
  };

/** Nobody is looked into as somebody is: how long it takes must not tell a denied person from one who does not exist. */
function lookIntoNobody(asking: Asking): void {
  const nobody = standIn(asking);
  const known = factsOf(nobody, asking);
  if (known) released(nobody, known, [], asking);
}

/** As a person is who is denied: records at two other agencies, and a consent that says nothing to the requester. */
function standIn({ partners, requester, now }: Asking): OpenedClient {
  const others = [...partners.keys()].filter((agencyId) => agencyId !== requester.agency.id).slice(0, 2);
  return {
    ...{ asked: '', id: '', epoch: 0, facts: [], glass: [] },
    records: others.map((agencyId) => ({ handle: agencyId, agencyId, number: '' })),
    consents: [
      {
        ...{ id: '', clientId: '', status: 'active', recordedByAgency: '', recordedBy: '', recordedAt: now },
        ...{ withdrawnAt: null, withdrawnBy: null, words: null, language: '' },
        body: {
          ...{ givenBy: { person: '', capacity: 'self' }, base: 'deny', effective: {} },
          rule: { except: [{ agencies: [''], categories: ['IDENTITY'] }] },
          evidence: { kind: 'verbal', noticeVersion: '', language: '' },
        },
      },
    ],
  };
}

/** Of the people that blocks protect from: those whom the requester's agency works with, or who the requester is, by whatever id. */
export async function peopleWorkedWith(
  known: readonly (KnownClient | undefined)[],
  store: Pick<Clients, 'agenciesOf' | 'survivorOf'>,
  { agency, self }: Pick<Requester, 'agency' | 'self'>,
): Promise<readonly string[]> {
  const against = new Set(known.flatMap((one) => one?.facts.blocks ?? []).flatMap((block) => block.against ?? []));
  if (against.size === 0) return [];
  const agencies = await store.agenciesOf([...against]);
  const leadTo = new Map(
    await Promise.all([...against].map(async (id) => [id, self && (await store.survivorOf(id))] as const)),
  );
  return [...against].filter(
    (person) => agencies.get(person)?.has(agency.id) || (self !== null && leadTo.get(person) === self),
  );
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
  { facts, subject }: KnownClient,
  agencyWorksWith: readonly string[],
  { requester, now, profile, partners }: Asking,
): readonly Released[] {
  const asker = {
    viewer: viewerOf(requester, agencyWorksWith),
    purpose: requester.purpose,
    subjects: [subject],
    at: now.toISOString(),
  };
  const table = compile(facts, asker, profile);
  const emergency = emergencyOf(client, requester, now).map(
    ({ id, reason, categories, handles }) =>
      ({ id, categories, handles, table: compile(facts, throughGlass(asker, reason), profile) }) as const,
  );
  const groundsFor = (datum: Datum, category: string, handle: string): readonly string[] | undefined => {
    const answer = table.answer(datum);
    if (answer.effect === 'permit') return groundsOf(answer);
    for (const glass of emergency) {
      if (!glass.categories.includes(category) || !glass.handles.includes(handle)) continue;
      const lifted = glass.table.answer(datum);
      if (lifted.effect === 'permit') return [glass.id, ...groundsOf(lifted)];
    }
    return undefined;
  };
  const kinds = categoriesOf(profile);
  return client.records
    .filter(({ agencyId }) => partners.get(agencyId)?.state === 'ACTIVE')
    .map(({ handle, agencyId, number }) => {
      const categories = new Map<string, readonly string[]>();
      for (const category of kinds) {
        const datum = { category, source: agencyId, record: handle, action: 'read' } as const;
        const grounds = groundsFor(datum, category, handle);
        if (grounds) categories.set(category, grounds);
      }
      return { handle, agency: agencyId, number, client: client.id, categories };
    })
    .filter(({ categories }) => categories.size > 0)
    .sort((a, b) => (a.handle < b.handle ? -1 : 1));
}

/** The emergency access that this requester has taken for this purpose, while it lasts. */
const emergencyOf = (
  { glass }: OpenedClient,
  { user, agency, purpose }: Requester,
  now: Date,
): readonly OpenedGlass[] =>
  glass.filter(
    (one) => one.brokenBy === user && one.agencyId === agency.id && one.purpose === purpose && now < one.until,
  );

/** The same asker, who has broken the glass: the right to was checked when they did. */
export const throughGlass = (asker: Asker, reason: string): Asker => ({
  ...asker,
  viewer: { ...asker.viewer, canBreakGlass: true },
  breakGlass: { reason },
});
