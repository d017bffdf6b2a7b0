import { randomUUID } from 'node:crypto';
import { compile } from '@accord/consent/compile';
import type { Profile } from '@accord/consent/Profile';
import type {
  BreakGlassInput,
  BreakGlassReviewInput,
  MutationSayClientToldArgs,
  QueryBreakGlassesArgs,
} from '@accord/contract/generated/api';
import { CallerFault } from '../CallerFault.ts';
import type { RequestContext } from '../RequestContext.ts';
import { peopleWorkedWith, throughGlass, viewerOf } from '../release/decideRelease.ts';
import { factsOf } from '../release/factsOf.ts';
import type { OpenedClient } from '../store/clients.ts';
import type { GlassRow, NewGlass } from '../store/glass.ts';
import type { Store } from '../store/Store.ts';
import { assertCodes, said } from './checkedInput.ts';
import { assertMayDo, leadsThere } from './mayDo.ts';
import { newNotices } from './newNotices.ts';
import { assertMayDoTo, forget, isKeptFrom } from './ownClient.ts';
import { type Page, visiblePage } from './pageOf.ts';
import type { Cursors } from './sealCursor.ts';

/** What is needed for emergency access. */
export type GlassParts = Readonly<{
  store: Pick<Store, 'clients' | 'glass'>;
  cursors: Cursors;
  profile: Profile;
}>;

/** How long emergency access lasts, in milliseconds: long enough to read and telephone, too short to come back to. */
const lasts = 15 * 60_000;

/**
 * Takes emergency access. The same transaction puts notices on file for the agencies whose records it opens and for the
 * requester's own leads. Throws as `assertMayDoTo`; `ARGUMENT_REFUSED` without a reason or categories; `CONSENT_MOVED` if the
 * client's facts changed meanwhile.
 */
export async function breakGlass(input: BreakGlassInput, parts: GlassParts, context: RequestContext) {
  const { store, profile } = parts;
  const { requester, now } = context;
  await assertMayDoTo(input.client, 'breakGlass', store.clients, context);
  const reason = said('reason', input.reason);
  assertCodes({ categories: input.categories }, { categories: profile.categories });
  const [client] = await store.clients.open([input.client]);
  if (!client) throw new CallerFault('CLIENT_UNKNOWN');
  const opened = await opensWhat(client, { reason, categories: input.categories }, parts, context);
  const glass: NewGlass = {
    ...{ id: randomUUID(), clientId: client.id, agencyId: requester.agency.id, brokenBy: requester.user },
    ...{ purpose: requester.purpose, reason, categories: [...new Set(input.categories)] },
    ...{ handles: opened.records.map(({ handle }) => handle), grave: opened.grave },
    ...{ at: now, until: new Date(now.getTime() + lasts) },
  };
  const workers = await store.clients.workersOf(glass.handles);
  const about = { aboutId: glass.id, clientId: client.id, at: now };
  const taken = await store.glass.put(glass, client.epoch, [
    ...newNotices(
      { ...about, kind: 'GLASS_BROKEN' },
      opened.records.flatMap(({ handle, agencyId }) => [
        { agencyId, reader: null },
        ...(workers.has(handle) ? [{ agencyId, reader: workers.get(handle) ?? null }] : []),
      ]),
    ),
    ...newNotices({ ...about, kind: 'GLASS_TO_REVIEW' }, [{ agencyId: requester.agency.id, reader: null }]),
  ]);
  if (!taken) throw new CallerFault('CONSENT_MOVED');
  forget(client.id, context);
  return glassView(unreviewed(glass), context);
}

const unreviewed = (glass: NewGlass): GlassRow => ({
  ...glass,
  ...{ endedAt: null, reviewedAt: null, reviewedBy: null, outcome: null, reviewNote: null, clientTold: null },
});

/** Records of which this access would open something that consent closes; `grave` if the client had said no to it. */
async function opensWhat(
  client: OpenedClient,
  { reason, categories }: Pick<NewGlass, 'reason' | 'categories'>,
  { store, profile }: GlassParts,
  { requester, partners, now }: RequestContext,
): Promise<Readonly<{ records: OpenedClient['records']; grave: boolean }>> {
  const known = factsOf(client, { now, profile, unreadable: () => {} });
  if (!known) return { records: [], grave: false };
  const asker = {
    viewer: viewerOf(requester, await peopleWorkedWith([known], store.clients, requester)),
    ...{ purpose: requester.purpose, subjects: [known.subject], at: now.toISOString() },
  };
  const table = compile(known.facts, throughGlass(asker, reason), profile);
  let grave = false;
  const records = client.records.filter(({ agencyId, handle }) => {
    if (partners.get(agencyId)?.state !== 'ACTIVE') return false;
    const lifted = categories
      .map((category) => table.answer({ category, source: agencyId, record: handle, action: 'read' }))
      .filter(({ effect, reason: why }) => effect === 'permit' && why.split('+').includes('BREAK_GLASS'));
    grave ||= lifted.some((answer) => answer.effect === 'permit' && answer.obligations.includes('REVIEW_HIGH'));
    return lifted.length > 0;
  });
  return { records, grave };
}

