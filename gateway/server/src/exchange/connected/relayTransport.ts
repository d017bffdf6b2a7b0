import { takesHeader } from '@accord/contract/bundle';
import { Agent } from 'undici';
import { post } from '../post.ts';
import { answered, type Incoming, type Outgoing } from '../Transport.ts';
import { type RelaySeals, relayPath } from './relaySeal.ts';

export type RelayParts = Readonly<{
  /** Addresses of the replicas that hold a connection of the agency. */
  replicasOf: (agency: string) => Promise<readonly string[]>;
  seals: RelaySeals;
  clock: () => Date;
  maxAnswerBytes: number;
  /** This replica's own address, which it need not ask. */
  replicaUrl: string | null;
}>;

/** The way through other replicas; undefined if none of them accepted the message. */
export type Relay = Readonly<{ send(outgoing: Outgoing): Promise<Incoming | undefined>; close(): Promise<void> }>;

/** Headers in which a replica reports what came of a message; the body is the answer itself. */
export const [outcomeHeader, statusHeader] = ['accord-outcome', 'accord-status'];

/** Most connections to another replica. */
const connections = 32;

/**
 * The way to agencies that are connected to another replica, which passes the message on. A replica that has lost the connection
 * says that it did not pass the message on, and the next one is asked.
 */
export function relayTransport({ replicasOf, seals, clock, maxAnswerBytes, replicaUrl }: RelayParts): Relay {
  const dispatcher = new Agent({ connections, pipelining: 1, connect: { timeout: 1_000 } });
  const through = async (replica: string, outgoing: Outgoing, deadlineMs: number): Promise<Incoming | undefined> => {
    const { agency, path, body, permit } = outgoing;
    const message = JSON.stringify({ path, permit, deadlineMs, body });
    const came = await post({
      url: `${replica.replace(/\/$/, '')}${relayPath.replace(':agency', encodeURIComponent(agency))}`,
      headers: { authorization: `Bearer ${await seals.seal(agency, message, clock())}` },
      ...{ body: message, deadlineMs, maxAnswerBytes, dispatcher },
    });
    if (came.kind === 'UNREACHABLE') return undefined;
    if (came.kind !== 'ANSWERED') return came;
    const outcome = came.headers[outcomeHeader];
    if (outcome === 'ANSWERED')
      return answered(Number(came.headers[statusHeader]), came.body, came.headers[takesHeader]);
    return outcome === 'TIMED_OUT' || outcome === 'TOO_LARGE' || outcome === 'UNREACHABLE'
      ? { kind: outcome }
      : undefined;
  };
  return {
    async send(outgoing) {
      const until = performance.now() + outgoing.deadlineMs;
      const replicas = await replicasOf(outgoing.agency).catch(() => []);
      for (const replica of replicas) {
        const leftMs = Math.floor(until - performance.now());
        if (replica === replicaUrl || leftMs < 1) continue;
        const came = await through(replica, outgoing, leftMs);
        if (came) return came;
      }
      return undefined;
    },
    close: () => dispatcher.close(),
  };
}
