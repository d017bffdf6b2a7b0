import { BadInput } from '@accord/consent/BadInput';
import type { Profile } from '@accord/consent/Profile';
import { CallerFault } from '../CallerFault.ts';
import { factsOf } from '../release/factsOf.ts';
import type { OpenedClient } from '../store/clients.ts';

/** What is to be put on file about one person. */
type Said = Readonly<{ client: string; consents?: OpenedClient['consents']; facts?: OpenedClient['facts'] }>;

/**
 * Throws `ARGUMENT_REFUSED` if the rules could not read this, and names the place. On file it would close everything about the
 * person to everybody, emergency access included (`factsOf`). A consent would do so for good, because no row is ever deleted.
 */
export function assertReadable({ client, consents = [], facts = [] }: Said, profile: Profile, now: Date): void {
  const unreadable = (_: OpenedClient, error: unknown): never => {
    if (!(error instanceof BadInput)) throw error;
    throw new CallerFault('ARGUMENT_REFUSED', `Once recorded, it could not be read: ${error.message}`);
  };
  factsOf(
    { asked: client, id: client, epoch: 0, records: [], consents, facts, glass: [] },
    { profile, now, unreadable },
  );
}
