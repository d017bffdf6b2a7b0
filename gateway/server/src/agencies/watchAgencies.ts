import type { Logger } from 'pino';
import type { SignPermit } from '../exchange/signPermit.ts';
import type { Transport } from '../exchange/Transport.ts';
import type { Store } from '../store/Store.ts';
import { askOverHttp } from './askOverHttp.ts';
import { inspectAgency } from './inspectAgency.ts';

export type WatchParts = Readonly<{
  store: Pick<Store, 'agencies' | 'modules'>;
  clock: () => Date;
  log: Pick<Logger, 'warn' | 'error'>;
  /** With what to try a permit; left out, none is tried. */
  knock?: Readonly<{ transport: Pick<Transport, 'send'>; signPermit: SignPermit }>;
}>;

/** What this process knows of the agencies that it looked at, by their ids. */
export type Looked = Readonly<{
  /** When the agency last took a permit. */
  tookAt: Map<string, Date>;
  /** What the log was told of it. */
  told: Map<string, string>;
}>;

export const nothingLooked = (): Looked => ({ tookAt: new Map(), told: new Map() });

/** How often an agency that listens is looked at, about; how long a replica rests between looking around; time for one answer. */
const [everyMs, restMs, deadlineMs] = [5 * 60_000, 10_000, 5_000];
/** An agency that took a permit is not tried again for so long: it writes down each. */
const knockMs = 60 * 60_000;

/**
 * Looks at every agency that listens, from time to time and one after the other: one that serves another contract than is on file
 * without having told is found so, and one that refuses this hub's permits. It costs an agency one `GET /contract`, now and then a
 * question about nobody, and no request waits for it. Replicas share the agencies
 * among them. Agencies that dial are looked at when they connect.
 */
export function watchAgencies(parts: WatchParts): Readonly<{ stop(): Promise<void> }> {
  let looking: Promise<void> = Promise.resolve();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const looked = nothingLooked();
  const around = async (): Promise<void> => {
    try {
      while (!stopped && (await lookAtNext(parts, looked)));
    } catch (err) {
      parts.log.error({ err }, 'the agencies could not be checked');
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

/** Looks at one agency that is due, and puts on file what it serves; the log is told once what is wrong. @returns false where none is due. */
export async function lookAtNext({ store, clock, log, knock }: WatchParts, looked = nothingLooked()): Promise<boolean> {
  const agency = await store.agencies.nextToLookAt(everyMs);
  if (!agency) return false;
  const { revisions } = await store.modules.onFile();
  const now = clock();
  const tries = knock && now.getTime() - (looked.tookAt.get(agency.id)?.getTime() ?? 0) > knockMs;
  const found = await inspectAgency({
    ...{ id: agency.id, ask: askOverHttp(agency, knock?.transport), revisions, deadlineMs },
    ...(tries && { knock: { signPermit: knock.signPermit, now } }),
  });
  // One that is away serves what it served; its next question shows that it is away.
  if (found.kind === 'AWAY') return true;
  await store.agencies.observe(agency, found, clock());
  if (found.kind === 'FIT') {
    if (found.knocked) looked.tookAt.set(agency.id, now);
    looked.told.delete(agency.id);
  } else if (looked.told.get(agency.id) !== found.why) {
    looked.told.set(agency.id, found.why);
    log.warn({ agency: agency.id, why: found.why }, 'an agency cannot take part in its current state');
  }
  return true;
}
