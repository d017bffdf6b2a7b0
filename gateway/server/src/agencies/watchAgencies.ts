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
  /** What is needed to try a permit; if left out, none is tried. */
  knock?: Readonly<{ transport: Pick<Transport, 'send'>; signPermit: SignPermit }>;
}>;

/** What this process knows of the agencies that it checked, by their ids. */
export type Looked = Readonly<{
  /** When the agency last accepted a permit. */
  tookAt: Map<string, Date>;
  /** What was last logged about it. */
  told: Map<string, string>;
}>;

export const nothingLooked = (): Looked => ({ tookAt: new Map(), told: new Map() });

/** Roughly how often to check an agency that listens, how long a replica rests between rounds, and how long one answer may take. */
const [everyMs, restMs, deadlineMs] = [5 * 60_000, 10_000, 5_000];
/** How long not to try another permit after one was accepted: the agency writes down each. */
const knockMs = 60 * 60_000;

/**
 * Checks every agency that listens, from time to time and one after the other. This finds agencies that have changed their
 * contract without saying so, and those that refuse this hub's permits. It costs an agency one `GET /contract` and now and then a
 * query about nobody, and no request waits for it. Replicas share the agencies among them. Agencies that dial are checked when
 * they connect.
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

/**
 * Checks one agency that is due, and puts on file what it serves; logs once what is wrong.
 *
 * @returns false if none is due.
 */
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
  // An agency that is away counts as serving what it served last; the next request to it shows that it is away.
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
