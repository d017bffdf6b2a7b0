import { databaseNamed } from '@accord/server/postgres/databaseNamed';
import { serveHub } from '@accord/server/serveHub';
import type { Command } from 'commander';
import { type Logger, pino } from 'pino';
import { announceRunning } from '../runningHere.ts';
import { type ReadSettings, readHubSettings } from './readHubSettings.ts';
import { unknownSettings } from './settingNames.ts';

/** `accord serve`: the hub alone, for a partnership of its own. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('run the hub; settings come from the environment (see the README)')
    .action(async () => {
      const log = pino();
      for (const setting of unknownSettings(process.env))
        log.warn({ setting }, 'there is no such setting; it changes nothing');
      const read = await readHubSettings(process.env);
      await runUntilStopped(read, log).finally(() => read.ownDatabase?.stop());
    });
}

async function runUntilStopped({ settings, keysFile, ownDatabase }: ReadSettings, log: Logger): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  log.info({ database: databaseNamed(settings.databaseUrl), keysFile }, 'the hub starts');
  const hub = await serveHub(settings, log);
  const forget = ownDatabase ? announceRunning({ url: hub.url, databaseUrl: settings.databaseUrl }) : () => undefined;
  console.log(`Accord listens on ${hub.url}`);
  await asked;
  forget();
  await hub.stop();
}
