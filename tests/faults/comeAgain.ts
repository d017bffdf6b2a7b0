import type { Partnership } from '../lib/Partnership.ts';

/** An answer, and when to try again. */
export type Told = Readonly<{ status: number; retryAfter: unknown; body: unknown }>;

/** Asks as Mara, who works at Harbour. */
export async function askOf({ hub }: Partnership, query: string, variables: object = {}): Promise<Told> {
  const { statusCode, headers, body } = await hub.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: {
      'content-type': 'application/json',
      authorization: 'Bearer mara',
      'x-accord-purpose': 'SERVICE_COORDINATION',
    },
    payload: JSON.stringify({ query, variables }),
  });
  return { status: statusCode, retryAfter: headers['retry-after'], body: JSON.parse(body) };
}

/** The complete answer when somebody is to try again in a second. */
export const refused = (code: string, message: RegExp): Told => ({
  ...{ status: 503, retryAfter: '1' },
  body: {
    errors: [{ message: expect.stringMatching(message), extensions: { code, retryAfterSeconds: 1 } }],
  },
});

export const handsFull = refused(
  'HUB_BUSY',
  /^The hub is busy\. Try again in a moment\.( Reference [-0-9a-f]{36}\.)?$/,
);

/** The answer to a change while the database accepts none. */
export const notChanged = {
  ...{ status: 503, retryAfter: '30' },
  body: {
    errors: [
      {
        message: expect.stringMatching(/nothing was changed\. Reference [-0-9a-f]{36}\.$/),
        extensions: { code: 'HUB_BUSY', retryAfterSeconds: 30 },
      },
    ],
  },
};

export const notWritten = refused('LEDGER_UNAVAILABLE', /nothing was released/);

/** A change; its variable is `consent`. */
export const record = 'mutation ($consent: ConsentInput!) { recordConsent(consent: $consent) { consent { id } } }';
export const consent = {
  ...{ client: 'ada', agencies: ['harbour'], categories: ['HOUSING'], words: 'They may know.' },
  ...{ evidence: 'IN_PERSON', noticeVersion: '3', language: 'English' },
};
