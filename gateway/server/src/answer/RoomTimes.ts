/**
 * How long one request spent in each room, in milliseconds, as a `Server-Timing` header (W3C Server Timing).
 *
 * CAUTION: for operators, who turn it on. The parts reveal whether agencies were asked, which the total alone does not.
 */
export class RoomTimes {
  readonly #began = performance.now();
  readonly #rooms: string[] = [];
  #last = this.#began;

  /** Records the time spent in the room just left. */
  left(room: 'identity' | 'parse' | 'run' | 'ledger'): void {
    const now = performance.now();
    this.#rooms.push(`${room};dur=${(now - this.#last).toFixed(1)}`);
    this.#last = now;
  }

  header(): string {
    return [...this.#rooms, `total;dur=${(this.#last - this.#began).toFixed(1)}`].join(', ');
  }
}
