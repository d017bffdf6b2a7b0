import { CallerFault } from '../CallerFault.ts';
import type { RequestContext } from '../RequestContext.ts';
import type { Clients } from '../store/clients.ts';
import { type Action, assertMayDo } from './mayDo.ts';

/**
 * Throws where the requester may not do this to the client: `ROLE_REFUSED` or `PURPOSE_REFUSED` by who they are, before anything
 * is looked up; else `CLIENT_UNKNOWN` where their agency has no record of the client, or the client is not they themself.
 */
export async function assertMayDoTo(
  client: string,
  action: Action,
  clients: Pick<Clients, 'agenciesOf'>,
  { requester }: RequestContext,
): Promise<void> {
  assertMayDo(action, requester);
  const own =
    requester.self === null
      ? (await clients.agenciesOf([client])).get(client)?.has(requester.agency.id)
      : client === requester.self;
  if (!own) throw new CallerFault('CLIENT_UNKNOWN');
}

/** What a client's facts allow has changed in this very request. */
export function forget(client: string, { changed, book }: RequestContext): void {
  changed.add(client);
  book.forget(client);
}
