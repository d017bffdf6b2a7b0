import { statSync } from 'node:fs';
import { databaseNamed } from '@accord/server/postgres/databaseNamed';
import { serveHub } from '@accord/server/serveHub';
import { type Logger, pino } from 'pino';
import { announceRunning } from '../runningHere.ts';
import type { Environment } from './numberOf.ts';
import { type ReadSettings, readHubSettings } from './readHubSettings.ts';
import { unknownSettings } from './settingNames.ts';

/** Runs the hub as the environment says until it is stopped. Throws a `StartFault` that names the setting at fault. */
export async function serve(env: Environment): Promise<void> {
  const log = pino();
  for (const setting of unknownSettings(env)) log.warn({ setting }, 'unknown setting; it has no effect');
  const read = await readHubSettings(env);
  await runUntilStopped(read, log).finally(() => read.ownDatabase?.stop());
}

async function runUntilStopped(
  { settings, keysFile, madeKeys, ownDatabase }: ReadSettings,
  log: Logger,
): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  log.info({ database: databaseNamed(settings.databaseUrl), keysFile }, 'starting the hub');
  // Two replicas that start for the first time together would each make keys of their own, and agencies would refuse one of
  // them.
  if (madeKeys && !ownDatabase)
    log.warn({ keysFile }, 'created this keys file: copy it to every other replica before that replica starts');
  // In a container, the group may be the hub's own, so only access by others counts.
  if ((statSync(keysFile).mode & 0o004) !== 0)
    log.warn(
      { keysFile },
      'everybody on this machine can read this keys file: restrict it to the user who runs the hub (chmod 600)',
    );
  const hub = await serveHub(settings, log);
  const forget = ownDatabase ? announceRunning({ url: hub.url, databaseUrl: settings.databaseUrl }) : () => undefined;
  console.log(`Accord listens on ${hub.url}`);
  await asked;
  forget();
  await hub.stop();
}
