import { type Code, codes } from '@accord/contract/codes';
import type { GraphQLFormattedError } from 'graphql';
import { CallerFault } from '../CallerFault.ts';
import { lacksConnection, refusesChanges } from '../store/lacksConnection.ts';
import type { Outgoing } from './answer.ts';
import type { LogFault } from './FaultLog.ts';

/** HTTP statuses of faults; 400 where none is named. */
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
/** Codes of graphql-js and Apollo Server that speak of the caller's own document. */
const ofTheDocument: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** After how long whoever was refused for want of a connection may come again. */
export const retryAfterSeconds = 1;

/** The same where the database takes no changes, which as a rule a person has to mend. */
const retryChangeAfterSeconds = 30;

/** The error of an answer, as `formatError` tells it, that passes: the hub lacked a connection to its database, or that takes no changes. */
export const isBusy = ({ extensions }: GraphQLFormattedError): boolean => extensions?.code === 'HUB_BUSY';

/** The whole answer where there is none: one error, and the HTTP status that goes with it. */
export function faultAnswer(error: unknown, logFault: LogFault): Outgoing {
  const fault = error instanceof CallerFault ? error : hubFault(error, logFault);
  const { message, extensions, retryAfterSeconds } = fault;
  return {
    status: statuses[fault.faultCode] ?? 400,
    body: JSON.stringify({ errors: [{ message, extensions }] }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}

/** The whole answer where nothing else is told than an error that passes. */
export const busyAnswer = ({ message, extensions }: GraphQLFormattedError): Outgoing => ({
  ...{ status: 503, body: JSON.stringify({ errors: [{ message, extensions }] }) },
  retryAfterSeconds: Number(extensions?.retryAfterSeconds),
});

/** One error inside an answer, as it is told. */
export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/**
 * The caller's own faults as they are, everything else as one sentence and a reference. Names that would have been right are told in
 * development only.
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

/** Without what graphql-js adds where a name is nearly one of the schema's. */
const withoutHint = (message: string): string => message.replace(/ Did you mean .*$/s, '');

/** Where its database has no connection for it, cannot be reached, or takes no changes, the hub has its hands full; that passes, and is told as such. All is logged. */
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
