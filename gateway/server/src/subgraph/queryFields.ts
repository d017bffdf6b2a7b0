import type { Profile } from '@accord/consent/Profile';
import type {
  ClientMatch,
  QueryAgenciesArgs,
  QueryAgencyArgs,
  QueryAlertsArgs,
  QueryCaseloadArgs,
  QueryClientArgs,
  QueryVocabularyArgs,
} from '@accord/contract/generated/api';
import { purposesOf } from '@accord/contract/roles';
import type { Vocabularies } from '../quality/proposals/Vocabularies.ts';
import type { RequestContext } from '../RequestContext.ts';
import type { OpenClient } from '../release/ReleaseBook.ts';
import type { Clients } from '../store/clients.ts';
import { mayKnowStanding } from './agencyStanding.ts';
import { alertFilter, dayGiven } from './checkedInput.ts';
import type { ClientParent } from './clientFields.ts';
import type { EncodeMatch } from './encodeMatch.ts';
import { Edge, type Page, pageSize, pageWith } from './pageOf.ts';
import { peopleOnBoard, workerIn } from './peopleOnBoard.ts';
import type { Cursors, CursorUse } from './sealCursor.ts';
import { vocabularyView } from './vocabularyView.ts';

/** The id of no client. */
const noClient = '';

/** What the root fields need. */
export type QueryParts = Readonly<{
  store: Readonly<{ clients: Pick<Clients, 'bySlk' | 'ofRecords'> }>;
  /** Returns the handles of records whose filters contain most of the given filter, and how much of it each contains. */
  search: (clk: Uint8Array) => Promise<ReadonlyMap<string, number>>;
  cursors: Cursors;
  encode: EncodeMatch;
  profile: Profile;
  vocabularies: Vocabularies;
}>;

const asParent = (client: OpenClient): ClientParent => ({ client, merged: [] });

/** Returns the hub's root fields for people, agencies and the vocabulary. */
export function queryFields({ store, cursors, encode, search, profile, vocabularies }: QueryParts) {
  return {
    me: (_: unknown, __: unknown, { requester }: RequestContext) => ({
      signInName: requester.user,
      name: requester.name,
      role: requester.role,
      agency: { id: requester.agency.id },
      purpose: requester.purpose,
      purposes: purposesOf(requester.role),
    }),

    client: (_: unknown, { id }: QueryClientArgs, context: RequestContext) => clientToldOf(id, context),

    findClients: async (_: unknown, { match }: { match: ClientMatch }, context: RequestContext) => {
      const { key, clk } = await encode(match, context);
      const like = clk === null ? new Map<string, number>() : await search(clk);
      const found = [
        ...(key === null ? [] : await store.clients.bySlk(key)),
        ...(await store.clients.ofRecords([...like.keys()])),
      ];
      // Does the same work for a name that nobody has: response times must not confirm a name that was tried.
      const sought = found.length > 0 ? [...new Set(found.map(({ client }) => client))] : [noClient];
      const clients = await context.book.openAll(sought);
      const matches = new Map(found.map(({ handle }) => [handle, like.get(handle) ?? 1]));
      return clients
        .flatMap((client) => foundBy(matches, client, context))
        .sort((a, b) => b.likeness - a.likeness || (a.parent.client.id < b.parent.client.id ? -1 : 1))
        .map(({ parent }) => parent);
    },

    caseload: async (_: unknown, args: QueryCaseloadArgs, context: RequestContext): Promise<Page<ClientParent>> => {
      const scope = args.of ?? 'MINE';
      const use: CursorUse = { requester: context.requester, list: JSON.stringify(['caseload', scope]) };
      const after = args.after ? String(cursors.open(args.after, use)[0]) : null;
      const { clients, last, more } = await context.book.caseload({
        ...{ agencyId: context.requester.agency.id, worker: workerIn(scope, context) },
        ...{ after, first: pageSize(args.first, 50, 100) },
      });
      const edges = clients.map((client) => new Edge(toldOf(client, context), () => cursors.seal([client.id], use)));
      return pageWith(edges, { hasNextPage: more, hasPreviousPage: after !== null }, () =>
        last === undefined ? null : cursors.seal([last], use),
      );
    },

    alerts: async (_: unknown, args: QueryAlertsArgs, context: RequestContext) => {
      const scope = args.of ?? 'MINE';
      const filter = alertFilter(args.filter, context);
      const orderBy = args.orderBy ?? 'MOST_URGENT';
      const first = pageSize(args.first, 50, 200);
      const asked = { of: scope, peopleAfter: args.peopleAfter };
      const { clients, after: peopleAfter, nextPeople } = await peopleOnBoard(asked, context, cursors);
      const id = context.lists.add({
        ...{ clients, nextPeople, filter, orderBy, first },
        after: args.after || null,
        name: JSON.stringify(['board', scope, filter, orderBy, peopleAfter]),
      });
      // There may be hundreds: `flatMap` would place each item outside compiled code.
      const records: { id: string }[] = [];
      for (const client of clients) for (const { handle } of client.records) records.push({ id: handle });
      return { id, records, nextPeople };
    },

    agencies: (_: unknown, { state: states }: QueryAgenciesArgs, { partners, requester }: RequestContext) =>
      [...partners.values()]
        // A requester who may not know that an agency is suspended sees it listed as active.
        .map((partner) => ({ partner, told: mayKnowStanding(requester, partner.id) ? partner.state : 'ACTIVE' }))
        .filter(({ partner, told }) => partner.state !== 'REMOVED' && (states ?? ['ACTIVE']).includes(told))
        .map(({ partner }) => partner)
        .sort((a, b) => (a.name < b.name ? -1 : 1)),

    agency: (_: unknown, { id }: QueryAgencyArgs, { partners }: RequestContext) => {
      const partner = partners.get(id);
      return partner && partner.state !== 'REMOVED' ? partner : null;
    },

    vocabulary: async (_: unknown, { on }: QueryVocabularyArgs, { words, now }: RequestContext) =>
      vocabularyView(on ? await vocabularies.on(dayGiven('on', on), now) : words, profile),
  };
}

/** Returns the person, if the requester may know of them. */
export async function clientToldOf(id: string, context: RequestContext): Promise<ClientParent | null> {
  const client = await context.book.open(id);
  return client && toldOf(client, context);
}

type Found = Readonly<{ parent: ClientParent; likeness: number }>;

/**
 * Returns the person and how well they match, if one of the matching records may disclose its identity. Otherwise trying a name
 * would confirm it, and the name that a person goes by elsewhere could be found out.
 */
function foundBy(matches: ReadonlyMap<string, number>, client: OpenClient, context: RequestContext): readonly Found[] {
  const told = client.records.filter(({ handle, categories }) => matches.has(handle) && categories.has('IDENTITY'));
  for (const record of told) context.disclosures.note(record, ['IDENTITY']);
  const likeness = Math.max(...told.map(({ handle }) => matches.get(handle) ?? 0));
  return told.length > 0 ? [{ parent: toldOf(client, context), likeness }] : [];
}

/** To disclose a person is to disclose that these records exist. */
function toldOf(client: OpenClient, { disclosures }: RequestContext): ClientParent {
  for (const record of client.records) disclosures.note(record);
  return asParent(client);
}
