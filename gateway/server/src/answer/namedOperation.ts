import { type Operation, operationOf } from '@accord/execution/reading/operationOf';
import { type DocumentNode, GraphQLError } from 'graphql';

/** The operation that is asked for. Throws an error of the caller's where there is none of its name, or none was named of several. */
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
