import { ApolloLink } from '@apollo/client';
import { print } from 'graphql';
import { Observable } from 'rxjs';
import { GraphFault } from './GraphFault.ts';
import { documentIds } from './generated/documentIds.ts';
import type { MissingSources } from './MissingSources.ts';

/** Who is asking and why; sent with every request. */
export type Asker = Readonly<{ token: string; purpose: string }>;

type LinkParts = Readonly<{
  asker: () => Asker | Promise<Asker>;
  missing: MissingSources;
}>;

/**
 * Sends operations to the hub by name: neither an operation's text nor anything about a person gets into an address, a header or a
 * log.
 *
 * A single operation may claim another purpose than the page's (`context.purpose`), as emergency access does.
 */
export const askLink = ({ asker, missing }: LinkParts): ApolloLink =>
  new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const stopping = new AbortController();
        const { operationName = '', variables } = operation;
        // In development (`npm run dev`) the hub does not know the pages' operations yet.
        const asked = import.meta.env.DEV
          ? { query: print(operation.query) }
          : { documentId: documentIds[operationName] };
        const ask = async () => {
          const { token, purpose } = await asker();
          const claimed: unknown = operation.getContext().purpose;
          const response = await fetch('/graphql', {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              authorization: `Bearer ${token}`,
              'x-accord-purpose': typeof claimed === 'string' ? claimed : purpose,
            },
            body: JSON.stringify({ ...asked, operationName, variables }),
            signal: stopping.signal,
            cache: 'no-store',
          });
          const answer = await answerOf(response);
          missing.heard(operationName, variables, answer.extensions);
          observer.next(answer);
          observer.complete();
        };
        ask().catch((error: unknown) => {
          if (!stopping.signal.aborted) observer.error(GraphFault.from(error));
        });
        return () => stopping.abort();
      }),
  );

/** Bad gateway, service unavailable, gateway timeout (RFC 9110, 15.6). */
const awayFromProxy: readonly number[] = [502, 503, 504];

async function answerOf(response: Response): Promise<ApolloLink.Result> {
  const text = await response.text();
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === 'object' && answer !== null) return answer;
  } catch {
    // Not from the hub: a proxy's page, or an empty body.
  }
  // A proxy in front of the hub says that it cannot reach it.
  if (awayFromProxy.includes(response.status)) throw new GraphFault('OFFLINE', '');
  throw new GraphFault('UNREADABLE', `The hub answered with status ${response.status} and nothing that can be read.`);
}
