import type { ReadWriteOrder, WriteAct } from '@accord/contract/writeOrder';
import { leadsThere, ownRecords } from '../guard/ownRecords.ts';
import type { Releases } from '../guard/releases.ts';
import type { Carried, DoneOrder, RefusedWhy, Write, WriteAsk, WrittenRow } from '../mapping/defineWrites.ts';
import type { Batch } from '../mapping/table.ts';
import type { Prompts } from '../prompts/Prompts.ts';
import type { Answer } from '../serve/answerOperations.ts';
import type { OwnBook, Waiting } from './OwnBook.ts';
import type { Asked, WriteBody } from './parseWrite.ts';
import { type SeeParts, seeWritten } from './seeWritten.ts';

/** What an agency needs to take orders. */
export type WriteParts = SeeParts & Readonly<{ prompts: Prompts | undefined; book: OwnBook | undefined }>;

type Refusal =
  | RefusedWhy
  | 'WRITES_OFF'
  | 'ROLE_REFUSED'
  | 'PROMPT_UNKNOWN'
  | 'ORDER_USED'
  | 'ORDER_UNKNOWN'
  | 'ORDER_DECIDED'
  | 'OWN_ORDER';

/** The outcome of an order. */
type Outcome =
  | Readonly<{ outcome: 'WRITTEN' | 'WAITING' | 'RETURNED' }>
  | Readonly<{ outcome: 'DRY_RUN'; rows: readonly WrittenRow[] }>
  | Readonly<{ refused: Refusal }>;

type Request = Readonly<{ order: ReadWriteOrder; body: WriteBody; releases: Releases; batch: Batch }>;

const forLeads: ReadonlySet<WriteAct> = new Set(['APPROVE', 'RETURN', 'EXTEND', 'END', 'CORRECT']);
const caseworkers: readonly string[] = ['PRACTITIONER', 'TEAM_LEADER', 'PRACTICE_LEAD'];

/**
 * Carries out an order that passed the gate, once however often it arrives, and returns the outcome. Throws what the
 * agency's own statements throw.
 */
export async function answerWrite(request: Request, parts: WriteParts): Promise<Answer> {
  const result = await outcomeOf(request, parts);
  if ('refused' in result)
    return {
      status: result.refused === 'WRITES_OFF' ? 404 : 409,
      body: JSON.stringify({ errors: [{ message: 'The order was not taken.', extensions: { code: result.refused } }] }),
    };
  if (result.outcome !== 'DRY_RUN') return { status: 200, body: JSON.stringify(result) };
  const rows = result.rows.map(({ table, columns }) => ({
    table,
    columns: Object.entries(columns).map(([name, value]) => ({ name, value: asText(value) })),
  }));
  return { status: 200, body: JSON.stringify({ outcome: result.outcome, rows }) };
}

async function outcomeOf(request: Request, parts: WriteParts): Promise<Outcome> {
  const { order, body, releases, batch } = request;
  const { mapping, book } = parts;
  const { requester, record } = order;
  // The hub has its own table of roles. They are checked here again, because the write is this agency's.
  if (!caseworkers.includes(requester.role)) return { refused: 'ROLE_REFUSED' };
  if (forLeads.has(order.act) && !leadsThere(requester)) return { refused: 'ROLE_REFUSED' };
  if (order.act === 'ANSWER' ? !parts.prompts || !book : !mapping.writes) return { refused: 'WRITES_OFF' };
  if (!releases.tells(record) || (await mapping.records.rowsOf(record, batch)).length === 0)
    return { refused: 'RECORD_UNKNOWN' };
  const { asked } = body;
  if (asked.act === 'ANSWER') return keepAnswer(asked, request, parts);
  if (asked.act === 'APPROVE' || asked.act === 'RETURN') return decide(asked, request, parts);
  const waits = asked.act === 'RAISE' && mapping.writes?.approval === 'TEAM_LEADER' && !leadsThere(requester);
  const write = writeOf(asked, askOf(request));
  if (waits && !body.dryRun) return letWait(asked.draft, write, request, parts);
  return carry(write, body, parts, batch);
}

const askOf = ({ order: { record, requester }, body: { today } }: Request): WriteAsk => ({
  ...{ record, today, by: { user: requester.user, role: requester.role } },
});

function writeOf(asked: Exclude<Asked, { act: 'ANSWER' | 'APPROVE' | 'RETURN' }>, ask: WriteAsk): Write {
  switch (asked.act) {
    case 'RAISE':
      return { act: 'raise', ask: { ...ask, draft: asked.draft } };
    case 'REVIEW':
      return { act: 'review', ask: { ...ask, ...asked } };
    case 'EXTEND':
      return { act: 'extend', ask: { ...ask, ...asked } };
    case 'END':
      return { act: 'end', ask: { ...ask, ...asked } };
    case 'CORRECT':
      return { act: 'correct', ask: { ...ask, ...asked } };
    default:
      return asked satisfies never;
  }
}

async function carry(
  write: Write,
  { order, digest, dryRun }: DoneOrder & Readonly<{ dryRun: boolean }>,
  parts: WriteParts,
  { now }: Batch,
): Promise<Outcome> {
  const { writes } = parts.mapping;
  if (!writes) return { refused: 'WRITES_OFF' };
  const carried = dryRun ? await writes.dryRun(write) : await writes.carryOut(write, { order, digest });
  if (carried.kind === 'WRITTEN') await seeWritten(write, parts, now);
  return outcomeOfCarried(carried);
}

