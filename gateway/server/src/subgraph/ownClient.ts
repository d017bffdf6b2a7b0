import { CallerFault } from '../CallerFault.ts';
import type { RequestContext } from '../RequestContext.ts';
import type { Clients } from '../store/clients.ts';
import { type Action, assertMayDo } from './mayDo.ts';

/**
 * Throws where the requester may not do this to the client: `ROLE_REFUSED` or `PURPOSE_REFUSED` by who they are, before anything
 * is looked up; else `CLIENT_UNKNOWN` where their agency has no record of the client, a block keeps the client from them (`isKeptFrom`), or the
 * client is not they themself.
 *
 * @returns the client's id: another than was given where that file became part of this one's.
 */
export async function assertMayDoTo(
  client: string,
  action: Action,
  clients: Pick<Clients, 'agenciesOf' | 'survivorOf' | 'open'>,
  context: RequestContext,
): Promise<string> {
  const { requester } = context;
  assertMayDo(action, requester);
  const id = await clients.survivorOf(client);
  const own =
    requester.self === null
      ? (await clients.agenciesOf([id])).get(id)?.has(requester.agency.id)
      : id === requester.self;
  if (!own || (await isKeptFrom(id, clients, context))) throw new CallerFault('CLIENT_UNKNOWN');
  return id;
}

/**
 * Whether a block keeps all of a client from this very worker: to them nobody of that id is on file, and they put nothing there and end nothing.
 * Of a block against whoever works with somebody it is not so: what an agency closes for its own client must not hang on whom else it knows.
 */
export async function isKeptFrom(
  client: string,
  clients: Pick<Clients, 'open'>,
  { requester: { user } }: RequestContext,
): Promise<boolean> {
  const [opened] = await clients.open([client]);
  return (opened?.facts ?? []).some(
    ({ kind, endedAt, body: { users, categories, records } }) =>
      kind === 'BLOCK' && endedAt === null && !categories && !records && Array.isArray(users) && users.includes(user),
  );
}

/**
 * What a client's facts allow has changed in this very request; `epoch` is the one that the change left, where it is known. What was told
 * of them before rests on that one where nobody else's change came between; else the ledger refuses it.
 */
export function forget(client: string, { changed, book, disclosures }: RequestContext, epoch?: number): void {
  changed.add(client);
  book.forget(client, disclosures.tellOf(client) ? 'TOLD' : 'UNTOLD', epoch);
}
