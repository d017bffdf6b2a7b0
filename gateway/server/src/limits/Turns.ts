import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { CallerFault } from '../CallerFault.ts';
import { inFigures } from './inFigures.ts';

/**
 * So many turns a minute for each key; the minute begins with the key's first turn.
 *
 * Counted in this process: with n replicas somebody may have n times as many. That is enough to keep one requester from taking a
 * process from the others, and asks nothing of the database.
 */
export class Turns {
  readonly #most: number;
  readonly #limiter: RateLimiterMemory;

  constructor(perMinute: number) {
    this.#most = perMinute;
    this.#limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  }

  /** Throws `RATE_LIMITED`, with the seconds to wait, where the key has had its turns. */
  async take(key: string): Promise<void> {
    try {
      await this.#limiter.consume(key);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1_000));
      throw new CallerFault(
        'RATE_LIMITED',
        `At most ${inFigures(this.#most)} a minute are answered. Ask again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
        seconds,
      );
    }
  }
}
