import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { CallerFault } from '../CallerFault.ts';
import { inFigures } from './inFigures.ts';

/** A count shared by the processes of one hub (`processes/Siblings.ts`). */
export type SharedCount = Readonly<{
  /** Tells the other processes of one turn. */
  took(key: string): void;
  /** Calls `add` with turns that other processes gave. */
  hear(add: (key: string, turns: number) => void): void;
}>;

/**
 * A limit on turns a minute for each key; a minute begins with the key's first turn.
 *
 * Turns are counted in this process and, if there are several, together with the hub's other processes. With n replicas somebody
 * may have n times as many. That is enough to stop one requester from taking a process away from the others, and asks nothing of
 * the database.
 */
export class Turns {
  readonly #most: number;
  readonly #limiter: RateLimiterMemory;
  readonly #shared: SharedCount | undefined;

  constructor(perMinute: number, shared?: SharedCount) {
    this.#most = perMinute;
    this.#shared = shared;
    this.#limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
    shared?.hear((key, turns) => void this.#limiter.penalty(key, turns));
  }

  /** Takes a turn. Throws `RATE_LIMITED`, with the seconds to wait, if the key has used up its turns. */
  async take(key: string): Promise<void> {
    try {
      await this.#limiter.consume(key);
      this.#shared?.took(key);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1_000));
      throw new CallerFault(
        'RATE_LIMITED',
        `The limit is ${inFigures(this.#most)} a minute. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
        seconds,
      );
    }
  }
}
