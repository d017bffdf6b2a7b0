import { compileResolving, type RunOperation } from '@accord/execution/resolving/compileResolving';
import type { FastifyBaseLogger } from 'fastify';
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  Kind,
  validate,
} from 'graphql';
import type { Operation } from '../guard/readOperation.ts';
import { Unread } from '../mapping/RowsRead.ts';
import { describeFault } from './describeFault.ts';
import type { AgencyContext } from './recordResolvers.ts';

/** An answer as it goes over HTTP. `partial`: part of it could not be answered, and is null. */
export type Answer = Readonly<{ status: number; body: string; partial?: boolean; retryAfterSeconds?: number }>;

/** Executes an operation that has passed the gate. */
export type AnswerOperation = (operation: Operation, context: AgencyContext) => Promise<Answer>;

/** The only two error messages that leave an agency; anything else an error says stays here. */
const partMissing = 'The agency could not answer this part.';
const operationRefused = 'The operation was refused.';

/** Error codes, under Apollo Server's names, by which resolvers say that the caller is at fault. */
const callersFaults: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

/** A document after reading: validated and compiled, or its validation errors. */
type Read = Readonly<{ misfits: readonly GraphQLError[] }> | Readonly<{ misfits?: undefined; run: RunOperation }>;

/**
 * Answers operations over an agency's schema; each document is validated and compiled once. Introspection is impossible,
 * because `readOperation` does not let it through.
 *
 * A field that fails is null, with a masked error; the rest of the answer stands. Failures are logged without their
 * message. Answers are the same as Apollo Server's, which `answerOperations.test.ts` checks; an agency needs nothing else
 * of Apollo Server.
 */
export function answerOperations(schema: GraphQLSchema, log: FastifyBaseLogger): AnswerOperation {
  const known = new WeakMap<DocumentNode, Read>();
  const read = (document: DocumentNode): Read => {
    const before = known.get(document);
    if (before) return before;
    const misfits = validate(schema, document);
    const found = misfits.length > 0 ? { misfits } : { run: compileResolving(schema, document) };
    known.set(document, found);
    return found;
  };
  return async ({ document, variables }, context) => {
    const found = read(document);
    if (found.misfits) return answerOf({ errors: found.misfits.map(() => refuse('GRAPHQL_VALIDATION_FAILED', log)) });
    const { data, errors } = await found.run(variables, context);
    return answerOf({
      ...(errors && { errors: errors.map((error) => mask(error, log)) }),
      ...(data !== undefined && { data }),
    });
  };
}

/** Without data nothing was executed: the operation or its variables do not fit the contract. */
const answerOf = ({
  errors,
  data,
}: Readonly<{ errors?: readonly GraphQLFormattedError[]; data?: ExecutionResult['data'] }>): Answer => ({
  status: data === undefined ? 400 : 200,
  body: JSON.stringify({ errors, data }),
  partial: !!errors,
});

function mask(error: GraphQLError, log: FastifyBaseLogger): GraphQLFormattedError {
  const [node] = error.nodes ?? [];
  const code = error.extensions.code ?? (node?.kind === Kind.VARIABLE_DEFINITION ? 'BAD_USER_INPUT' : undefined);
  if (callersFaults.has(code)) return refuse(code, log);
  // The field's own name, not the response key: an alias is chosen by the caller and could be anything.
  const name = node?.kind === Kind.FIELD ? node.name.value : undefined;
  // The question will be answered again from whole rows (`ColumnsRead`), so this is not a failure.
  if (!(error.originalError instanceof Unread))
    log.error({ field: name, ...describeFault(error.originalError ?? error) }, 'A part could not be answered.');
  return { message: partMissing, ...(error.path && { path: error.path }), extensions: { code: 'AGENCY_FAULT' } };
}

function refuse(code: unknown, log: FastifyBaseLogger): GraphQLFormattedError {
  log.warn({ refused: code }, 'An operation does not fit the contract.');
  return { message: operationRefused, extensions: { code: 'OPERATION_REFUSED' } };
}
