import type { Profile } from '@accord/consent/Profile';
import type { LinkDecisionInput, QueryLinkReviewArgs } from '@accord/contract/generated/api';
import { type ReasonCode, reasons } from '@accord/matching/explain';
import { CallerFault } from '../CallerFault.ts';
import type { RequestContext } from '../RequestContext.ts';
import { visibleDisclosures } from '../release/visibleDisclosures.ts';
import type { SaidKind } from '../store/links.ts';
import type { LinkWord } from '../store/moveRows.ts';
import type { PairRow } from '../store/pairs.ts';
import type { Store } from '../store/Store.ts';
import { said } from './checkedInput.ts';
import { assertMayDo } from './mayDo.ts';
import { forget } from './ownClient.ts';
import { type IfTold, type Page, visiblePage } from './pageOf.ts';
import type { Cursors } from './sealCursor.ts';

/** What is needed to review links. */
export type LinkParts = Readonly<{
  store: Pick<Store, 'pairs' | 'links' | 'clients' | 'ledger'>;
  cursors: Cursors;
  profile: Profile;
}>;

/**
 * Returns pairs about which the requester's own agency has yet to say something, except those of people whom the requester may
 * not know of.
 */
export function linkReview(
  args: QueryLinkReviewArgs,
  { store, cursors }: LinkParts,
  context: RequestContext,
): Promise<Page<PairView>> {
  const { requester } = context;
  assertMayDo('linkReview', requester);
  const scope = args.of ?? 'MINE';
  const use = { requester, list: JSON.stringify(['linkReview', scope]) };
  const worker = scope === 'MINE' ? requester.user : null;
  return visiblePage(
    args,
    { cursors, use },
    (after, first) => store.pairs.queue({ agencyId: requester.agency.id, worker, after, first }),
    (row, ifTold) => pairView(row, context, ifTold),
  );
}

/** Sides of a pair on which the record is the requester's own agency's. */
export const sidesOf = (
  { oneAgency, otherAgency }: PairRow,
  { requester }: RequestContext,
): readonly ('one' | 'other')[] => [
  ...(oneAgency === requester.agency.id ? (['one'] as const) : []),
  ...(otherAgency === requester.agency.id ? (['other'] as const) : []),
];

export type PairView = NonNullable<Awaited<ReturnType<typeof pairView>>>;

/**
 * Returns the requester's own record of a pair, and the other if they may know of it; null if neither is their agency's. If both
 * are, they must know of both: otherwise it would show that one is closed to them alone.
 */
export async function recordsOf(row: PairRow, context: RequestContext) {
  const [side, ofBoth] = sidesOf(row, context);
  if (side === undefined) return null;
  await context.book.openAll([row.oneClient, row.otherClient].filter((id) => id !== null));
  const mine = context.book.record(row[side]);
  const theirs = context.book.record(row[side === 'one' ? 'other' : 'one']);
  return mine && (theirs || !ofBoth) ? { side, mine, theirs } : null;
}

/** A pair as the requester sees it; null if it is none of theirs, or concerns somebody whom they may not know of. */
export async function pairView(row: PairRow, context: RequestContext, ifTold: IfTold) {
  const records = await recordsOf(row, context);
  if (!records) return null;
  const { side, mine, theirs } = records;
  ifTold(() => {
    context.disclosures.note(mine);
    if (theirs) context.disclosures.note(theirs);
  });
  return {
    ...{ id: row.id, mine: { id: mine.handle }, theirs: theirs ? { id: theirs.handle } : null },
    ...{ onFileTwice: row.oneAgency === row.otherAgency, close: row.band === 'AUTOMATIC', at: row.at.toISOString() },
    agreement: row.reasons.flatMap((code) => (isReason(code) ? [reasons[code]] : [])),
    ...saidOf(row, side, context),
  };
}

/** Whether it is the requester's agency that says they are two people. */
export const isApartBy = ({ apartAgency }: PairRow, { requester }: RequestContext): boolean =>
  apartAgency === requester.agency.id;

/** The side on which it is on file that they are two people: separating a record says so for pairs of others too. */
export const deniedSide = ({ oneWord }: PairRow): 'one' | 'other' => (oneWord === 'DIFFERENT' ? 'one' : 'other');

/**
 * What the requester's agency said. That they are two people is on file on one side only, whoever said so; another agency's name
 * and words are not shown.
 */
function saidOf(row: PairRow, own: 'one' | 'other', context: RequestContext) {
  if (row.isNobodysWord) return { word: 'DIFFERENT' as const, said: null };
  const side = isApartBy(row, context) ? deniedSide(row) : own;
  if (row.apartAgency !== null && !isApartBy(row, context)) return { word: null, said: null };
  const [word, by, at, reason] = [row[`${side}Word`], row[`${side}By`], row[`${side}At`], row[`${side}Why`]];
  return { word, said: by && at ? { by, at: at.toISOString(), reason: reason ?? '' } : null };
}

