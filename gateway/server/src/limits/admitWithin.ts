import type { GraphQLSchema } from 'graphql';
import type { Incoming } from '../answer/Incoming.ts';
import type { Requester } from '../identity/Requester.ts';
import { checkDocument } from './checkDocument.ts';
import { checkVariables } from './checkVariables.ts';
import type { Limits } from './Limits.ts';
import { Turns } from './Turns.ts';

/** Lets one verified requester's question in, or throws the fault that says which limit it is over. */
export type Admit = (incoming: Incoming, requester: Pick<Requester, 'user' | 'agency'>) => Promise<void>;

/** Between identity and planning: the requester's turn, then the size of what is asked. A refused question has used its turn. */
export function admitWithin(limits: Limits, schema: GraphQLSchema): Admit {
  const turns = new Turns(limits.ratePerMinute);
  return async ({ body: { query, variables } }, { user, agency }) => {
    await turns.take(JSON.stringify([agency.id, user]));
    checkVariables(variables ?? {}, limits);
    if (typeof query === 'string') checkDocument({ query, variables: { ...asObject(variables) } }, limits, schema);
  };
}

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});
