import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { GraphFault } from './GraphFault.ts';

/** A mutation and its state. */
export type Change<Data, Variables> = Readonly<{
  /** Sends it; returns the data, or `undefined` if it was refused (`fault` says why). */
  ask: (variables: Variables) => Promise<Data | undefined>;
  asking: boolean;
  fault: GraphFault | undefined;
  /** Clears the error. */
  clear: () => void;
}>;

type Options = Readonly<{
  /** Another purpose than the page's, for this mutation only. */
  purpose?: string;
  /** Names of the page's queries to repeat afterwards. */
  askAgain?: readonly string[];
}>;

/** Prepares a mutation; after it, the named queries of the page are repeated. */
export function useChange<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  { purpose, askAgain = [] }: Options = {},
): Change<Data, Variables> {
  const [fault, setFault] = useState<GraphFault>();
  const [mutate, { loading }] = useMutation<Data, OperationVariables>(document, {
    refetchQueries: [...askAgain],
    awaitRefetchQueries: true,
    ...(purpose && { context: { purpose } }),
  });
  return {
    asking: loading,
    fault,
    clear: () => setFault(undefined),
    ask: async (variables) => {
      setFault(undefined);
      try {
        const { data } = await mutate({ variables });
        return (data as Data | null | undefined) ?? undefined;
      } catch (error) {
        setFault(GraphFault.from(error));
        return undefined;
      }
    },
  };
}
