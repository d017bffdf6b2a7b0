import type { Profile } from '@accord/consent/Profile';
import type { QueryNoticesArgs } from '@accord/contract/generated/api';
import { type DecisionRules, levelOf } from '@accord/quality/proposals/DecisionRules';
import { CallerFault } from '../CallerFault.ts';
import { exercise } from '../quality/exercise/exercises.ts';
import type { ExerciseParts } from '../quality/exercise/exerciseView.ts';
import { correctionTold } from '../quality/prompts/corrections.ts';
import { proposalView } from '../quality/proposals/proposalView.ts';
import type { RequestContext } from '../RequestContext.ts';
import { peopleWorkedWith, viewerOf } from '../release/decideRelease.ts';
import { factsOf } from '../release/factsOf.ts';
import { hidesAll, tellingOf } from '../release/tellingOf.ts';
import type { GlassRow } from '../store/glass.ts';
import type { NoticeReader, NoticeRow } from '../store/notices.ts';
import type { RequestRow } from '../store/requests.ts';
import type { Store } from '../store/Store.ts';
import { requestView } from './consentRequests.ts';
import { glassView } from './glass.ts';
import { assertMayDo, isAllowed, leadsThere } from './mayDo.ts';
import { isKeptFrom } from './ownClient.ts';
import { type IfTold, type Page, visiblePage } from './pageOf.ts';
import type { Cursors } from './sealCursor.ts';

/** What is needed to read notices. */
export type NoticeParts = Readonly<{
  store: Pick<Store, 'clients' | 'notices' | 'glass' | 'requests' | 'proposals' | 'links' | 'alertOrders'>;
  cursors: Cursors;
  profile: Profile;
  decisionRules: DecisionRules;
}> &
  ExerciseParts;

/**
 * A request makes the asking agency known, so the client's no hides its notice. Emergency access must be reported, so only a
 * block hides it.
 */
const saidNo: ReadonlySet<string> = new Set(['REFUSED', 'DENIED_BY_CLIENT']);

/** Returns what waits for the requester, newest first. What may not be disclosed is as if it did not exist, and does not count. */
export function noticesFor(
  args: QueryNoticesArgs,
  parts: NoticeParts,
  context: RequestContext,
): Promise<Page<NoticeView>> {
  const { requester } = context;
  assertMayDo('notices', requester);
  const unreadOnly = args.unreadOnly ?? true;
  const use = { requester, list: JSON.stringify(['notices', unreadOnly]) };
  return visiblePage(
    args,
    { cursors: parts.cursors, use },
    (after, first) => parts.store.notices.page({ ...readerOf(context, parts), unreadOnly, after, first }),
    (row, ifTold) => viewOf(row, parts, context, 'NOW', ifTold),
  );
}

/** Marks a notice as read; marking it twice is not a fault. Throws `FACT_UNKNOWN` if it is not for the requester. */
export async function markNoticeRead(id: string, parts: NoticeParts, context: RequestContext): Promise<NoticeView> {
  assertMayDo('markNoticeRead', context.requester);
  const reader = readerOf(context, parts);
  const found = await parts.store.notices.find(id, reader);
  if (!found || !(await viewOf(found, parts, context, 'EVER', () => {}))) throw new CallerFault('FACT_UNKNOWN');
  const read = await parts.store.notices.markRead(id, reader, context.now);
  const view = read && (await viewOf(read, parts, context, 'EVER', (note) => note()));
  if (!view) throw new CallerFault('FACT_UNKNOWN');
  return view;
}

const readerOf = ({ requester }: RequestContext, { decisionRules }: NoticeParts): NoticeReader => ({
  ...{ agencyId: requester.agency.id, user: requester.user, leads: leadsThere(requester) },
  levels: [levelOf(requester.role, decisionRules) ?? []].flat(),
});

export type NoticeView = NonNullable<Awaited<ReturnType<typeof viewOf>>>;

