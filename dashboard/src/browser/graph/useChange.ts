import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { GraphFault } from './GraphFault.ts';

/** A change one can ask for. */
export type Change<Data, Variables> = Readonly<{
  /** Asks for it; gives what came, or `undefined` where it was refused (`fault` says why). */
  ask: (variables: Variables) => Promise<Data | undefined>;
  asking: boolean;
  fault: GraphFault | undefined;
  /** Forgets what went wrong. */
  clear: () => void;
}>;

type Options = Readonly<{
  /** Another purpose than the page's, for this change alone. */
  purpose?: string;
  /** Names of questions on the page that are asked again afterwards. */
  askAgain?: readonly string[];
}>;

/** Asks the hub for a change; afterwards the named questions of the page are asked again. */
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
