import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { CallerFault } from '../CallerFault.ts';
import { inFigures } from './inFigures.ts';

/** A count that several processes of one hub have together (`processes/Siblings.ts`). */
export type SharedCount = Readonly<{
  /** Tells the others of one turn. */
  took(key: string): void;
  /** Calls `add` with the turns the others gave. */
  hear(add: (key: string, turns: number) => void): void;
}>;

/**
 * So many turns a minute for each key; the minute begins with the key's first turn.
 *
 * Counted in this process, and with the other processes of one hub where there are some: with n replicas somebody may have n times as many. That is enough to keep one requester from taking a
 * process from the others, and asks nothing of the database.
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

  /** Throws `RATE_LIMITED`, with the seconds to wait, where the key has had its turns. */
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
