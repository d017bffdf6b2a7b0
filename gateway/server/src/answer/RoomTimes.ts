/**
 * How long one request was in each room, in milliseconds, as `Server-Timing` has it (W3C Server Timing).
 *
 * For operators, who set it: the parts tell whether agencies were asked, which the whole does not tell apart from anything else.
 */
export class RoomTimes {
  readonly #began = performance.now();
  readonly #rooms: string[] = [];
  #last = this.#began;

  /** The room that was left just now. */
  left(room: 'identity' | 'parse' | 'run' | 'ledger'): void {
    const now = performance.now();
    this.#rooms.push(`${room};dur=${(now - this.#last).toFixed(1)}`);
    this.#last = now;
  }

  header(): string {
    return [...this.#rooms, `total;dur=${(this.#last - this.#began).toFixed(1)}`].join(', ');
  }
}
