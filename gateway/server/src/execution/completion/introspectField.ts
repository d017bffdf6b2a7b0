import type { AskedField } from '@accord/execution/reading/collectFields';
import type { Reading } from '@accord/execution/reading/Reading';
import { type DocumentNode, executeSync, Kind, OperationTypeNode } from 'graphql';
import type { Entry } from './completeObject.ts';

/** True of the query root's fields about the schema itself (GraphQL specification, 4.2), for which no subgraph is asked. */
export const isIntrospection = (name: string): boolean => name === '__schema' || name === '__type';

/**
 * Answers introspection by graphql-js from the schema callers may ask. All mentions of a field are merged (GraphQL specification, 6.4.3).
 *
 * Deviates from @apollo/gateway, which answers only the first mention.
 */
export function introspectField({ key, nodes }: AskedField, { schema, operation, fragments }: Reading): Entry['read'] {
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        ...operation,
        operation: OperationTypeNode.QUERY,
        selectionSet: { kind: Kind.SELECTION_SET, selections: nodes },
      },
      ...fragments.values(),
    ],
  };
  return (_, { given }) => {
    const { data, errors } = executeSync({ schema, document, variableValues: given });
    const [error] = errors ?? [];
    if (error) throw error;
    return data?.[key] ?? null;
  };
}
