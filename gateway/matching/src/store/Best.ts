/** A stored filter that is like the one asked for. */
export type Match = Readonly<{
  slot: number;
  dice: number;
  /** The number stored with the filter. */
  extra: number;
}>;

/**
 * The best matches so far, at most `limit` of them, and the threshold that a further one must reach: once there are
 * enough, the worst of them sets it, so that the scan passes over more.
 */
export class Best {
  threshold: number;
  readonly #limit: number;
  #found: Match[] = [];

  constructor(threshold: number, limit: number) {
    this.threshold = threshold;
    this.#limit = limit;
  }

  add(match: Match): void {
    if (match.dice < this.threshold) return;
    this.#found.push(match);
    if (this.#found.length >= 2 * this.#limit + 64) this.#cut();
  }

  /** Best first; those alike by slot. */
  sorted(): readonly Match[] {
    this.#cut();
    return this.#found;
  }

  #cut(): void {
    this.#found.sort((a, b) => b.dice - a.dice || a.slot - b.slot);
    this.#found.length = Math.min(this.#found.length, this.#limit);
    // One as good as the worst may still come in by a lower slot: the threshold never goes above it.
    const worst = this.#found[this.#limit - 1];
    if (worst !== undefined) this.threshold = worst.dice;
  }
}
