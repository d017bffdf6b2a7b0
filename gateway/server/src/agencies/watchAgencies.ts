import type { Logger } from 'pino';
import type { Store } from '../store/Store.ts';
import { askOverHttp } from './askOverHttp.ts';
import { inspectAgency } from './inspectAgency.ts';

export type WatchParts = Readonly<{
  store: Pick<Store, 'agencies' | 'modules'>;
  clock: () => Date;
  log: Pick<Logger, 'warn' | 'error'>;
}>;

/** How often an agency that listens is looked at, about; how long a replica rests between looking around; time for one answer. */
const [everyMs, restMs, deadlineMs] = [5 * 60_000, 10_000, 5_000];

/**
 * Looks at every agency that listens, from time to time and one after the other: one that serves another contract than is on file
 * without having told is found so. It costs an agency one `GET /contract`, and no request waits for it. Replicas share the agencies
 * among them. Agencies that dial are looked at when they connect.
 */
export function watchAgencies(parts: WatchParts): Readonly<{ stop(): Promise<void> }> {
  let looking: Promise<void> = Promise.resolve();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const around = async (): Promise<void> => {
    try {
      while (!stopped && (await lookAtNext(parts)));
    } catch (err) {
      parts.log.error({ err }, 'the agencies could not be looked at');
    }
    rest();
  };
  const rest = (): void => {
    if (stopped) return;
    timer = setTimeout(
      () => {
        looking = around();
      },
      restMs * (0.5 + Math.random()),
    );
    timer.unref();
  };
  rest();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}

/** Looks at one agency that is due, and puts on file what it serves. @returns false where none is due. */
export async function lookAtNext({ store, clock, log }: WatchParts): Promise<boolean> {
  const agency = await store.agencies.nextToLookAt(everyMs);
  if (!agency) return false;
  const { revisions } = await store.modules.onFile();
  const found = await inspectAgency({ id: agency.id, ask: askOverHttp(agency), revisions, deadlineMs });
  // One that is away serves what it served; its next question shows that it is away.
  if (found.kind === 'AWAY') return true;
  await store.agencies.observe(agency, found, clock());
  if (found.kind === 'REFUSED' && agency.observed?.why !== found.why)
    log.warn({ agency: agency.id, why: found.why }, 'an agency does not serve what it agreed to');
  return true;
}
