import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useCallback, useRef, useSyncExternalStore } from 'react';
import { useMissingSources } from './Graph.tsx';
import { GraphFault } from './GraphFault.ts';
import type { MissingSource } from './MissingSources.ts';
import { operationNameOf } from './operationNameOf.ts';

/** A query's state. `data` stays while the query is repeated, so that a page keeps what it shows. */
export type Asked<Data> = Readonly<{
  data: Data | undefined;
  /** True until the first answer. */
  waiting: boolean;
  /** True while a request is under way, the first or a repeated one. */
  asking: boolean;
  fault: GraphFault | undefined;
  missing: readonly MissingSource[];
  again: () => Promise<void>;
  /** Loads the next page and merges it into the document's list (`merge`). */
  more: (variables: object, merge: (before: Data, next: Data) => Data) => Promise<void>;
}>;

type Options<Variables> = Readonly<{
  variables?: Variables;
  /** True: the query is not sent. */
  skip?: boolean;
  /** Polling interval in milliseconds, for data that others change meanwhile; polling stops while the page is hidden. */
  everyMs?: number;
  /** Another purpose than the page's, for this query only. */
  purpose?: string;
}>;

/** Queries the graph and returns the data, the missing sources and any error; never throws. */
export function useAsk<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  { variables, skip = false, everyMs = 0, purpose }: Options<Variables> = {},
): Asked<Data> {
  const sources = useMissingSources();
  const { data, loading, error, refetch, fetchMore } = useQuery<Data, OperationVariables>(document, {
    ...(variables && { variables }),
    skip,
    // Partial data are shown beside the errors.
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
  // An answer of errors only has `data: null`, which counts as no answer; `useKept` below decides whether what was shown before
  // stays.
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

/** Errors on the way to the hub: the hub has not withdrawn what it disclosed before. */
const onTheWay: readonly string[] = ['OFFLINE', 'UNREADABLE', 'HUB_BUSY', 'RATE_LIMITED'];

type Answered<Data> = Readonly<{ data: Data | undefined; fault: GraphFault | undefined; of: string }>;

/** The last data disclosed to the same person for the same query, kept while the hub cannot be reached. A refusal discards them. */
function useKept<Data>({ data, fault, of }: Answered<Data>): Data | undefined {
  const client = useApolloClient();
  const kept = useRef<{ client: unknown; of: string; data: Data }>(undefined);
  if (data !== undefined) kept.current = { client, of, data };
  else if (fault && !onTheWay.includes(fault.code)) kept.current = undefined;
  const before = kept.current;
  return before?.client === client && before.of === of ? before.data : undefined;
}

const outOfSight = (): boolean => document.hidden;
