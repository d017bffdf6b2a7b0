import { ApolloServer } from '@apollo/server';
import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { describeFault } from './describeFault.ts';
import type { Operation } from './readOperation.ts';
import type { AgencyContext } from './recordResolvers.ts';

/** An answer as it goes over HTTP. */
export type Answer = Readonly<{ status: number; body: string }>;

/** Executes operations that have passed the gate. */
export type AnswerOperation = Readonly<{
  answer(operation: Operation, context: AgencyContext): Promise<Answer>;
  stop(): Promise<void>;
}>;

/** Sentences of the two kinds of errors that leave an agency; whatever else an error says stays here. */
const partMissing = 'The agency could not answer this part.';
const operationRefused = 'The operation was refused.';

const refusals: ReadonlySet<unknown> = new Set([
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
  ApolloServerErrorCode.BAD_USER_INPUT,
  ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE,
  ApolloServerErrorCode.BAD_REQUEST,
]);

/**
 * Starts Apollo Server over an agency's schema, with everything off by which it would describe itself or report elsewhere.
 *
 * What fails is null, with a masked error; the answer to the rest stands. What failed is logged, without its message.
 */
export async function answerOperations(schema: GraphQLSchema, log: FastifyBaseLogger): Promise<AnswerOperation> {
  const server = new ApolloServer<AgencyContext>({
    schema,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    formatError: (formatted, error) => mask(formatted, error, log),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
  await server.start();
  return {
    async answer({ query, variables }, context) {
      const { body, http } = await server.executeOperation({ query, variables }, { contextValue: context });
      if (body.kind !== 'single') throw new Error('An agency answers in one piece.');
      const { data, errors } = body.singleResult;
      return { status: http.status ?? 200, body: JSON.stringify({ errors, data }) };
    },
    stop: () => server.stop(),
  };
}

function mask(formatted: GraphQLFormattedError, error: unknown, log: FastifyBaseLogger): GraphQLFormattedError {
  if (refusals.has(formatted.extensions?.code)) {
    log.warn({ refused: formatted.extensions?.code }, 'An operation does not fit the contract.');
    return { message: operationRefused, extensions: { code: 'OPERATION_REFUSED' } };
  }
  // The field's own name, not the response key: an alias is the caller's and could be anything.
  const field = error instanceof GraphQLError ? error.nodes?.[0] : undefined;
  const name = field && 'name' in field && field.name && 'value' in field.name ? field.name.value : undefined;
  log.error({ field: name, ...describeFault(unwrapResolverError(error)) }, 'A part could not be answered.');
  return {
    message: partMissing,
    ...(formatted.path && { path: formatted.path }),
    extensions: { code: 'AGENCY_FAULT' },
  };
}
