import { hash } from 'node:crypto';
import type { Bearer } from './verifyToken.ts';

/** A verified token: whose it is, and the time in which to accept it without verifying it again, in milliseconds since 1970. */
type Known = Readonly<{ bearer: Bearer; from: number; until: number }>;

/**
 * For how long, in milliseconds. With the age of the provider's keys (`keysAgeMs`), it is short enough to refuse a removed key
 * within a minute.
 */
export const knownForMs = 30_000;
/** Most tokens to remember; the oldest is forgotten first. */
const tokensKept = 10_000;

/**
 * Remembers the bearers of tokens verified a moment ago, by a digest of the token: no token is kept. A token is never accepted
 * beyond its own expiry. What is read on each request (the agency's state, the purpose) is not part of this.
 */
export class KnownBearers {
  readonly #known = new Map<string, Known>();

  of(token: string, now: Date): Bearer | undefined {
    const known = this.#known.get(digestOf(token));
    const at = now.getTime();
    // A clock that was set back makes nothing younger.
    return known && known.from <= at && at < known.until ? known.bearer : undefined;
  }

  /** `expires`: the token's expiry, in seconds since 1970 (RFC 7519, 4.1.4). */
  note(token: string, bearer: Bearer, now: Date, expires: number): void {
    const digest = digestOf(token);
    const from = now.getTime();
    this.#known.delete(digest);
    this.#known.set(digest, { bearer, from, until: Math.min(from + knownForMs, expires * 1_000) });
    const oldest = this.#known.keys().next().value;
    if (this.#known.size > tokensKept && oldest !== undefined) this.#known.delete(oldest);
  }
}

const digestOf = (token: string): string => hash('sha256', token, 'base64');
