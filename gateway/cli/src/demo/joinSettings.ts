import { StartFault } from '@accord/server/postgres/StartFault';
import { runningHere } from '../runningHere.ts';
import { demoFolder, readSecrets } from './DemoFolder.ts';

/**
 * The settings that a partnership gives an agency that joins: where the hub is, its public key, and the linkage secret.
 *
 * These belong to the demonstration in this folder or above it, whose people are invented. In a real partnership the agencies
 * pass the linkage secret among themselves, and the hub never has it. Throws a `StartFault` if no demonstration was made, or
 * none is running.
 */
export function joinSettings(): string {
  const secrets = readSecrets(demoFolder());
  const running = runningHere();
  if (!secrets || !running)
    throw new StartFault('No demonstration is running from this folder or one above it. Start one with "npm start".');
  const { d: _private, ...hubKey } = secrets.hub.permit;
  return [
    `ACCORD_HUB_URL=${running.url}`,
    `ACCORD_HUB_KEY='${JSON.stringify(hubKey)}'`,
    `ACCORD_LINKAGE_SECRET=${secrets.linkageSecret}`,
  ].join('\n');
}
