import { randomUUID } from 'node:crypto';
import { type Code, codes } from '@accord/contract/codes';
import type { GraphQLFormattedError } from 'graphql';
import { CallerFault } from '../CallerFault.ts';

const unauthorised: readonly Code[] = ['TOKEN_MISSING', 'TOKEN_REFUSED'];
const unavailable: readonly Code[] = ['CONSENT_MOVED', 'LEDGER_UNAVAILABLE'];
/** Codes of graphql-js and Apollo Server that speak of the caller's own document. */
const ofTheDocument: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

export type LogFault = (reference: string, error: unknown) => void;

/** The whole answer where there is none: one error, and the HTTP status that goes with it. */
export function faultAnswer(error: unknown, logFault: LogFault): Readonly<{ status: number; body: string }> {
  const fault = error instanceof CallerFault ? error : hubFault(error, logFault);
  const status = unauthorised.includes(fault.faultCode)
    ? 401
    : unavailable.includes(fault.faultCode)
      ? 503
      : fault.faultCode === 'HUB_FAULT'
        ? 500
        : 400;
  const { message, extensions } = fault;
  return { status, body: JSON.stringify({ errors: [{ message, extensions }] }) };
}

/** One error inside an answer: the caller's own faults as they are, everything else as one sentence and a reference. */
export function formatError(
  logFault: LogFault,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const code = formatted.extensions?.code;
    const { path, locations } = formatted;
    const place = { ...(path && { path }), ...(locations && { locations }) };
    if (ofTheDocument.has(code) || (typeof code === 'string' && Object.hasOwn(codes, code)))
      return { message: formatted.message, ...place, extensions: { code } };
    const fault = hubFault(error, logFault);
    return { message: fault.message, ...place, extensions: fault.extensions };
  };
}

function hubFault(error: unknown, logFault: LogFault): CallerFault {
  const reference = randomUUID();
  logFault(reference, error);
  return new CallerFault('HUB_FAULT', `Reference ${reference}.`);
}
