import { type HubSettings, serveHub } from '@accord/server/serveHub';
import type { Command } from 'commander';
import { pino } from 'pino';
import { readHubSettings } from './readHubSettings.ts';

/** `accord serve`: the hub alone, for a partnership of its own. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('run the hub; settings come from the environment (see the README)')
    .action(async () => {
      const { settings, stopDatabase } = await readHubSettings(process.env);
      await runUntilStopped(settings).finally(stopDatabase);
    });
}

async function runUntilStopped(settings: HubSettings): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  const hub = await serveHub(settings, pino());
  console.log(`Accord listens on ${hub.url}`);
  await asked;
  await hub.stop();
}
