import { errorCode } from '../postgres/errorCode.ts';
import { ChangeUnknown } from './ChangeUnknown.ts';

/** What tells of it: codes of PostgreSQL, of Node and of Prisma, and of what has none, the message. */
type Signs = Readonly<{ codes: readonly string[]; messages: readonly string[] }>;

/**
 * There was no connection, so nothing was done: PostgreSQL has as many sessions as it, the database or the role may have, or is not ready for
 * any yet; it was not reached; or none of our own pool's connections came back, or came about, in time.
 */
const none: Signs = {
  codes: [
    ...['53300', '57P03'],
    ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
    ...['TooManyConnections', 'DatabaseNotReachable'],
  ],
  messages: ['timeout exceeded when trying to connect', 'Connection terminated due to connection timeout'],
};
/**
 * There was one, and it ended: by an administrator, with the server, on the way. What was under way is undone, or was done just before. A
 * pooler has one code for all that it ends a connection for (PgBouncer: 08P01), also where it has found no server for it.
 */
const lost: Signs = {
  codes: [
    ...['57P01', '57P02', '08P01'],
    ...['ECONNRESET', 'EPIPE', 'ETIMEDOUT'],
    ...['ConnectionClosed', 'SocketTimeout'],
  ],
  messages: ['Connection terminated unexpectedly', 'Client has encountered a connection error and is not queryable'],
};

/**
 * True where the database had no connection for the hub, could not be reached, or broke off: whoever only reads, and asks again in a moment,
 * may be served. Of a change it is known that nothing was done (`ChangeUnknown`).
 */
export const lacksConnection = (error: unknown): boolean => shows(error, none) || shows(error, lost);

/** True where a connection broke off under a statement. */
export const lostConnection = (error: unknown): boolean => shows(error, lost);

/** Codes with which a database takes no writes from anybody: it is read-only (a standby), its disk is full, or fails. */
export const refusingWrites = ['25006', '53100', '58030'] as const;

/** True where the session it was asked in may only read. Another one may be allowed to write, as after a standby took over. */
export const isForReading = (error: unknown): boolean => refusedWith(error, ['25006']);

/** True where the database takes no changes for now, and none was made: it may only be read, or its disk is full. */
export const refusesChanges = (error: unknown): boolean => refusedWith(error, ['25006', '53100']);

export const refusesWrites = (error: unknown): boolean => refusedWith(error, refusingWrites);

/** True where the database refused with one of these codes, PostgreSQL's or Prisma's. */
export const refusedWith = (error: unknown, codes: readonly string[]): boolean => shows(error, { codes, messages: [] });

/**
 * What errors are wrapped in on their way through GraphQL, and what Prisma has of its driver, is looked into; other causes are not: a fetch
 * that failed has one with the same codes, and it is not the database that refused it.
 */
function shows(error: unknown, { codes, messages }: Signs): boolean {
  for (let inner = error; isObject(inner) && !(inner instanceof ChangeUnknown); inner = wrappedIn(inner)) {
    const { kind, originalCode } = ofTheDriver(inner);
    if ([errorCode(inner), kind, originalCode].some((code) => codes.some((one) => one === code))) return true;
    const message: unknown = Reflect.get(inner, 'message');
    if (messages.some((one) => one === message)) return true;
  }
  return false;
}

/** `thrownValue`: what graphql-js does not take for an error. */
const wrappedIn = (error: object): unknown => Reflect.get(error, 'originalError') ?? Reflect.get(error, 'thrownValue');

/** What Prisma's adapter made of the error of `pg`; without its own code for a plain statement. */
function ofTheDriver(error: object): Readonly<{ kind?: unknown; originalCode?: unknown }> {
  const meta: unknown = Reflect.get(error, 'meta');
  const thrown: unknown = isObject(meta) ? Reflect.get(meta, 'driverAdapterError') : error;
  const cause: unknown = isObject(thrown) ? Reflect.get(thrown, 'cause') : undefined;
  return isObject(cause) ? cause : {};
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
