/** A stored filter that resembles the query. */
export type Match = Readonly<{
  slot: number;
  dice: number;
  /** The number stored with the filter. */
  extra: number;
}>;

/**
 * The best matches so far, at most `limit` of them, and the threshold that the next one must reach. Once there are enough, the
 * worst of them sets the threshold, so that the scan can skip more.
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

  /** Best first; equally good ones by slot. */
  sorted(): readonly Match[] {
    this.#cut();
    return this.#found;
  }

  #cut(): void {
    this.#found.sort((a, b) => b.dice - a.dice || a.slot - b.slot);
    this.#found.length = Math.min(this.#found.length, this.#limit);
    // One as good as the worst may still qualify by a lower slot, so the threshold never goes above the worst.
    const worst = this.#found[this.#limit - 1];
    if (worst !== undefined) this.threshold = worst.dice;
  }
}
