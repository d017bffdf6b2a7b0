import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { lacksConnection, refusedWith, refusingWrites } from '../store/lacksConnection.ts';

/** Logs what went wrong at the hub; returns the reference under which it is found there, for whoever is told of it. */
export type LogFault = (error: unknown) => string;

/** Why every request fails, one like the other, until whoever runs the database has mended it: each of them is mended another way. */
type Outage = 'NO_CONNECTION' | (typeof refusingWrites)[number];

type Counted = { readonly reference: string; readonly timer: NodeJS.Timeout; further: number };

/**
 * Where the hub's faults are logged. During an outage of the database the first is logged whole and those that follow are counted, and told
 * once a minute: they have the first one's reference, so that each of them is found. Every other fault is logged whole.
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

  /** Tells what was counted and not yet told. */
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

  /** False where there was nothing to tell. */
  #tell(outage: Outage): boolean {
    const counted = this.#counted.get(outage);
    if (!counted || counted.further === 0) return false;
    const { reference, further } = counted;
    this.#log.error({ reference, further }, 'further requests failed for the reason logged under this reference');
    counted.further = 0;
    return true;
  }

  /** The next one is logged whole again. */
  #forget(outage: Outage): void {
    clearInterval(this.#counted.get(outage)?.timer);
    this.#counted.delete(outage);
  }
}

function outageOf(error: unknown): Outage | undefined {
  if (lacksConnection(error)) return 'NO_CONNECTION';
  return refusingWrites.find((code) => refusedWith(error, [code]));
}