/** Ends emergency access. Throws `FACT_UNKNOWN` if it is neither the requester's own nor theirs to review. */
export async function endBreakGlass(id: string, { store }: GlassParts, context: RequestContext) {
  assertMayDo('endBreakGlass', context.requester);
  const found = await visibleGlass(id, store, context);
  await store.glass.end(found, context.now);
  forget(found.clientId, context);
  return viewOf(id, store, context);
}

/**
 * Reviews emergency access of the requester's own agency, once. Throws `FACT_UNKNOWN` if there is none; `ROLE_REFUSED` to whoever
 * took it, and to anybody but a practice lead or manager if it overrode the client's no; `ARGUMENT_REFUSED` if it has been
 * reviewed.
 */
export async function reviewBreakGlass(input: BreakGlassReviewInput, { store }: GlassParts, context: RequestContext) {
  const { requester, now } = context;
  assertMayDo('reviewBreakGlass', requester);
  const note = said('note', input.note);
  const found = await visibleGlass(input.id, store, context);
  if (found.brokenBy === requester.user)
    throw new CallerFault(
      'ROLE_REFUSED',
      'Emergency access must be reviewed by someone other than the person who took it.',
    );
  if (found.grave) assertMayDo('reviewGraveBreakGlass', requester);
  const review = { by: requester.user, outcome: input.outcome, note, at: now };
  if (!(await store.glass.review(found.id, review)))
    throw new CallerFault('ARGUMENT_REFUSED', 'It has already been reviewed, and that review stands.');
  context.changed.add(found.clientId);
  return viewOf(found.id, store, context);
}

/**
 * Says whether the person was told of emergency access (CONSENT.md, `NOTIFY_CLIENT_IF_SAFE`). Whoever took it, or may review it,
 * may say so. Throws `FACT_UNKNOWN` if it is not theirs to see.
 */
export async function sayClientTold(
  { id, clientTold }: MutationSayClientToldArgs,
  { store }: GlassParts,
  context: RequestContext,
) {
  assertMayDo('sayClientTold', context.requester);
  const found = await visibleGlass(id, store, context);
  await store.glass.sayTold(id, clientTold);
  context.changed.add(found.clientId);
  return viewOf(id, store, context);
}

/** Returns emergency access that the requester's agency took, newest first, except to people whom a block keeps from the requester. */
export async function glassesOfAgency(
  args: QueryBreakGlassesArgs,
  { store, cursors }: GlassParts,
  context: RequestContext,
): Promise<Page<GlassView>> {
  const { requester } = context;
  assertMayDo('breakGlasses', requester);
  const toReviewOnly = args.toReviewOnly ?? true;
  const use = { requester, list: JSON.stringify(['breakGlasses', toReviewOnly]) };
  return visiblePage(
    args,
    { cursors, use },
    (after, first) => store.glass.ofAgency({ agencyId: requester.agency.id, toReviewOnly, after, first }),
    async (row) => ((await isKeptFrom(row.clientId, store.clients, context)) ? null : glassView(row, context)),
  );
}

/** Returns the newest hundred of a client: the requester's own, and all of their agency's if they may review them. */
export async function glassesOfClient(client: string, { store }: GlassParts, context: RequestContext) {
  if (context.requester.self !== null) return [];
  const of = { agencyId: context.requester.agency.id, clientId: client, toReviewOnly: false, after: null, first: 100 };
  const rows = await store.glass.ofAgency(of);
  return rows.filter((row) => maySee(row, context)).map((row) => glassView(row, context));
}

function maySee({ agencyId, brokenBy }: GlassRow, { requester }: RequestContext): boolean {
  return agencyId === requester.agency.id && (brokenBy === requester.user || leadsThere(requester));
}

/** Emergency access that the requester may see. Throws `FACT_UNKNOWN`. */
async function visibleGlass(id: string, store: GlassParts['store'], context: RequestContext): Promise<GlassRow> {
  const found = await store.glass.find(id, context.requester.agency.id);
  if (!found || !maySee(found, context) || (await isKeptFrom(found.clientId, store.clients, context)))
    throw new CallerFault('FACT_UNKNOWN');
  return found;
}

async function viewOf(id: string, store: GlassParts['store'], context: RequestContext): Promise<GlassView> {
  const found = await store.glass.find(id);
  if (!found) throw new Error('Emergency access that was on file is missing.');
  return glassView(found, context);
}

export type GlassView = ReturnType<typeof glassView>;

/**
 * Emergency access as a requester sees it. An agency whose record it opened sees who and when, but not the reason, which may
 * contain what that agency must not know. Only its reviewers see that the client had said no.
 */
export function glassView(row: GlassRow, { requester, partners }: RequestContext) {
  const own = row.agencyId === requester.agency.id;
  const reviews = own && leadsThere(requester) && row.brokenBy !== requester.user;
  return {
    ...{ id: row.id, client: { id: row.clientId }, agency: partners.get(row.agencyId) ?? null, takenBy: row.brokenBy },
    ...{ reason: own ? row.reason : null, categories: own ? row.categories : null, grave: reviews ? row.grave : null },
    ...{ at: row.at.toISOString(), until: row.until.toISOString(), endedAt: row.endedAt?.toISOString() ?? null },
    clientTold: own ? row.clientTold : null,
    review: row.reviewedAt && {
      ...{ reviewedBy: own ? row.reviewedBy : null, at: row.reviewedAt.toISOString() },
      ...{ outcome: row.outcome, note: own ? row.reviewNote : null },
    },
  };
}