function outcomeOfCarried(carried: Carried): Outcome {
  switch (carried.kind) {
    case 'WRITTEN':
      return { outcome: 'WRITTEN' };
    case 'DRY_RUN':
      return { outcome: 'DRY_RUN', rows: carried.rows };
    case 'USED':
      return { refused: 'ORDER_USED' };
    case 'NOT_TAKEN':
      return { refused: carried.why };
    default:
      return carried satisfies never;
  }
}

async function keepAnswer(
  { prompt, answer, reason }: Extract<Asked, { act: 'ANSWER' }>,
  { order: { requester, record }, body: { order, digest, today }, batch }: Request,
  { mapping, prompts, book }: WriteParts,
): Promise<Outcome> {
  if (!prompts || !book) return { refused: 'WRITES_OFF' };
  // Somebody who may not see a prompt learns nothing by answering it.
  if (!(await ownRecords(mapping, requester, batch)(record))) return { refused: 'PROMPT_UNKNOWN' };
  const before = await book.answer(order);
  if (before) return before.digest === digest ? { outcome: 'WRITTEN' } : { refused: 'ORDER_USED' };
  const asked = (await prompts.of(record, batch)).find(({ id }) => id === prompt);
  if (!asked) return { refused: 'PROMPT_UNKNOWN' };
  const by = { user: requester.user, role: requester.role, at: batch.now.toISOString() };
  const { code } = asked;
  await book.add({ kind: 'ANSWERED', ...by, order, digest, record, prompt, code, answer, reason, on: today });
  return (await book.answer(order))?.digest === digest ? { outcome: 'WRITTEN' } : { refused: 'ORDER_USED' };
}

const became = ({ decided }: Waiting): Outcome =>
  ({ outcome: decided === null ? 'WAITING' : decided.kind === 'RAISED' ? 'WRITTEN' : 'RETURNED' }) as const;

async function letWait(
  draft: Extract<Asked, { act: 'RAISE' }>['draft'],
  write: Write,
  { order: { requester, record }, body: { order, digest, today }, batch }: Request,
  { book, mapping: { writes } }: WriteParts,
): Promise<Outcome> {
  if (!book || !writes) return { refused: 'WRITES_OFF' };
  if (!(await book.waiting(order))) {
    // An alert that could not be written must not wait first and be refused later.
    const tried = await writes.dryRun(write);
    if (tried.kind === 'NOT_TAKEN') return { refused: tried.why };
    const by = { user: requester.user, role: requester.role, at: batch.now.toISOString() };
    await book.add({ kind: 'WAITS', ...by, order, digest, record, on: today, draft });
  }
  const waiting = await book.waiting(order);
  return waiting?.digest === digest ? became(waiting) : { refused: 'ORDER_USED' };
}

/**
 * Carries out a lead's decision about a waiting alert. An approval writes the alert under the order it came with, so that
 * an approval sent again, or interrupted by a crash, writes it once. A return gives that order up before it goes into the
 * book. So if an approval and a return happen at once, or a crash interrupts one, the agency's database has accepted
 * exactly one of them.
 */
async function decide(
  asked: Extract<Asked, { act: 'APPROVE' | 'RETURN' }>,
  request: Request,
  parts: WriteParts,
): Promise<Outcome> {
  const { order, body, batch } = request;
  const {
    book,
    mapping: { writes },
  } = parts;
  const waiting = await book?.waiting(body.order);
  if (!book || !writes || waiting?.record !== order.record) return { refused: 'ORDER_UNKNOWN' };
  if (waiting.user === order.requester.user) return { refused: 'OWN_ORDER' };
  const wanted = asked.act === 'APPROVE' ? 'RAISED' : 'RETURNED';
  if (waiting.decided) return waiting.decided.kind === wanted ? became(waiting) : { refused: 'ORDER_DECIDED' };
  if (asked.act === 'RETURN' && !(await writes.giveUp(waiting))) return { refused: 'ORDER_DECIDED' };
  if (asked.act === 'APPROVE') {
    const ask = { record: waiting.record, today: body.today, by: { user: waiting.user, role: waiting.role } };
    const write: Write = { act: 'raise', ask: { ...ask, draft: waiting.draft } };
    const { order: id, digest } = waiting;
    const carried = await carry(write, { order: id, digest, dryRun: body.dryRun }, parts, batch);
    // Its own order id was used for something else: the order was given up.
    if ('refused' in carried) return carried.refused === 'ORDER_USED' ? { refused: 'ORDER_DECIDED' } : carried;
    if (carried.outcome === 'DRY_RUN') return carried;
  }
  const by = { user: order.requester.user, role: order.requester.role, at: batch.now.toISOString() };
  const reason = asked.act === 'RETURN' ? asked.reason : null;
  await book.add({ kind: wanted, ...by, order: waiting.order, reason });
  const after = await book.waiting(body.order);
  return after?.decided?.kind === wanted ? became(after) : { refused: 'ORDER_DECIDED' };
}

const asText = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  return value instanceof Date ? value.toISOString() : String(value);
};
