import type { Asked } from '../answer/Incoming.ts';
import type { Requester } from '../identity/Requester.ts';
import { checkVariables } from './checkVariables.ts';
import type { Limits } from './Limits.ts';
import type { ReadDocument } from './readDocument.ts';
import { type SharedCount, Turns } from './Turns.ts';

/** Lets one verified requester's question in and reads it, or throws the fault that says which limit it is over. */
export type Admit = (asked: Asked, requester: Pick<Requester, 'user' | 'agency'>) => Promise<ReadDocument>;

/** Between identity and planning: the requester's turn, then the size of what is asked. A refused question has used its turn. */
export function admitWithin(limits: Limits, shared?: SharedCount): (read: (query: string) => ReadDocument) => Admit {
  // Of the person, whatever graph answers them.
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