const isReason = (code: string): code is ReasonCode => Object.hasOwn(reasons, code);

/**
 * Says whether the records of a pair are one person's. Throws `FACT_UNKNOWN` if neither is the requester's own agency's, or they
 * may not know of the person; `ARGUMENT_REFUSED` without a reason, or if it was decided before.
 */
export async function decideLink(input: LinkDecisionInput, { store }: LinkParts, context: RequestContext) {
  const { requester, now } = context;
  assertMayDo('decideLink', requester);
  const why = said('reason', input.reason);
  const row = await store.pairs.find(input.pair);
  const sides = row ? sidesOf(row, context) : [];
  const [side] = sides;
  // Nothing is noted as disclosed yet: that depends on the files as they are afterwards.
  if (!row || side === undefined || !(await recordsOf(row, context))) throw new CallerFault('FACT_UNKNOWN');
  // Its agency took the record back after the question was asked.
  if (row.oneAgency === null || row.otherAgency === null) throw new CallerFault('FACT_UNKNOWN');
  if ([row.oneWord, row.otherWord].includes('DIFFERENT')) throw new CallerFault('ARGUMENT_REFUSED', saidBefore);
  // Somebody may have said so in the meantime.
  if (
    !(await store.pairs.say(row.id, sides, {
      word: input.word,
      by: requester.user,
      agency: requester.agency.id,
      why,
      at: now,
    }))
  )
    throw new CallerFault('ARGUMENT_REFUSED', saidBefore);
  const client = row[`${side}Client`];
  if (client) context.changed.add(client);
  if (input.word === 'SAME') await rememberSaid('PROPOSED', [row], wordOf(context, why), store);
  const linked = input.word === 'SAME' && (await linkWhereBothSay(row.id, why, store, context));
  // Reads the files again: they may have been merged while this was said.
  if (input.word === 'DIFFERENT') {
    const word = wordOf(context, why);
    const isParted =
      (await areOne(row.id, store.pairs)) &&
      (await store.links.separate(row[side], word, row[side === 'one' ? 'other' : 'one'])) !== null;
    if (!isParted) await rememberSaid('DENIED', [row], word, store);
  }
  for (const id of [row.oneClient, row.otherClient]) if (id) forget(id, context);
  return { linked, client: client && { id: client } };
}

export const wordOf = ({ requester: { user, agency }, now }: RequestContext, reason: string) => ({
  ...{ by: user, agency: agency.id, reason, at: now },
});

/**
 * Adds this to the history of the agency's own records, each once. What the other agency says is not for it to read, and it may
 * be that agency's word alone that links.
 */
export async function rememberSaid(
  kind: SaidKind,
  rows: readonly PairRow[],
  { by: decidedBy, ...word }: Required<LinkWord>,
  { links }: LinkParts['store'],
): Promise<void> {
  const own = new Map<string, string>();
  for (const row of rows)
    for (const side of ['one', 'other'] as const) {
      const clientId = row[`${side}Client`];
      if (clientId && row[`${side}Agency`] === word.agency) own.set(row[side], clientId);
    }
  await links.link([...own].map(([handle, clientId]) => ({ ...word, decidedBy, kind, handle, clientId })));
}

const saidBefore =
  'It was said that they are two people, and that stands. The agency that said so can take it back (reopenLink). If that agency no longer has a record of them, a lead at either of these two agencies can.';

/**
 * Puts a pair on file that nobody asked about, and says that it is one person. Throws `FACT_UNKNOWN` if `mine` is not the
 * requester's own agency's record or they may not know of the other; `ARGUMENT_REFUSED` if the two are linked already, and as
 * `decideLink`.
 */
export async function proposeLink(
  input: Readonly<{ mine: string; theirs: string; reason: string }>,
  parts: LinkParts,
  context: RequestContext,
) {
  const { links, pairs } = parts.store;
  assertMayDo('proposeLink', context.requester);
  said('reason', input.reason);
  const [mine, theirs] = await Promise.all([links.whose(input.mine), links.whose(input.theirs)]);
  if (mine?.agencyId !== context.requester.agency.id) throw new CallerFault('FACT_UNKNOWN');
  await context.book.openAll([mine.clientId, theirs?.clientId ?? null].filter((id) => id !== null));
  if (!context.book.record(input.mine) || !context.book.record(input.theirs)) throw new CallerFault('FACT_UNKNOWN');
  if (mine.clientId === theirs?.clientId) throw new CallerFault('ARGUMENT_REFUSED', 'The two are already linked.');
  const pair = await pairs.propose(input.mine, input.theirs, context.now);
  return decideLink({ pair, word: 'SAME', reason: input.reason }, parts, context);
}

