import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { lacksConnection, refusedWith, refusingWrites } from '../store/lacksConnection.ts';

/** Logs a fault of the hub, and returns the reference that finds it in the log, to be given to the caller. */
export type LogFault = (error: unknown) => string;

/**
 * Reasons why every request fails in the same way until the operator repairs the database. Each needs a different repair, so each is
 * counted apart.
 */
type Outage = 'NO_CONNECTION' | (typeof refusingWrites)[number];

type Counted = { readonly reference: string; readonly timer: NodeJS.Timeout; further: number };

/**
 * The log of the hub's faults. In an outage of the database the first fault is logged whole; later ones share its reference and are
 * counted, with the count logged once a minute. Every other fault is logged whole.
 */
export class FaultLog {
  readonly #log: Pick<Logger, 'error'>;
  readonly #tellEveryMs: number;
  readonly #counted = new Map<Outage, Counted>();

  constructor(log: Pick<Logger, 'error'>, tellEveryMs = 60_000) {
    this.#log = log;
    this.#tellEveryMs = tellEveryMs;
  }

  readonly logFault: LogFault = (error) => {
    const outage = outageOf(error);
    const counted = outage && this.#counted.get(outage);
    if (counted) {
      counted.further += 1;
      return counted.reference;
    }
    const reference = randomUUID();
    this.#log.error({ reference, err: error }, 'hub fault');
    if (outage) this.#count(outage, reference);
    return reference;
  };

  /** Logs the counts that have not been logged yet. */
  end(): void {
    for (const outage of this.#counted.keys()) {
      this.#tell(outage);
      this.#forget(outage);
    }
  }

  #count(outage: Outage, reference: string): void {
    const timer = setInterval(() => {
      if (!this.#tell(outage)) this.#forget(outage);
    }, this.#tellEveryMs);
    timer.unref();
    this.#counted.set(outage, { reference, timer, further: 0 });
  }

  /** Logs the count; false where there was nothing to log. */
  #tell(outage: Outage): boolean {
    const counted = this.#counted.get(outage);
    if (!counted || counted.further === 0) return false;
    const { reference, further } = counted;
    this.#log.error({ reference, further }, 'further requests failed for the reason logged under this reference');
    counted.further = 0;
    return true;
  }

  /** Ends the count, so that the next fault of this kind is logged whole again. */
  #forget(outage: Outage): void {
    clearInterval(this.#counted.get(outage)?.timer);
    this.#counted.delete(outage);
  }
}

function outageOf(error: unknown): Outage | undefined {
  if (lacksConnection(error)) return 'NO_CONNECTION';
  return refusingWrites.find((code) => refusedWith(error, [code]));
}
