import type { Incoming, Outgoing } from '../exchange/Transport.ts';

/** The ways in which an agency can fail to answer properly. */
export type Failure = 'TIMED_OUT' | 'UNREACHABLE' | 'TOO_LARGE' | 'REFUSED' | 'TURNED_AWAY' | 'INVALID';

/** Says how this failed to answer the message; undefined where it did answer. The answer's content is judged elsewhere (`gather`). */
export function failureOf({ path }: Outgoing, incoming: Incoming): Failure | undefined {
  if (incoming.kind !== 'ANSWERED') return incoming.kind;
  switch (incoming.status) {
    case 200:
    // The agency has another key, and is asked again under a signed permit (Messages.ts).
    case 421:
      return undefined;
    case 401:
    case 403:
      return 'REFUSED';
    // Busy, or closed by its own decision: which of the two is the agency's business.
    case 429:
    case 503:
      return 'TURNED_AWAY';
    // For a write these are proper answers: the agency takes no writes, or not this one.
    case 404:
    case 409:
      return path === '/writes' ? undefined : 'INVALID';
    default:
      return 'INVALID';
  }
}
