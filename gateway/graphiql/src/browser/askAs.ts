import { isObject } from './isObject.ts';

/** In whose name, and why, the hub is asked. */
export type Asker = Readonly<{ token: string; purpose: string }>;

/** One operation, as GraphiQL passes it on. */
export type Operation = Readonly<{ query: string; operationName?: string | null; variables?: unknown }>;

/** A GraphQL response, not yet interpreted. */
export type Answer = Readonly<Record<string, unknown>>;

/** Asks the hub in one person's name until it is abandoned. */
export type Asking = Readonly<{
  fetcher: (operation: Operation) => Promise<Answer>;
  /**
   * Ends requests under way. From now on nothing asked in this name is answered, so that no late answer can appear under
   * another name.
   */
  abandon: () => void;
}>;

/**
 * A GraphiQL fetcher that sends this asker's token and purpose with every operation, introspection included. Failures come back
 * as GraphQL errors, shown where the answer would be; it never rejects. Without a token it does not ask the hub at all. It
 * sends no cookies, so that the token alone says who asks.
 */
export function askAs(asker: Asker, send: typeof fetch = fetch): Asking {
  const abandoned = new AbortController();
  const ask = async (operation: Operation): Promise<Answer> => {
    if (asker.token === '') return fault('No token yet. Paste one in the bar above.');
    try {
      const response = await send('/graphql', {
        method: 'POST',
        headers: headersOf(asker),
        body: JSON.stringify(operation),
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        signal: abandoned.signal,
      });
      return answerOf(await response.text(), response.status);
    } catch (error) {
      return fault(`The hub could not be reached: ${error instanceof Error ? error.message : 'unknown reason'}.`);
    }
  };
  return {
    fetcher: async (operation) => {
      const answer = await ask(operation);
      // GraphiQL shows nothing for a promise that never settles; it would show an error under the next person's name.
      return abandoned.signal.aborted ? new Promise<Answer>(() => {}) : answer;
    },
    abandon: () => abandoned.abort(),
  };
}

/** The headers of one request. If no purpose was chosen there is no purpose header, and the token decides. */
export function headersOf({ token, purpose }: Asker): Readonly<Record<string, string>> {
  return {
    accept: 'application/graphql-response+json, application/json;q=0.9',
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
    ...(purpose === '' ? {} : { 'x-accord-purpose': purpose }),
  };
}

function answerOf(body: string, status: number): Answer {
  try {
    const answer: unknown = JSON.parse(body);
    if (isObject(answer)) return answer;
  } catch {
    // Not JSON: reported below, without repeating a body that may contain anything.
  }
  return fault(`The hub returned status ${status} and no GraphQL response.`);
}

function fault(message: string): Answer {
  return { errors: [{ message }] };
}
