import { randomUUID } from 'node:crypto';
import type {
  AlertCertainty,
  AlertInput,
  MutationAnswerPromptArgs,
  MutationCorrectAlertArgs,
  MutationEndAlertArgs,
  MutationExtendAlertArgs,
  MutationRaiseAlertArgs,
  MutationReturnAlertArgs,
  MutationReviewAlertArgs,
} from '@accord/contract/generated/api';
import type { WordsOfDay } from '@accord/quality/proposals/vocabularyOn';
import { CallerFault } from '../../CallerFault.ts';
import { partOf } from '../../partOf.ts';
import type { RequestContext } from '../../RequestContext.ts';
import type { Released } from '../../release/ReleaseBook.ts';
import type { NewAlertOrder } from '../../store/alertOrders.ts';
import { assertCodes, dayGiven, said } from '../../subgraph/checkedInput.ts';
import { assertMayDo } from '../../subgraph/mayDo.ts';
import { alertsInUse } from '../../subgraph/vocabularyView.ts';
import { toldBefore } from './corrections.ts';
import type { OwnItem } from './ownItems.ts';
import { ownRecord, recordOfOrder } from './ownRecord.ts';
import type { PromptParts } from './PromptParts.ts';
import type { OrderAnswer, OutgoingOrder } from './sendOrder.ts';
import { hintsFor } from './wording.ts';

/** Longest text or reason that a worker may give, in characters. */
const longestText = 600;

type OrderArgs = Readonly<{ dryRun?: boolean | null | undefined; orderId?: string | null | undefined }>;

/**
 * Answers a prompt at the requester's own agency, which keeps the answer. Throws as `ownRecord`, and `FACT_UNKNOWN` if the
 * requester is not asked such a prompt.
 */
export async function answerPrompt(args: MutationAnswerPromptArgs, parts: PromptParts, context: RequestContext) {
  const record = await ownRecord(args.record, 'answerPrompt', parts.store, context);
  const reason = worded('reason', args.reason);
  const prompt = await parts.findOwnItem({ record, kind: 'Prompt', id: args.prompt }, context);
  const what = { prompt: prompt.number, answer: args.answer, reason };
  await send({ record, act: 'ANSWER', order: randomUUID(), dryRun: false, what }, parts, context);
  return { record: { id: record.handle } };
}

/**
 * Raises an alert. Throws as `ownRecord` and `SendOrder`; `ARGUMENT_REFUSED` for a code that the vocabulary lacks and for a text
 * that is too long.
 */
export async function raiseAlert(args: MutationRaiseAlertArgs, parts: PromptParts, context: RequestContext) {
  const record = await ownRecord(args.record, 'raiseAlert', parts.store, context);
  const draft = draftOf('input', args.input, context.words);
  const given = { ...orderOf(args), record, act: 'RAISE', what: { draft } } as const;
  const answer = await send(given, parts, context);
  await keep({ ...given, code: draft.code, about: aboutAlert(draft.code, context) }, answer, parts, context);
  return payload(given, answer, draft.text);
}

/**
 * Approves an alert that waits. Throws `FACT_UNKNOWN` if the requester sees no such alert of their own agency, and `ROLE_REFUSED`
 * to whoever asked for it.
 */
export async function approveAlert(
  { order }: Readonly<{ order: string }>,
  parts: PromptParts,
  context: RequestContext,
) {
  return decide({ order, act: 'APPROVE', action: 'approveAlert', what: {} }, parts, context);
}

/** Gives a waiting alert back to whoever asked for it, with a reason. Throws as `approveAlert`. */
export async function returnAlert(
  { order, reason }: MutationReturnAlertArgs,
  parts: PromptParts,
  context: RequestContext,
) {
  assertMayDo('returnAlert', context.requester);
  const what = { reason: worded('reason', reason) };
  return decide({ order, act: 'RETURN', action: 'returnAlert', what }, parts, context);
}

