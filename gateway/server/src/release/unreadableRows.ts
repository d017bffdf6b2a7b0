import type { OpenedClient } from '../store/clients.ts';
import { factsOf, type Reading } from './factsOf.ts';

/** Returns the ids of a client's consents and facts that the rules cannot read, each tried alone, for whoever has to mend the file. */
export function unreadableRows(client: OpenedClient, reading: Pick<Reading, 'profile' | 'now'>): readonly string[] {
  const isUnread = (only: Pick<OpenedClient, 'consents' | 'facts'>): boolean =>
    factsOf({ ...client, ...only }, { ...reading, unreadable: () => {} }) === undefined;
  const consents = client.consents.filter((consent) => isUnread({ consents: [consent], facts: [] }));
  const facts = client.facts.filter((fact) => isUnread({ consents: [], facts: [fact] }));
  return [...consents, ...facts].map(({ id }) => id);
}
