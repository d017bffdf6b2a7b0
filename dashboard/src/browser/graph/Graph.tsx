import { ApolloClient, InMemoryCache } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { type Asker, askLink } from './askLink.ts';
import { MissingSources } from './MissingSources.ts';

const Missing = createContext(new MissingSources());

/** The sources that were missing from the last answers. */
export const useMissingSources = (): MissingSources => useContext(Missing);

type Props = Readonly<{ asker: () => Asker | Promise<Asker>; of: string; children: ReactNode }>;

/**
 * The graph, as one person sees it for one purpose (`of` names both). When either changes the cache is dropped: it was disclosed to
 * somebody else.
 *
 * Lists are always queried again when a page opens: what has been withdrawn since must not be shown from the cache.
 */
export function Graph({ asker, of, children }: Props) {
  const { client, missing } = useMemo(() => {
    const missing = new MissingSources();
    const client = new ApolloClient({
      // There is one requester and one vocabulary, so the results of different queries are merged.
      cache: new InMemoryCache({ typePolicies: { Requester: { merge: true }, Vocabulary: { merge: true } } }),
      link: askLink({ asker, missing }),
      defaultOptions: {
        watchQuery: { fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' },
        query: { fetchPolicy: 'network-only' },
      },
    });
    return { client, missing };
  }, [of]);
  useEffect(() => () => client.stop(), [client]);
  return (
    <Missing.Provider value={missing}>
      <ApolloProvider client={client}>{children}</ApolloProvider>
    </Missing.Provider>
  );
}
