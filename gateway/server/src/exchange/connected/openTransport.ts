import { dialsIn } from '@accord/contract/dialsIn';
import { inspectAgency } from '../../agencies/inspectAgency.ts';
import type { HubKeys } from '../../keys.ts';
import type { Siblings } from '../../processes/Siblings.ts';
import type { Store } from '../../store/Store.ts';
import type { CompressAgencies } from '../acceptFrom.ts';
import { httpTransport } from '../httpTransport.ts';
import { signPermitsWith } from '../signPermit.ts';
import type { Transport } from '../Transport.ts';
import { askOverConnection } from './askOverConnection.ts';
import { Connections, type ConnectionsParts } from './Connections.ts';
import { relaySealsUnder } from './relaySeal.ts';
import { type Relay, relayTransport } from './relayTransport.ts';

export type TransportParts = Omit<ConnectionsParts, 'limits' | 'inspect' | 'store' | 'siblings'> &
  Readonly<{
    store: Pick<Store, 'agencies' | 'connections' | 'modules'>;
    keys: Pick<HubKeys, 'secret' | 'permit' | 'kid'>;
    /** The other processes of this hub on this machine, if there are any. */
    siblings?: Siblings;
    /** Most connections to an agency that listens. */
    connectionsPerAgency: number;
    /** Bytes of one answer, unpacked. */
    maxAnswerBytes: number;
    /**
     * Which agencies are asked for compressed answers; none if left out. Behind a proxy the hub cannot see where an agency dials
     * from, so `auto` includes all that dial.
     */
    compress?: CompressAgencies;
    /** How often to ping an agency that dialled, in milliseconds; five seconds if left out. */
    pingMs?: number;
  }>;

/** How long a newly connected agency has for each of the two inspection requests before it is accepted. */
const inspectionMs = 10_000;

/** The ways to reach agencies, whether they listen or dial. */
export type OpenTransport = Readonly<{
  transport: Transport;
  connections: Connections;
  /** Sends to an agency connected to this process or another one of this hub on this machine; undefined if none holds a connection. */
  sendFromHere: Relay['send'];
}>;

/** Uses HTTP for agencies that listen at an address, and for those that dial the connections they opened, to this replica or another. */
export function openTransport({
  connectionsPerAgency,
  maxAnswerBytes,
  compress = 'no',
  pingMs = 5_000,
  ...parts
}: TransportParts): OpenTransport {
  const direct = httpTransport({ connectionsPerAgency, maxAnswerBytes, compress });
  const { store, clock, keys, replicaUrl } = parts;
  const relaying = { clock, seals: relaySealsUnder(keys.secret), maxAnswerBytes, replicaUrl };
  const relay = relayTransport({ ...relaying, replicasOf: store.connections.replicasOf });
  const { siblings } = parts;
  const beside = siblings && relayTransport({ ...relaying, replicasOf: async (agency) => siblings.doorsTo(agency) });
  const signPermit = signPermitsWith(keys.permit, keys.kid);
  const inspect: ConnectionsParts['inspect'] = async ({ id }, connection) =>
    inspectAgency({
      ...{ id, ask: askOverConnection(id, connection), deadlineMs: inspectionMs },
      revisions: (await store.modules.onFile()).revisions,
      knock: { signPermit, now: clock() },
    });
  const limits = { maxAnswerBytes, pingMs, compress: compress !== 'no' };
  const connections = new Connections({ ...parts, inspect, limits });
  const sendFromHere: Relay['send'] = async (outgoing) =>
    (await connections.send(outgoing)) ?? (await beside?.send(outgoing));
  const sendToDialled: Transport['send'] = async (outgoing) =>
    (await sendFromHere(outgoing)) ?? (await relay.send(outgoing)) ?? { kind: 'UNREACHABLE' };
  return {
    connections,
    sendFromHere,
    transport: {
      send: (outgoing) => (outgoing.url === dialsIn ? sendToDialled(outgoing) : direct.send(outgoing)),
      close: async () => {
        await connections.close();
        await relay.close();
        await beside?.close();
        await direct.close();
      },
    },
  };
}
