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

/** Bytes of one message: as much as an agency takes, its permit, and what JSON makes of them. */
const messageBytes = 10 * 1024 * 1024;

/**
 * The door for other replicas: what they send for an agency that is connected here goes on to it, and to no third replica: `connections` are those held here, or by this hub's other processes on this machine.
 *
 * Nothing passes that would not reach the agency anyway: the message comes under a seal of the replicas, judged before it is read,
 * and holds a permit that this hub signed for exactly this agency and body.
 */
export async function serveRelay(
  http: FastifyInstance,
  { keys, clock, connections }: Readonly<{ keys: HubKeys; clock: () => Date; connections: Pick<Connections, 'send'> }>,
): Promise<void> {
  const seals = relaySealsUnder(keys.secret);
  // While the key that signs is replaced, another replica has another one: this one's next, or the one of before.
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
