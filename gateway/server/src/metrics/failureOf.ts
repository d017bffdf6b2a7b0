import type { Incoming, Outgoing } from '../exchange/Transport.ts';

/** How an agency did not answer as it should. */
export type Failure = 'TIMED_OUT' | 'UNREACHABLE' | 'TOO_LARGE' | 'REFUSED' | 'TURNED_AWAY' | 'INVALID';

/** How this was no answer to what was asked; undefined where it was one. What an answer says is judged elsewhere (`gather`). */
export function failureOf({ path }: Outgoing, incoming: Incoming): Failure | undefined {
  if (incoming.kind !== 'ANSWERED') return incoming.kind;
  switch (incoming.status) {
    case 200:
    // It has another key, and is asked again under a signed permit (Messages.ts).
    case 421:
      return undefined;
    case 401:
    case 403:
      return 'REFUSED';
    // Busy, or closed by its own decision: which of them is the agency's business.
    case 429:
    case 503:
      return 'TURNED_AWAY';
    // Of a write these are answers: it takes none, or not this one.
    case 404:
    case 409:
      return path === '/writes' ? undefined : 'INVALID';
    default:
      return 'INVALID';
  }
}
