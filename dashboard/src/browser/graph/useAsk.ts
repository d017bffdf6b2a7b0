import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useCallback, useRef, useSyncExternalStore } from 'react';
import { useMissingSources } from './Graph.tsx';
import { GraphFault } from './GraphFault.ts';
import type { MissingSource } from './MissingSources.ts';
import { operationNameOf } from './operationNameOf.ts';

/** A question's state: `data` stays while it is asked again, so that a page keeps what it shows. */
export type Asked<Data> = Readonly<{
  data: Data | undefined;
  /** True until the first answer. */
  waiting: boolean;
  /** True while it is asked again. */
  asking: boolean;
  fault: GraphFault | undefined;
  missing: readonly MissingSource[];
  again: () => Promise<void>;
  /** Asks for the next page and puts it where the document's list is (`merge`). */
  more: (variables: object, merge: (before: Data, next: Data) => Data) => Promise<void>;
}>;

type Options<Variables> = Readonly<{
  variables?: Variables;
  /** True: not asked. */
  skip?: boolean;
  /** Asked again every so many milliseconds, for what others change while one looks; not while the page is out of sight. */
  everyMs?: number;
  /** Another purpose than the page's, for this question alone. */
  purpose?: string;
}>;

/** Asks the graph and says what came, what is missing and what went wrong; never throws. */
export function useAsk<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  { variables, skip = false, everyMs = 0, purpose }: Options<Variables> = {},
): Asked<Data> {
  const sources = useMissingSources();
  const { data, loading, error, refetch, fetchMore } = useQuery<Data, OperationVariables>(document, {
    ...(variables && { variables }),
    skip,
    // What came is shown beside what went wrong.
    errorPolicy: 'all',
    pollInterval: everyMs,
    skipPollAttempt: outOfSight,
    notifyOnNetworkStatusChange: true,
    ...(purpose && { context: { purpose } }),
  });
  const name = operationNameOf(document);
  const missing = useSyncExternalStore(sources.subscribe, () => sources.of(name, variables));
  const again = useCallback(async () => {
    await refetch().catch(() => undefined);
  }, [refetch]);
  const fault = error && GraphFault.from(error);
  // An answer that is nothing but errors has `data: null`: that is no answer, and what was shown before is looked after below.
  const came = (data ?? undefined) as Data | undefined;
  const shown = useKept({ data: came, fault, of: `${name} ${JSON.stringify(variables ?? {})}` });
  return {
    data: shown,
    waiting: loading && shown === undefined,
    asking: loading,
    fault,
    missing,
    again,
    more: async (next, merge) => {
      await fetchMore({
        variables: { ...variables, ...next },
        updateQuery: (before, { fetchMoreResult }) =>
          fetchMoreResult ? merge(before as Data, fetchMoreResult as Data) : before,
      }).catch(() => undefined);
    },
  };
}

/** Faults of the way to the hub: what was told before was not taken back. */
const onTheWay: readonly string[] = ['OFFLINE', 'UNREADABLE', 'HUB_BUSY', 'RATE_LIMITED'];

type Answered<Data> = Readonly<{ data: Data | undefined; fault: GraphFault | undefined; of: string }>;

/** What was last told to the same person for the same question, while the hub cannot be reached. A refusal takes it away. */
function useKept<Data>({ data, fault, of }: Answered<Data>): Data | undefined {
  const client = useApolloClient();
  const kept = useRef<{ client: unknown; of: string; data: Data }>(undefined);
  if (data !== undefined) kept.current = { client, of, data };
  else if (fault && !onTheWay.includes(fault.code)) kept.current = undefined;
  const before = kept.current;
  return before?.client === client && before.of === of ? before.data : undefined;
}

const outOfSight = (): boolean => document.hidden;
