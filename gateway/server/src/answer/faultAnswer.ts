import { type Code, codes } from '@accord/contract/codes';
import type { GraphQLFormattedError } from 'graphql';
import { CallerFault } from '../CallerFault.ts';
import { lacksConnection, refusesChanges } from '../store/lacksConnection.ts';
import type { Outgoing } from './answer.ts';
import type { LogFault } from './FaultLog.ts';

/** HTTP statuses by code; 400 for any code not listed. */
const statuses: Readonly<Partial<Record<Code, number>>> = {
  TOKEN_MISSING: 401,
  TOKEN_REFUSED: 401,
  BODY_TOO_LARGE: 413,
  RATE_LIMITED: 429,
  HUB_FAULT: 500,
  CONSENT_MOVED: 503,
  LEDGER_UNAVAILABLE: 503,
  HUB_BUSY: 503,
  TOOK_TOO_LONG: 503,
};
/** Codes of graphql-js and Apollo Server that are about the caller's own document. */
const ofTheDocument: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** How long a caller who was refused for want of a database connection should wait, in seconds. */
export const retryAfterSeconds = 1;

/** How long to wait where the database takes no changes, in seconds: usually a person has to fix that. */
const retryChangeAfterSeconds = 30;

/**
 * True of an error, as `formatError` writes it, that is only temporary: the hub had no database connection, or the database takes no
 * changes.
 */
export const isBusy = ({ extensions }: GraphQLFormattedError): boolean => extensions?.code === 'HUB_BUSY';

/** Returns an answer without data: one error, and the HTTP status that goes with it. */
export function faultAnswer(error: unknown, logFault: LogFault): Outgoing {
  const fault = error instanceof CallerFault ? error : hubFault(error, logFault);
  const { message, extensions, retryAfterSeconds } = fault;
  return {
    status: statuses[fault.faultCode] ?? 400,
    body: JSON.stringify({ errors: [{ message, extensions }] }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}

/** Returns an answer that holds only a temporary error. */
export const busyAnswer = ({ message, extensions }: GraphQLFormattedError): Outgoing => ({
  ...{ status: 503, body: JSON.stringify({ errors: [{ message, extensions }] }) },
  retryAfterSeconds: Number(extensions?.retryAfterSeconds),
});

/** Formats one error inside an answer. */
export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/**
 * Returns a formatter that passes the caller's own faults on as they are, and turns every other fault into one sentence and a reference.
 * Suggestions of similar names are kept in development only.
 */
export function formatError({
  logFault,
  development,
}: Readonly<{ logFault: LogFault; development: boolean }>): FormatError {
  return (formatted, error) => {
    const code = formatted.extensions?.code;
    const { message, path, locations } = formatted;
    const place = { ...(path && { path }), ...(locations && { locations }) };
    if (ofTheDocument.has(code))
      return { message: development ? message : withoutHint(message), ...place, extensions: { code } };
    if (typeof code === 'string' && Object.hasOwn(codes, code)) return { message, ...place, extensions: { code } };
    const fault = hubFault(error, logFault);
    return { message: fault.message, ...place, extensions: fault.extensions };
  };
}

/** Removes the suggestion that graphql-js adds where a name is close to one in the schema. */
const withoutHint = (message: string): string => message.replace(/ Did you mean .*$/s, '');

/**
 * Logs the fault and returns what the caller is shown. Where the database has no connection, cannot be reached or takes no changes, the hub
 * is busy rather than broken, and says when to try again.
 */
function hubFault(error: unknown, logFault: LogFault): CallerFault {
  const reference = logFault(error);
  if (refusesChanges(error))
    return new CallerFault(
      'HUB_BUSY',
      `Its database accepts no changes at the moment, and nothing was changed. Reference ${reference}.`,
      retryChangeAfterSeconds,
    );
  return lacksConnection(error)
    ? new CallerFault('HUB_BUSY', `Reference ${reference}.`, retryAfterSeconds)
    : new CallerFault('HUB_FAULT', `Reference ${reference}.`);
}
