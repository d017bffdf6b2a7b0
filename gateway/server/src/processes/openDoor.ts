import { withoutSchemas } from '@accord/contract/withoutSchemas';
import fastify from 'fastify';
import type { LogFault } from '../answer/FaultLog.ts';
import { faultAnswer } from '../answer/faultAnswer.ts';
import type { Connections } from '../exchange/connected/Connections.ts';
import { serveRelay } from '../exchange/connected/serveRelay.ts';
import { sendJson, takeJson } from '../http/json.ts';
import type { HubKeys } from '../keys.ts';

export type DoorParts = Readonly<{ keys: HubKeys; clock: () => Date; connections: Connections; logFault: LogFault }>;

/** One process's door for the others on this machine. */
export type Door = Readonly<{ url: string; close(): Promise<void> }>;

/**
 * Opens a door on 127.0.0.1 through which the other processes of this hub reach the agencies connected to this one. It is a replica's door
 * (`serveRelay`), with the same seals and permits, and nothing else. What comes through it is not passed on to a third process.
 */
export async function openDoor(parts: DoorParts): Promise<Door> {
  const http = fastify({ logger: false, schemaController: withoutSchemas, forceCloseConnections: 'idle' });
  takeJson(http);
  http.setErrorHandler((error, _request, reply) => sendJson(reply, faultAnswer(error, parts.logFault)));
  await serveRelay(http, parts);
  // A port of its own: `exclusive` keeps the cluster from sharing it as it shares the public address.
  const url = await http.listen({ host: '127.0.0.1', port: 0, exclusive: true });
  return { url, close: () => http.close() };
}
