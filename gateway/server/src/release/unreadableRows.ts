import type { OpenedClient } from '../store/clients.ts';
import { factsOf, type Reading } from './factsOf.ts';

/** Ids of the consents and facts of a client, each of which the rules cannot read by itself: for whoever has to mend what is on file. */
export function unreadableRows(client: OpenedClient, reading: Pick<Reading, 'profile' | 'now'>): readonly string[] {
  const isUnread = (only: Pick<OpenedClient, 'consents' | 'facts'>): boolean =>
    factsOf({ ...client, ...only }, { ...reading, unreadable: () => {} }) === undefined;
  const consents = client.consents.filter((consent) => isUnread({ consents: [consent], facts: [] }));
  const facts = client.facts.filter((fact) => isUnread({ consents: [], facts: [fact] }));
  return [...consents, ...facts].map(({ id }) => id);
}
