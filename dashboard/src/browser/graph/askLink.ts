import { ApolloLink } from '@apollo/client';
import { print } from 'graphql';
import { Observable } from 'rxjs';
import { GraphFault } from './GraphFault.ts';
import { documentIds } from './generated/documentIds.ts';
import type { MissingSources } from './MissingSources.ts';

/** Who asks and why: what goes with every question. */
export type Asker = Readonly<{ token: string; purpose: string }>;

type LinkParts = Readonly<{
  asker: () => Asker | Promise<Asker>;
  missing: MissingSources;
}>;

/**
 * Asks the hub by an operation's name: neither its text nor any word of a person is in an address, a header or a log.
 *
 * An operation may claim another purpose than the page's for itself alone (`context.purpose`): emergency access does.
 */
export const askLink = ({ asker, missing }: LinkParts): ApolloLink =>
  new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const stopping = new AbortController();
        const { operationName = '', variables } = operation;
        // While one works on the pages (`npm run dev`) the hub does not know their operations yet.
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

/** Bad gateway, not available, gateway timed out (RFC 9110, 15.6). */
const awayFromProxy: readonly number[] = [502, 503, 504];

async function answerOf(response: Response): Promise<ApolloLink.Result> {
  const text = await response.text();
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === 'object' && answer !== null) return answer;
  } catch {
    // Not from the hub: a proxy's page, or nothing.
  }
  // Whatever stands before the hub says that it does not reach it: a proxy's words for "not there".
  if (awayFromProxy.includes(response.status)) throw new GraphFault('OFFLINE', '');
  throw new GraphFault('UNREADABLE', `The hub answered with status ${response.status} and nothing that can be read.`);
}
