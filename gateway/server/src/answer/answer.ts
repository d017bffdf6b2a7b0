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

/** The HTTP answer that goes out. */
export type Outgoing = Readonly<{ status: number; body: string; retryAfterSeconds?: number; serverTiming?: string }>;

/** The rooms that one query passes through. */
export type Rooms = Readonly<{
  /**
   * Room 2: turns token and purpose into a requester, and prepares rooms 4 and 5 for this request. `anew`: read what is on file instead of
   * using what is cached.
   */
  createContext: (incoming: Incoming, anew: boolean) => Promise<Omit<RequestContext, 'named'>>;
  /** The rest of room 1, once the requester is known: their rate limit, and the size of what they ask. */
  admit: Admit;
  /** Rooms 3 to 8: plan, the hub's own subgraph, release book, exchange, agencies, exchange. */
  engine: Engine<RequestContext>;
  /** Room 9: writes disclosures to the ledger. */
  ledger: Pick<Ledger, 'append'>;
  logFault: LogFault;
  /** True: the answer reports how long each room took (`RoomTimes`). */
  serverTiming: boolean;
}>;

/**
 * How many attempts a query gets. It is answered again where a consent changed meanwhile, or the cached agencies or words were out of date.
 */
const attempts = 3;

/**
 * Answers one query by taking it through the nine rooms in order (ARCHITECTURE.md).
 *
 * INVARIANT: nothing leaves before the ledger has it. If the ledger cannot be written, or a consent that the answer relied on has changed,
 * what was gathered is dropped.
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
      // The caller has gone. An answer that nobody receives is no disclosure, so nothing is written to the ledger.
      if (incoming.late.isUp) throw new CallerFault('TOOK_TOO_LONG');
      // A query cut short for want of a connection is not answered in part. But if something was changed, the caller has to hear of it.
      if (said.busy && (onlyReads(incoming, read) || changedNothing(said.busy, { incoming, read, context })))
        return busyAnswer(said.busy);
      // Looking at a client checks this; a request that looked at no client has not checked it yet.
      if (!(await context.onFile.stand())) continue;
      const written = await writeDown(context, { incoming, read }, rooms);
      times?.left('ledger');
      // Nothing may be awaited between here and the socket: a withdrawal that waits for this answer relies on it (LedgerWriter.ts).
      const { status, body } = said;
      if (written === 'WRITTEN') return { status, body, ...(times && { serverTiming: times.header() }) };
      // What this request changed stays changed; only a query may be answered again.
      if (context.changed.size > 0) throw new CallerFault('CONSENT_MOVED', madeAlready);
    }
    throw new CallerFault('CONSENT_MOVED');
  } catch (error) {
    return faultAnswer(error, rooms.logFault);
  }
}

/** Told to a caller who changed something and cannot be shown the result. */
const madeAlready = 'Your change was made: do not send it again.';

const mayChange = ({ document }: ReadDocument): boolean =>
  !(document instanceof GraphQLError) &&
  document.definitions.some((one) => one.kind === Kind.OPERATION_DEFINITION && one.operation !== 'query');

const operationIn = ({ asked }: Incoming, { document }: ReadDocument) =>
  document instanceof GraphQLError ? undefined : namedOperation(document, asked.operationName).operation;

const onlyReads = (incoming: Incoming, read: ReadDocument): boolean =>
  operationIn(incoming, read)?.operation === 'query';

/** True where the single change asked for is itself what failed, rather than the reading of its result. */
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
    // A caller whose change was made must not be invited to make it again.
    const passes = lacksConnection(error) && onlyReads(incoming, read);
    const made = context.changed.size > 0 ? madeAlready : undefined;
    throw new CallerFault('LEDGER_UNAVAILABLE', made, passes ? retryAfterSeconds : undefined);
  }
}

/** Bases by decision and by list of categories disclosed. Decisions are kept from request to request (`DecisionsKept`), and so is this. */
const basesKept = new WeakMap<Released, WeakMap<readonly string[], readonly string[]>>();

/**
 * Ids of the facts the permits for these categories stood on. Where only the record's existence was disclosed: the facts for everything
 * that may be released of it.
 */
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
