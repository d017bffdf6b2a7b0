import fastify from 'fastify';
import type { LogFault } from '../answer/FaultLog.ts';
import { faultAnswer } from '../answer/faultAnswer.ts';
import type { Connections } from '../exchange/connected/Connections.ts';
import { serveRelay } from '../exchange/connected/serveRelay.ts';
import { sendJson, takeJson } from '../http/json.ts';
import type { HubKeys } from '../keys.ts';

export type DoorParts = Readonly<{ keys: HubKeys; clock: () => Date; connections: Connections; logFault: LogFault }>;

/** A door of one process for the others, on this machine. */
export type Door = Readonly<{ url: string; close(): Promise<void> }>;

/**
 * Opens a door on 127.0.0.1 by which the other processes of this hub ask the agencies that are connected to this one: a replica's
 * own door (`serveRelay`), under the same seals and permits, and nothing else. What comes through it goes on to no third process.
 */
export async function openDoor(parts: DoorParts): Promise<Door> {
  const http = fastify({ logger: false, forceCloseConnections: 'idle' });
  takeJson(http);
  http.setErrorHandler((error, _request, reply) => sendJson(reply, faultAnswer(error, parts.logFault)));
  await serveRelay(http, parts);
  // Its own, where the address that all of them listen at is shared.
  const url = await http.listen({ host: '127.0.0.1', port: 0, exclusive: true });
  return { url, close: () => http.close() };
}
