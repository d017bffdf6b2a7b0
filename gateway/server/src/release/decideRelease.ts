import type { Ask } from '@accord/consent/Ask';
import { categoriesOf } from '@accord/consent/categoriesOf';
import { type Asker, compile, type Datum } from '@accord/consent/compile';
import type { PartnersSeen } from '../agencies/PartnersSeen.ts';
import type { Requester } from '../identity/Requester.ts';
import type { Clients, Known, Looked, OpenedClient, OpenedGlass } from '../store/clients.ts';
import { askerOf, type DecisionsKept, type Kept } from './DecisionsKept.ts';
import { factsOf, type KnownClient, type Reading } from './factsOf.ts';
import { groundsOf } from './groundsOf.ts';
import { holdsFor } from './holdsFor.ts';
import type { Decide, OpenClient, Released } from './ReleaseBook.ts';
import { unreadByThem } from './unreadByThem.ts';

/** Who asks, when, under which law, and which agencies there are. */
export type Asking = Reading & Readonly<{ requester: Requester; onFile: PartnersSeen }>;

/**
 * Decides for one requester what may be released of each record, category by category, before anything is fetched.
 *
 * `mask` counts as withheld: nothing an agency sends is divided by person yet. Records at a suspended agency are left out, and
 * those who might be shown them learn that something is lacking (`OpenClient.lacking`). Nothing may be disclosed on the strength
 * of agencies that are no longer those on file: then nothing is released, and the request begins again.
 *
 * Everybody is looked at on each request, in one statement. A decision about somebody who has not changed since it was made for
 * this requester is reused. If it were stale all the same, the ledger would find that the epoch has moved.
 */
export function decideRelease(
  store: Pick<Clients, 'look' | 'caseload'>,
  asking: Asking,
  decisions: DecisionsKept,
): Decide {
  const { requester, now, onFile } = asking;
  const asker = askerOf(requester);
  const by = { agencyId: requester.agency.id, self: requester.self };
  const stateOf = ({ agency }: Released) => onFile.partners.get(agency)?.state;
  const isAsked = (record: Released): boolean => stateOf(record) === 'ACTIVE';
  const isSuspended = (record: Released): boolean => stateOf(record) === 'SUSPENDED';

  const settle = ({ asked, version, whole }: Looked, before: Kept | undefined): OpenClient | null => {
    if (whole === null) return before?.client ?? null;
    const known = factsOf(whole.client, asking);
    if (!known) return null;
    const records = released(whole.client, known, whole.worksWith, asking);
    const client = records.length > 0 ? { id: whole.client.id, epoch: whole.client.epoch, records } : null;
    const holds = holdsFor(whole.client, known, now, asking.profile);
    if (holds) decisions.keep(asker, asked, { version, client, ...holds });
    return client;
  };
  /** Those of whom something may be disclosed, by the id asked for. */
  const open = (people: readonly Looked[], before: ReadonlyMap<string, Kept>): ReadonlyMap<string, OpenClient> => {
    const told = new Map<string, OpenClient>();
    for (const looked of people) {
      const client = settle(looked, before.get(looked.asked));
      if (!client) continue;
      if (client.records.every(isAsked)) told.set(looked.asked, client);
      else if (client.records.some(isAsked))
        told.set(looked.asked, {
          ...{ ...client, records: client.records.filter(isAsked) },
          ...(client.records.some(isSuspended) && { lacking: true }),
        });
    }
    return told;
  };

  return {
    people: async (ids) => {
      const before = keptOf(ids, decisions.standing(asker, now.getTime()));
      const { people, revision } = await store.look(ids, by, versionsOf(before));
      if (!onFile.standAt(revision)) return new Map();
      const there = new Set(people.map(({ asked }) => asked));
      for (const id of ids) {
        if (there.has(id) || before.get(id)?.version === null) continue;
        lookIntoNobody(asking);
        decisions.keep(asker, id, nobody);
      }
      return open(people, before);
    },
    caseload: async (page) => {
      const list = JSON.stringify(page);
      const before = keptOf(decisions.listed(asker, list), decisions.standing(asker, now.getTime()));
      const { people, more, revision } = await store.caseload(page, by, versionsOf(before));
      if (!onFile.standAt(revision)) return { ids: [], more: false, open: new Map() };
      const ids = people.map(({ asked }) => asked);
      decisions.list(asker, list, ids);
      return { ids, more, open: open(people, before) };
    },
  };
}

// These are loops because an alert board has hundreds of people: `flatMap` with a pair for each took five times as long.

function keptOf(ids: readonly string[], standing: (asked: string) => Kept | undefined): ReadonlyMap<string, Kept> {
  const found = new Map<string, Kept>();
  for (const id of ids) {
    const kept = standing(id);
    if (kept) found.set(id, kept);
  }
  return found;
}