/** Links the two files if both agencies said that they are one person, and nobody said of any two of their records that they are not. */
async function linkWhereBothSay(
  id: string,
  reason: string,
  { pairs, links }: LinkParts['store'],
  context: RequestContext,
): Promise<boolean> {
  const row = await pairs.find(id);
  if (row?.oneWord !== 'SAME' || row.otherWord !== 'SAME' || !row.oneClient || !row.otherClient) return false;
  if (row.oneClient === row.otherClient) return true;
  if (await pairs.saidApart(row.oneClient, row.otherClient)) return false;
  await links.mergeAll([row.oneClient, row.otherClient], wordOf(context, reason));
  return areOne(id, pairs);
}

/** Whether the two records of a pair are in one file. */
async function areOne(id: string, pairs: LinkParts['store']['pairs']): Promise<boolean> {
  const row = await pairs.find(id);
  return row !== null && row.oneClient !== null && row.oneClient === row.otherClient;
}

/**
 * Takes a record of the requester's own agency out of its file. Throws `FACT_UNKNOWN` if it is not theirs or they may not know of
 * it, and `ARGUMENT_REFUSED` if it is linked to nothing that they may know of.
 */
export async function separateRecord(
  input: Readonly<{ record: string; reason: string }>,
  parts: LinkParts,
  context: RequestContext,
) {
  const { store } = parts;
  const { requester, partners } = context;
  assertMayDo('separateRecord', requester);
  const reason = said('reason', input.reason);
  const before = await store.links.whose(input.record);
  if (!before || before.agencyId !== requester.agency.id) throw new CallerFault('FACT_UNKNOWN');
  // A link to a record that the requester may not know of is as if it did not exist; otherwise trying would disclose it.
  const file = before.clientId === null ? null : await context.book.open(before.clientId);
  if (before.clientId !== null && !context.book.record(input.record)) throw new CallerFault('FACT_UNKNOWN');
  if (!file?.records.some(({ handle }) => handle !== input.record))
    throw new CallerFault('ARGUMENT_REFUSED', notLinked);
  // Counts from when the record was last alone: what is linked to it may have moved into another file since.
  const parted = (await store.links.history(input.record)).filter(({ kind }) => kind === 'SEPARATED');
  const since = parted.at(-1)?.at ?? new Date(0);
  const separated = await store.links.separate(input.record, wordOf(context, reason));
  if (!separated) throw new CallerFault('ARGUMENT_REFUSED', notLinked);
  for (const id of [separated.from, separated.to]) forget(id, context);
  const told = await agenciesTold(separated, since, parts, context);
  return {
    client: { id: separated.to },
    toldTo: told.filter((id) => id !== requester.agency.id).flatMap((id) => partners.get(id) ?? []),
  };
}

const notLinked = 'The record is not linked to any other that you may know of.';

/** Which agencies were shown these records while they were in the other file, by the ledger, as far as that may be disclosed. */
async function agenciesTold(
  { to, handles }: Readonly<{ to: string; handles: readonly string[] }>,
  since: Date,
  { store, profile }: LinkParts,
  { requester, now }: RequestContext,
): Promise<readonly string[]> {
  const told = new Set<string>();
  for (let after: number | null = null; ; ) {
    const entries = await store.ledger.read({ clientId: to, formerFiles: true, from: since, after, first: 500 });
    const theirs = entries.filter(({ handle }) => handles.includes(handle));
    const visible = await visibleDisclosures(theirs, store.clients, { requester, now, profile });
    for (const { toldTo } of visible) if (toldTo !== null) told.add(toldTo);
    after = entries.at(-1)?.seq ?? null;
    if (entries.length < 500) return [...told].sort();
  }
}

/**
 * Returns the history of a record's link, newest first; null for another agency's record. Shows who decided, and why, only for
 * the reader's own agency and the hub itself: anybody else's sign-in name or words would disclose which agency has the other
 * record.
 */
export async function linkHistory(
  handle: string,
  { store }: LinkParts,
  { requester, book, disclosures }: RequestContext,
) {
  const record = book.record(handle);
  if (record?.agency !== requester.agency.id || requester.self !== null) return null;
  if (!record.categories.has('SERVICE_USE')) return null;
  disclosures.note(record, ['SERVICE_USE']);
  const history = await store.links.history(handle);
  return [...history].reverse().map(({ kind, at, decidedBy, agency, reason }) => {
    const isTold = agency === requester.agency.id || (!agency && decidedBy === 'hub');
    return { kind, at: at.toISOString(), decidedBy: isTold ? decidedBy : null, reason: isTold ? reason : null };
  });
}