/**
 * Says that an alert was reviewed. Throws as `ownRecord` and `SendOrder`; `FACT_UNKNOWN` if the requester sees no such alert of
 * the record.
 */
export async function reviewAlert(args: MutationReviewAlertArgs, parts: PromptParts, context: RequestContext) {
  const record = await ownRecord(args.record, 'reviewAlert', parts.store, context);
  assertHolds(args.certainty);
  const what = { reviewDue: laterDay('reviewDue', args.reviewDue, context), certainty: args.certainty ?? null };
  return change({ ...args, record, act: 'REVIEW', what }, parts, context);
}

/** Extends an alert. Throws as `reviewAlert`. */
export async function extendAlert(args: MutationExtendAlertArgs, parts: PromptParts, context: RequestContext) {
  const record = await ownRecord(args.record, 'extendAlert', parts.store, context);
  const what = { until: laterDay('until', args.until, context) };
  return change({ ...args, record, act: 'EXTEND', what }, parts, context);
}

/** Ends an alert; one that was never true is announced like a correction. Throws as `reviewAlert`. */
export async function endAlert(args: MutationEndAlertArgs, parts: PromptParts, context: RequestContext) {
  const record = await ownRecord(args.record, 'endAlert', parts.store, context);
  const what = { why: args.why, reason: worded('reason', args.reason) };
  return change({ ...args, record, act: 'END', what, wasWrong: args.why === 'WRONG' }, parts, context);
}

/** Says that an alert was wrong, and notifies everybody who had seen it. Throws as `reviewAlert`. */
export async function correctAlert(args: MutationCorrectAlertArgs, parts: PromptParts, context: RequestContext) {
  const record = await ownRecord(args.record, 'correctAlert', parts.store, context);
  const replacement = args.replacement ? draftOf('replacement', args.replacement, context.words) : null;
  const what = { reason: worded('reason', args.reason), replacement };
  return change({ ...args, record, act: 'CORRECT', what, wasWrong: true }, parts, context);
}

type Change = OrderArgs &
  Pick<OutgoingOrder, 'record' | 'what'> &
  Readonly<{ alert: string; act: 'REVIEW' | 'EXTEND' | 'END' | 'CORRECT'; wasWrong?: boolean }>;

/** Sends an order about an existing alert. */
async function change({ alert, wasWrong = false, ...args }: Change, parts: PromptParts, context: RequestContext) {
  const { record, act } = args;
  const item = await parts.findOwnItem({ record, kind: 'Alert', id: alert }, context);
  const given = { ...orderOf(args), record, act, what: { ...args.what, alert: item.number } };
  const answer = await send(given, parts, context);
  const told = wasWrong && answer.outcome === 'WRITTEN' ? await toldBefore(record, item, parts, context) : null;
  await keep({ ...given, code: item.code, about: item.about }, answer, parts, context, told?.readers);
  return { ...payload(given, answer, textOf(args.what)), toldOf: told?.counts ?? null };
}

type Decision = Readonly<{
  order: string;
  act: 'APPROVE' | 'RETURN';
  action: 'approveAlert' | 'returnAlert';
  what: Readonly<Record<string, unknown>>;
}>;

async function decide({ order, act, action, what }: Decision, parts: PromptParts, context: RequestContext) {
  const { requester, now } = context;
  assertMayDo(action, requester);
  const row = await parts.store.alertOrders.ofAgency(requester.agency.id, order);
  const record = row && (await recordOfOrder(row, parts.store, context));
  if (!record) throw new CallerFault('FACT_UNKNOWN');
  const given = { record, act, order, dryRun: false, what };
  const answer = await send(given, parts, context);
  const state = act === 'APPROVE' ? 'WRITTEN' : 'RETURNED';
  await parts.store.alertOrders.decide(row, { state, by: requester.user, at: now });
  return payload(given, answer, null);
}

