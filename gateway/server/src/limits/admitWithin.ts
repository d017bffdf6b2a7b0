import type { Asked } from '../answer/Incoming.ts';
import type { Requester } from '../identity/Requester.ts';
import { checkVariables } from './checkVariables.ts';
import type { Limits } from './Limits.ts';
import type { ReadDocument } from './readDocument.ts';
import { type SharedCount, Turns } from './Turns.ts';

/** Admits one verified requester's request and reads it, or throws the fault that says which limit it exceeds. */
export type Admit = (asked: Asked, requester: Pick<Requester, 'user' | 'agency'>) => Promise<ReadDocument>;

/**
 * Runs between identity and planning: takes the requester's turn, then checks the size of the request. A refused request has used
 * its turn.
 */
export function admitWithin(limits: Limits, shared?: SharedCount): (read: (query: string) => ReadDocument) => Admit {
  // Counted for the person, whichever graph answers them.
  const turns = new Turns(limits.ratePerMinute, shared);
  return (read) =>
    async ({ query, variables }, { user, agency }) => {
      await turns.take(JSON.stringify([agency.id, user]));
      checkVariables(variables, limits);
      const document = read(query);
      document.check(variables);
      return document;
    };
}
