import { destination, type Logger, pino } from 'pino';
import { StartFault } from '../postgres/StartFault.ts';
import { type HubSettings, openHub, type RunningHub } from '../serveHub.ts';
import { Siblings } from './Siblings.ts';
import type { WordDown, WordUp } from './Word.ts';

// One process of a hub. `serveProcesses` starts it, sends it its settings, and stops it.

const say = (word: WordUp): void => {
  // The first process may have gone; then this one is about to end as well.
  if (process.connected) process.send?.(word, () => undefined);
};
const siblings = new Siblings({ say });
let isStopping = false;
let serving: Promise<Readonly<{ hub: RunningHub; log: Logger }>> | undefined;

process.on('message', (word: WordDown) => {
  if (word.kind === 'SERVE') serving = serve(word.settings);
  else if (word.kind === 'STOP') void stop();
  else siblings.hear(word);
});
// Ctrl-C reaches the whole process group; the first process says when to stop.
process.on('SIGINT', () => undefined);
process.once('SIGTERM', () => void stop());
say({ kind: 'STARTED' });

async function serve(settings: HubSettings): Promise<Readonly<{ hub: RunningHub; log: Logger }>> {
  const log = settings.logFile ? pino(destination({ dest: settings.logFile, sync: false })) : pino();
  try {
    const hub = await openHub(settings, log, siblings);
    say({ kind: 'LISTENS', url: hub.url, door: hub.door ?? '' });
    return { hub, log };
  } catch (error) {
    if (!(error instanceof StartFault)) log.error({ err: error }, 'a hub process could not start');
    say({ kind: 'FAILED', sentence: error instanceof StartFault ? error.message : null });
    return end(log, 1);
  }
}

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  if (!serving) process.exit(0);
  const { hub, log } = await serving;
  await hub.stop().catch((err: unknown) => log.error({ err }, 'a hub process did not stop cleanly'));
  siblings.close();
  await end(log, 0);
}

/** Ends the process once its log and messages are flushed. */
function end(log: Logger, code: number): Promise<never> {
  return new Promise(() => {
    log.flush(() => setImmediate(() => process.exit(code)));
  });
}