/** Sends the order. From here on, this request has changed something. */
async function send(order: OutgoingOrder, { sendOrder }: PromptParts, context: RequestContext): Promise<OrderAnswer> {
  // Whatever the answer, it discloses that there is such a record.
  context.disclosures.note(order.record);
  if (!order.dryRun) context.changed.add(order.record.client);
  return sendOrder(order, context);
}

type Kept = Pick<OutgoingOrder, 'record' | 'order'> & Pick<NewAlertOrder, 'act' | 'code'> & Pick<OwnItem, 'about'>;

/** Puts on file which order was accepted: ids, codes and times. An order that is sent again is already on file. */
async function keep(
  { record, order, act, code, about }: Kept,
  { outcome }: OrderAnswer,
  { store }: PromptParts,
  { requester, now }: RequestContext,
  readers?: (id: string) => Parameters<PromptParts['store']['alertOrders']['put']>[1],
): Promise<void> {
  if (outcome === 'DRY_RUN') return;
  const id = randomUUID();
  await store.alertOrders.put(
    {
      ...{ id, order, act, code, agencyId: record.agency, handle: record.handle, clientId: record.client },
      ...{ categories: about, state: outcome, askedBy: requester.user, at: now },
    },
    readers?.(id) ?? [],
  );
}

const payload = (
  { record, order }: Readonly<{ record: Released; order: string }>,
  { outcome, rows }: OrderAnswer,
  text: string | null,
) => ({
  ...{ order, outcome, record: { id: record.handle }, wouldWrite: rows },
  ...{ wordingHints: text === null ? [] : hintsFor(text), toldOf: null },
});

const orderPattern = /^[\w-]{8,64}$/;

function orderOf({ dryRun, orderId }: OrderArgs): Readonly<{ order: string; dryRun: boolean }> {
  if (typeof orderId === 'string' && !orderPattern.test(orderId))
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      '"orderId" must be 8 to 64 letters, digits, "-" and "_", such as a UUID.',
    );
  return { order: orderId ?? randomUUID(), dryRun: dryRun ?? false };
}

/** The category that an alert of this code is released under, as the partners agreed; an unknown code has none. */
const aboutAlert = (code: string, { words }: RequestContext): readonly string[] =>
  [words.alerts.get(code)?.category ?? []].flat();

function draftOf(name: string, { code, certainty, severity, text, reviewDue }: AlertInput, words: WordsOfDay) {
  assertCodes({ [name]: [code] }, { [name]: new Set(alertsInUse(words).map((term) => term.code)) });
  assertHolds(certainty);
  return {
    ...{ code, certainty, severity, text: worded('text', text) },
    reviewDue: reviewDue ? dayGiven('reviewDue', reviewDue) : null,
  };
}

/**
 * Only leads may say that an alert does not hold, in a way that notifies everybody who had seen it: an order that says so in
 * passing notifies nobody.
 */
function assertHolds(certainty: AlertCertainty | null | undefined): void {
  if (certainty === 'RULED_OUT' || certainty === 'CORRECTED')
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      `"certainty" is ${certainty}. A lead must end such an alert as WRONG or correct it, so that everyone who was told about it gets a notice.`,
    );
}

function worded(name: string, text: string): string {
  const words = said(name, text);
  if (words.length > longestText)
    throw new CallerFault('ARGUMENT_REFUSED', `"${name}" has ${words.length} characters; the limit is ${longestText}.`);
  return words;
}

function laterDay(name: string, day: string, { today }: RequestContext): string {
  if (dayGiven(name, day) <= today) throw new CallerFault('ARGUMENT_REFUSED', `"${name}" must be a day after today.`);
  return day;
}

const textOf = ({ reason, replacement }: Readonly<Record<string, unknown>>): string | null => {
  const texts = [reason, partOf(replacement, 'text')].filter((one) => typeof one === 'string');
  return texts.length > 0 ? texts.join('\n') : null;
};
