import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import { CallerFault } from '../CallerFault.ts';
import type { Admit } from '../limits/admitWithin.ts';
import type { ReadDocument } from '../limits/readDocument.ts';
import type { RequestContext } from '../RequestContext.ts';
import type { Released } from '../release/ReleaseBook.ts';
import { lacksConnection } from '../store/lacksConnection.ts';
import type { Ledger } from '../store/ledger.ts';
import type { Engine } from './Engine.ts';
import type { LogFault } from './FaultLog.ts';
import { busyAnswer, faultAnswer, retryAfterSeconds } from './faultAnswer.ts';
import type { Incoming } from './Incoming.ts';
import { namedOperation } from './namedOperation.ts';
import { RoomTimes } from './RoomTimes.ts';

/** What goes out over HTTP. */
export type Outgoing = Readonly<{ status: number; body: string; retryAfterSeconds?: number; serverTiming?: string }>;

/** What one query passes through. */
export type Rooms = Readonly<{
  /** Room 2: token and purpose to requester; with rooms 4 and 5 prepared for this one request. `anew`: nothing that is kept is taken for what is on file. */
  createContext: (incoming: Incoming, anew: boolean) => Promise<Omit<RequestContext, 'named'>>;
  /** What is left of room 1, for a requester who is known: their turn, and the size of what they ask. */
  admit: Admit;
  /** Rooms 3 to 8: plan, the hub's own subgraph, release book, exchange, agencies, exchange. */
  engine: Engine<RequestContext>;
  /** Room 9. */
  ledger: Pick<Ledger, 'append'>;
  logFault: LogFault;
  /** True: how long each room took is told with the answer (`RoomTimes`). */
  serverTiming: boolean;
}>;

/** How often a query is answered anew because a consent changed while it was being answered, or an agency or a word since it was kept. */
const attempts = 3;

/**
 * Answers one query: the nine rooms, in order (ARCHITECTURE.md).
 *
 * INVARIANT: nothing leaves before the ledger has it. If it cannot be written, or a consent it relied on has moved, what was
 * gathered is dropped.
 */
export async function answer(incoming: Incoming, rooms: Rooms): Promise<Outgoing> {
  const times = rooms.serverTiming ? new RoomTimes() : undefined;
  let read: ReadDocument | undefined;
  try {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const known = await rooms.createContext(incoming, attempt > 1);
      times?.left('identity');
      read ??= await rooms.admit(incoming.asked, known.requester);
      const context: RequestContext = { ...known, named: read.named };
      times?.left('parse');
      if (mayChange(read) && !(await context.onFile.stand())) continue;
      const said = await rooms.engine.answer(incoming.asked, read, context);
      times?.left('run');
      // Nobody waits any more: what nobody is told is no disclosure.
      if (incoming.late.isUp) throw new CallerFault('TOOK_TOO_LONG');
      // A part of an answer for want of a connection is none; but what was changed is told.
      if (said.busy && (onlyReads(incoming, read) || changedNothing(said.busy, { incoming, read, context })))
        return busyAnswer(said.busy);
      // What looked at nobody has not seen it yet.
      if (!(await context.onFile.stand())) continue;
      const written = await writeDown(context, { incoming, read }, rooms);
      times?.left('ledger');
      // No wait from here to the socket: a withdrawal that waits for this answer counts on it (LedgerWriter.ts).
      const { status, body } = said;
      if (written === 'WRITTEN') return { status, body, ...(times && { serverTiming: times.header() }) };
      // What this request changed stays changed; only a query may be asked a second time.
      if (context.changed.size > 0) throw new CallerFault('CONSENT_MOVED', madeAlready);
    }
    throw new CallerFault('CONSENT_MOVED');
  } catch (error) {
    return faultAnswer(error, rooms.logFault);
  }
}

/** Said to whoever changed something and cannot be told what it is like now. */
const madeAlready = 'Your change was made: do not send it again.';

const mayChange = ({ document }: ReadDocument): boolean =>
  !(document instanceof GraphQLError) &&
  document.definitions.some((one) => one.kind === Kind.OPERATION_DEFINITION && one.operation !== 'query');

const operationIn = ({ asked }: Incoming, { document }: ReadDocument) =>
  document instanceof GraphQLError ? undefined : namedOperation(document, asked.operationName).operation;

const onlyReads = (incoming: Incoming, read: ReadDocument): boolean =>
  operationIn(incoming, read)?.operation === 'query';

/** Whether the one change that was asked for is what failed, and not the telling of it. */
function changedNothing(
  { path = [] }: GraphQLFormattedError,
  { incoming, read, context }: Readonly<{ incoming: Incoming; read: ReadDocument; context: RequestContext }>,
): boolean {
  const [change, ...others] = operationIn(incoming, read)?.selectionSet.selections ?? [];
  return path.length === 1 && change?.kind === Kind.FIELD && others.length === 0 && context.changed.size === 0;
}

async function writeDown(
  context: RequestContext,
  { incoming, read }: Readonly<{ incoming: Incoming; read: ReadDocument }>,
  { ledger, logFault }: Rooms,
) {
  const told = context.disclosures.all();
  if (told.length === 0) return 'WRITTEN';
  const { requester, now, book } = context;
  const inquiry = {
    ...{ requestId: context.id, at: now, requester: requester.user, role: requester.role },
    ...{ requesterAgency: requester.agency.id, purpose: requester.purpose, operation: incoming.operation },
  };
  const entries = told.map(({ record, categories }) => ({
    clientId: record.client,
    handle: record.handle,
    agencyId: record.agency,
    categories,
    basis: basisOf(record, categories),
  }));
  const epochs = book.epochsOf(told);
  try {
    return (await ledger.append({ inquiry, told: entries, epochs })).kind;
  } catch (error) {
    logFault(error);
    // Whoever changed something is not told to do it again.
    const passes = lacksConnection(error) && onlyReads(incoming, read);
    const made = context.changed.size > 0 ? madeAlready : undefined;
    throw new CallerFault('LEDGER_UNAVAILABLE', made, passes ? retryAfterSeconds : undefined);
  }
}

/** A decision is kept from request to request (`DecisionsKept`), and what was read from it with it, by the list of kinds that were told. */
const basesKept = new WeakMap<Released, WeakMap<readonly string[], readonly string[]>>();

/** What the permits for these kinds stood on. That a record exists is told by all that may be released of it. */
function basisOf(record: Released, categories: readonly string[]): readonly string[] {
  let kept = basesKept.get(record);
  if (!kept) {
    kept = new WeakMap();
    basesKept.set(record, kept);
  }
  let basis = kept.get(categories);
  if (!basis) {
    const stoodOn = categories.length > 0 ? categories : [...record.categories.keys()];
    basis = [...new Set(stoodOn.flatMap((category) => record.categories.get(category) ?? []))].sort();
    kept.set(categories, basis);
  }
  return basis;
}