/** The notice as its reader sees it; null if the reader may not know who asks, or about whom. */
async function viewOf(row: NoticeRow, parts: NoticeParts, context: RequestContext, when: When, ifTold: IfTold) {
  const { store } = parts;
  if (row.kind === 'PROPOSAL_TO_HEAR') return proposalNotice(row, parts, context, when);
  const notice = {
    ...{ id: row.id, kind: row.kind, client: row.clientId === null ? null : { id: row.clientId } },
    ...{ at: row.at.toISOString(), readAt: row.readAt?.toISOString() ?? null },
  };
  if (row.kind === 'CORRECTED') {
    const told = await correctionTold(row, parts, context, ifTold);
    // Marked as read where it names nobody, it would be gone for the purpose under which it says whom to look at again.
    if (told === null || (told === 'ELSEWHERE' && when === 'EVER')) return null;
    const client = told === 'HERE' ? notice.client : null;
    return { ...notice, client, exercise: null, request: null, breakGlass: null, proposal: null };
  }
  if (row.kind === 'EXERCISE_OPEN' || row.kind === 'EXERCISE_REVEALED') {
    const found = await exercise(row.aboutId, parts, context);
    return found && { ...notice, exercise: found, request: null, breakGlass: null, proposal: null };
  }
  const request = row.kind === 'CONSENT_REQUESTED' ? await store.requests.find(row.aboutId) : null;
  const taken = row.kind === 'CONSENT_REQUESTED' ? null : await store.glass.find(row.aboutId);
  const about = request ?? taken;
  if (!about || !(await mayTell(about, request, parts, context))) return null;
  if (taken && row.kind === 'GLASS_TO_REVIEW' && !isForThem(taken, context, when)) return null;
  return {
    ...{ ...notice, exercise: null, proposal: null, request: request && requestView(request, context) },
    breakGlass: taken && glassView(taken, context),
  };
}

/**
 * A notice that something waits for review is not for whoever took it. People who may not review a grave one see the notice but
 * cannot mark it as read: it would disappear for those who may.
 */
function isForThem({ brokenBy, grave }: GlassRow, { requester }: RequestContext, when: When): boolean {
  if (brokenBy === requester.user) return false;
  return when === 'NOW' || !grave || isAllowed('reviewGraveBreakGlass', requester);
}

/** Whether the notice still waits (`NOW`), or ever did (`EVER`): one whose work is done may still be marked as read. */
type When = 'NOW' | 'EVER';

/** That the agency is to be heard: exists once the proposal has reached the level, and is listed while it is there. */
async function proposalNotice(row: NoticeRow, { store, profile }: NoticeParts, context: RequestContext, when: When) {
  const found = await store.proposals.find(row.aboutId);
  const proposal = found && proposalView(found, profile.timeZone, context);
  const reached = proposal?.levels.find(({ level }) => level === row.level);
  if (!reached || (when === 'NOW' && row.readAt === null && proposal?.level !== row.level)) return null;
  return {
    ...{ id: row.id, kind: row.kind, client: null, request: null, breakGlass: null, exercise: null, proposal },
    ...{ at: reached.from, readAt: row.readAt?.toISOString() ?? null },
  };
}

async function mayTell(
  { agencyId, clientId, categories }: Pick<GlassRow, 'agencyId' | 'clientId' | 'categories'>,
  request: RequestRow | null,
  { store, profile }: NoticeParts,
  context: RequestContext,
): Promise<boolean> {
  const { requester, now } = context;
  // One's own agency knows that it asked, except a worker from whom a block keeps the person.
  if (agencyId === requester.agency.id) return !(await isKeptFrom(clientId, store.clients, context));
  const [client] = await store.clients.open([clientId]);
  const known = client && factsOf(client, { now, profile, unreadable: () => {} });
  if (!client || !known) return false;
  const viewer = viewerOf(requester, await peopleWorkedWith([known], store.clients, requester));
  const purposes = request ? [requester.purpose, ...request.purposes] : [requester.purpose];
  const asking = client.records.filter((record) => record.agencyId === agencyId).map(({ handle }) => handle);
  // An agency without a record also shows that it asked, and whatever hides that hides this.
  return (asking.length > 0 ? asking : [undefined]).every((record) =>
    purposes.every((purpose) => {
      const derivedFrom = request ? [] : categories;
      const held = { source: agencyId, record, derivedFrom };
      const { effect, reason } = tellingOf(held, known, viewer, { purpose, now, profile });
      return effect === 'permit' || !(hidesAll.has(reason) || (request !== null && saidNo.has(reason)));
    }),
  );
}
