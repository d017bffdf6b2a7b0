import { type Operation, operationOf } from '@accord/execution/reading/operationOf';
import { type DocumentNode, GraphQLError } from 'graphql';

/**
 * Returns the operation asked for. Throws a fault of the caller's where there is none of that name, or where there are several and none was
 * named.
 */
export function namedOperation(document: DocumentNode, name: string | undefined): Operation {
  try {
    return operationOf(document, name);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, {
      extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
    });
  }
}