function versionsOf(kept: ReadonlyMap<string, Kept>): Known {
  const versions = new Map<string, NonNullable<Kept['version']>>();
  for (const [id, { version }] of kept) if (version !== null) versions.set(id, version);
  return versions;
}

/** Cached for an id that belongs to nobody, like a decision about a person, so that a second look at either takes equally long. */
const nobody: Kept = { version: null, from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY, client: null };

/** Does the same work for nobody as for somebody: response times must not distinguish a denied person from one who does not exist. */
function lookIntoNobody(asking: Asking): void {
  const someone = standIn(asking);
  const known = factsOf(someone, asking);
  if (!known) return;
  released(someone, known, [], asking);
  holdsFor(someone, known, asking.now, asking.profile);
}

/** A stand-in for every name and id: the rules refuse empty ones. */
const noName = '-';

/** Looks like a denied person: records at two other agencies, and a consent that says nothing to the requester. */
function standIn({ onFile, requester, now }: Asking): OpenedClient {
  const others = [...onFile.partners.keys()].filter((agencyId) => agencyId !== requester.agency.id).slice(0, 2);
  return {
    ...{ asked: noName, id: noName, epoch: 0, facts: [], glass: [] },
    records: others.map((agencyId) => ({ handle: agencyId, agencyId, number: noName })),
    consents: [
      {
        ...{ id: noName, clientId: noName, status: 'active', recordedByAgency: noName, recordedBy: noName },
        ...{ recordedAt: now, withdrawnAt: null, withdrawnBy: null, words: null, language: noName },
        body: {
          ...{ givenBy: { person: noName, capacity: 'self' }, base: 'deny', effective: {} },
          rule: { except: [{ agencies: [noName], categories: ['IDENTITY'] }] },
          evidence: { kind: 'verbal', noticeVersion: noName, language: noName },
        },
      },
    ],
  };
}

/**
 * Returns, of the people whom blocks are against, those whom the requester's agency works with. If the requester is a client, it
 * returns only themself, by whatever id. Who else their agency works with closes nothing to clients: a file of their own that
 * vanished overnight would show who has come there.
 */
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
  return [...against].filter((person) =>
    self === null ? agencies.get(person)?.has(agency.id) : leadTo.get(person) === self,
  );
}

/** The requester in the form that the rules read. */
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
  { facts, subject, closingRoles }: KnownClient,
  agencyWorksWith: readonly string[],
  { requester, now, profile }: Asking,
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
  const groundsFor = (datum: Datum, category: string, handle: string): Grounds | undefined => {
    const answer = table.answer(datum);
    if (answer.effect === 'permit') return { grounds: groundsOf(answer), consented: ownWord.has(answer.reason) };
    for (const glass of emergency) {
      if (!glass.categories.includes(category) || !glass.handles.includes(handle)) continue;
      const lifted = glass.table.answer(datum);
      if (lifted.effect === 'permit') return { grounds: [glass.id, ...groundsOf(lifted)], consented: false };
    }
    return undefined;
  };
  const unread = requester.self === null ? undefined : unreadByThem(closingRoles, profile);
  const kinds = categoriesOf(profile).filter((category) => !unread?.has(category));
  return client.records
    .map(({ handle, agencyId, number }) => {
      const categories = new Map<string, readonly string[]>();
      const consented = new Set<string>();
      for (const category of kinds) {
        const datum = { category, source: agencyId, record: handle, action: 'read' } as const;
        const found = groundsFor(datum, category, handle);
        if (!found) continue;
        categories.set(category, found.grounds);
        if (found.consented) consented.add(category);
      }
      return {
        ...{ handle, agency: agencyId, number, client: client.id, categories, consented },
        ...(unread && unread.size > 0 && { unread }),
      };
    })
    .filter(({ categories }) => categories.size > 0)
    .sort((a, b) => (a.handle < b.handle ? -1 : 1));
}

type Grounds = Readonly<{ grounds: readonly string[]; consented: boolean }>;
/** Reasons that are the person's own word and nothing else. With a law beside it (`CONSENT+…`), a reason is more than that. */
const ownWord: ReadonlySet<string> = new Set(['CONSENT', 'SELF']);

/** The emergency access that this requester has taken for this purpose, while it lasts. */
const emergencyOf = (
  { glass }: OpenedClient,
  { user, agency, purpose }: Requester,
  now: Date,
): readonly OpenedGlass[] =>
  glass.filter(
    (one) => one.brokenBy === user && one.agencyId === agency.id && one.purpose === purpose && now < one.until,
  );

/** The same requester with the glass broken. Whether they may break it was checked when they did. */
export const throughGlass = (asker: Asker, reason: string): Asker => ({
  ...asker,
  viewer: { ...asker.viewer, canBreakGlass: true },
  breakGlass: { reason },
});
