import { errorCode } from '../postgres/errorCode.ts';
import { ChangeUnknown } from './ChangeUnknown.ts';

/** What identifies such an error: codes of PostgreSQL, Node or Prisma; for errors without a code, the message. */
type Signs = Readonly<{ codes: readonly string[]; messages: readonly string[] }>;

/**
 * There was no connection, so nothing was done. PostgreSQL has as many sessions as it, the database or the role may have, or is not ready
 * for any; it could not be reached; or no connection of our own pool was returned or opened in time.
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
 * There was a connection, and it ended: by an administrator, with the server, or on the way. What was under way is undone, or was completed
 * just before. A pooler has one code for every reason to end a connection (PgBouncer: 08P01), including that it found no server for it.
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
 * True where the database had no connection for the hub, could not be reached, or broke off: a request that only reads may succeed if
 * repeated in a moment. Where this is true of a change, it is known that nothing was done; otherwise the error is a `ChangeUnknown`, of
 * which this is false.
 */
export const lacksConnection = (error: unknown): boolean => shows(error, none) || shows(error, lost);

/** True where a connection broke off during a statement. */
export const lostConnection = (error: unknown): boolean => shows(error, lost);

/** Codes with which a database refuses everybody's writes: it is read-only (a standby), its disk is full, or the disk fails. */
export const refusingWrites = ['25006', '53100', '58030'] as const;

/** True where the session is read-only. Another session may be allowed to write, for example after a standby took over. */
export const isForReading = (error: unknown): boolean => refusedWith(error, ['25006']);

/** True where the database takes no changes for now and none was made: it is read-only, or its disk is full. */
export const refusesChanges = (error: unknown): boolean => refusedWith(error, ['25006', '53100']);

export const refusesWrites = (error: unknown): boolean => refusedWith(error, refusingWrites);

/** True where the database refused with one of these codes, PostgreSQL's or Prisma's. */
export const refusedWith = (error: unknown, codes: readonly string[]): boolean => shows(error, { codes, messages: [] });

/**
 * Looks into the errors that GraphQL wraps around another, and into what Prisma has from its driver. Other causes are left alone: a failed
 * fetch has one with the same codes, and there it was not the database that refused.
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

/** `thrownValue` holds what graphql-js does not recognise as an error. */
const wrappedIn = (error: object): unknown => Reflect.get(error, 'originalError') ?? Reflect.get(error, 'thrownValue');

/** What Prisma's adapter made of the error from `pg`; for a plain statement it lacks a code of its own. */
function ofTheDriver(error: object): Readonly<{ kind?: unknown; originalCode?: unknown }> {
  const meta: unknown = Reflect.get(error, 'meta');
  const thrown: unknown = isObject(meta) ? Reflect.get(meta, 'driverAdapterError') : error;
  const cause: unknown = isObject(thrown) ? Reflect.get(thrown, 'cause') : undefined;
  return isObject(cause) ? cause : {};
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
