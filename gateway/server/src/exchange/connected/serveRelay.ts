import { takesHeader } from '@accord/contract/bundle';
import { dialsIn } from '@accord/contract/dialsIn';
import { bodyHash, readPermit, signingKey } from '@accord/contract/permit';
import { exchangeKeyOf, partsOfPermit, readKeyNote, readPermitUnder } from '@accord/contract/permitKey';
import { readWriteOrder } from '@accord/contract/writeOrder';
import type { FastifyInstance } from 'fastify';
import type { CryptoKey } from 'jose';
import { CallerFault } from '../../CallerFault.ts';
import type { HubKeys } from '../../keys.ts';
import type { Outgoing } from '../Transport.ts';
import type { Connections } from './Connections.ts';
import { relayPath, relaySealsUnder } from './relaySeal.ts';
import { outcomeHeader, statusHeader } from './relayTransport.ts';

/** Largest message in bytes: as much as an agency accepts, its permit, and what JSON adds to them. */
const messageBytes = 10 * 1024 * 1024;

/**
 * The door for other replicas. It passes their messages on to an agency connected here (`connections`: to this process or this
 * hub's others on this machine), and never to a third replica.
 *
 * Nothing passes that could not reach the agency anyway: a message carries a seal of the replicas, judged before the message is
 * read, and a permit that this hub signed for exactly this agency and body.
 */
export async function serveRelay(
  http: FastifyInstance,
  { keys, clock, connections }: Readonly<{ keys: HubKeys; clock: () => Date; connections: Pick<Connections, 'send'> }>,
): Promise<void> {
  const seals = relaySealsUnder(keys.secret);
  // While the signing key is being replaced, another replica may sign with a different key: this one's next or its previous.
  const ownKeys = await Promise.all(keys.ownJwks.map(signingKey));
  const own = exchangeKeyOf(keys.secret);
  const digests = new WeakMap<object, string>();

  const readUnder = async (
    key: CryptoKey,
    { agency, path, body, permit: token }: Outgoing,
    now: Date,
  ): Promise<unknown> => {
    if (path === '/writes') return readWriteOrder(token, { agency, body, key, now });
    const parts = partsOfPermit(token);
    if (!parts) return readPermit(token, { agency, body, key, now });
    const shared = readKeyNote(parts.note, own, { side: 'HUB', agency, key, now });
    if (shared === 'OTHER_KEY') throw new Error('The key note is for another hub.');
    return readPermitUnder(shared, parts.permit, { agency, body, now });
  };
  const isOwn = async (outgoing: Outgoing, now: Date): Promise<boolean> => {
    for (const key of ownKeys) {
      const isItsOwn = await readUnder(key, outgoing, now).then(
        () => true,
        () => false,
      );
      if (isItsOwn) return true;
    }
    return false;
  };

  http.post<{ Params: { agency: string } }>(
    relayPath,
    {
      bodyLimit: messageBytes,
      onRequest: async (request) => {
        const token = request.headers.authorization?.replace(/^Bearer /i, '') ?? '';
        const digest = await seals.read(token, request.params.agency, clock()).catch(() => undefined);
        if (digest === undefined) throw new CallerFault('TOKEN_REFUSED');
        digests.set(request, digest);
      },
    },
    async (request, reply) => {
      const message = String(request.body);
      const { agency } = request.params;
      if (bodyHash(message) !== digests.get(request)) throw new CallerFault('TOKEN_REFUSED');
      const outgoing = parseMessage(agency, message);
      if (!outgoing) throw new CallerFault('ARGUMENT_REFUSED');
      if (!(await isOwn(outgoing, clock()))) throw new CallerFault('TOKEN_REFUSED');
      const incoming = await connections.send(outgoing);
      reply.header(outcomeHeader, incoming?.kind ?? 'NOT_TAKEN').type('application/json');
      if (incoming?.kind !== 'ANSWERED') return '';
      if (incoming.takes !== undefined) reply.header(takesHeader, incoming.takes);
      return reply.header(statusHeader, incoming.status).send(incoming.body);
    },
  );
}

function parseMessage(agency: string, text: string): Outgoing | undefined {
  const { path, permit, deadlineMs, body }: Readonly<Record<string, unknown>> = JSON.parse(text);
  if (path !== '/graphql' && path !== '/linkage/encode' && path !== '/writes') return undefined;
  if (typeof permit !== 'string' || typeof body !== 'string' || typeof deadlineMs !== 'number') return undefined;
  return { agency, url: dialsIn, path, permit, body, deadlineMs };
}
