import { CallerFault } from '../CallerFault.ts';
import type { RequestContext } from '../RequestContext.ts';
import type { Clients } from '../store/clients.ts';
import { type Action, assertMayDo } from './mayDo.ts';

/**
 * Throws if the requester may not do this to the client: `ROLE_REFUSED` or `PURPOSE_REFUSED` by who they are, before anything is
 * looked up; then `CLIENT_UNKNOWN` if their agency has no record of the client, a block keeps the client from them
 * (`isKeptFrom`), or the requester is a client and this is not their own file.
 *
 * @returns the client's id: a different one from that given if the file was merged into another.
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
 * Whether a block keeps all of a client from this very worker. To such a worker nobody with that id is on file, and they can
 * neither put anything on file there nor end it. A block against people whom an agency works with does not count: what an agency
 * can close for its own client must not depend on whom else it knows.
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
 * Notes that this very request has changed what a client's facts allow; `epoch` is the one that the change left, if known. What
 * was disclosed of them before counts under that epoch if nobody else's change came between; otherwise the ledger refuses it.
 */
export function forget(client: string, { changed, book, disclosures }: RequestContext, epoch?: number): void {
  changed.add(client);
  book.forget(client, disclosures.tellOf(client) ? 'TOLD' : 'UNTOLD', epoch);
}
