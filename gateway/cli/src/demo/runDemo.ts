import { StartFault } from '@accord/server/postgres/StartFault';
import { demoFolderHere, readSecrets } from './DemoFolder.ts';
import { greeting } from './greeting.ts';
import { progressTo } from './Progress.ts';
import { type DemoSettings, startDemo } from './startDemo.ts';

/** Starts a demonstration, greets whoever started it, and stops it on request. */
export async function runDemo(settings: DemoSettings): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  console.log('Starting Accord');
  const demo = await startDemo(
    settings,
    progressTo((text) => process.stdout.write(text)),
  );
  const secrets = readSecrets(demoFolderHere());
  if (secrets) console.log(await greeting(demo.url, secrets.issuer, new Date()));
  const died = await Promise.race([asked, demo.ended]);
  console.log('\nStopping …');
  await demo.stop();
  if (died) throw new StartFault(`PostgreSQL stopped unexpectedly: ${died}`);
  console.log('Stopped. The data are kept.');
  process.exit(0);
}
