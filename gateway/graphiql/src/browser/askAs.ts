import { isObject } from './isObject.ts';

/** In whose name, and why, the hub is asked. */
export type Asker = Readonly<{ token: string; purpose: string }>;

/** One operation, as GraphiQL hands it over. */
export type Operation = Readonly<{ query: string; operationName?: string | null; variables?: unknown }>;

/** A GraphQL response, unread. */
export type Answer = Readonly<Record<string, unknown>>;

/** Asks the hub in one person's name, until abandoned. */
export type Asking = Readonly<{
  fetcher: (operation: Operation) => Promise<Answer>;
  /** Ends what is under way. From now on nothing asked in this name is answered, so no late answer can appear under another's. */
  abandon: () => void;
}>;

/**
 * A GraphiQL fetcher that sends this asker's token and purpose with every operation, introspection included.
 *
 * Failures come back as GraphQL errors to be shown where the answer would be; it never rejects. Without a token the hub
 * is not asked at all. Cookies are left out, so that the token alone says who asks.
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
      // A promise that never settles is what GraphiQL shows nothing of; an error would be shown under the next person.
      return abandoned.signal.aborted ? new Promise<Answer>(() => {}) : answer;
    },
    abandon: () => abandoned.abort(),
  };
}

/** The headers of one request; the purpose is left out where none was chosen, which leaves it to the token. */
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
    // Not JSON: said below, without repeating a body that may be anything.
  }
  return fault(`The hub returned status ${status} and no GraphQL response.`);
}

function fault(message: string): Answer {
  return { errors: [{ message }] };
}
