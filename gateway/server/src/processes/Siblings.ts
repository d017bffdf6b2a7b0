import type { SharedCount } from '../limits/Turns.ts';
import type { Matching } from '../linkage/Matcher.ts';
import type { Told } from '../metrics/Counts.ts';
import type { Sibling, TurnsTaken, WordDown, WordUp } from './Word.ts';

/** How often the turns taken here are reported to the other processes, in milliseconds. */
const tellTurnsEveryMs = 200;

export type SiblingsParts = Readonly<{
  /** Sends to the first process. */
  say: (word: WordUp) => void;
}>;

/**
 * The other processes of this hub on this machine, as seen by one of them (`serveProcesses`). Nothing that matters is kept here: a process
 * that has just started soon knows what the others do.
 *
 * Turns are counted across all processes with a delay of a fifth of a second, so someone who asks every process at once may get extra turns
 * for that long. Checking before each request would cost every request a round trip.
 */
export class Siblings {
  readonly #say: (word: WordUp) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #counts = new Map<string, (key: string, turns: number) => void>();
  #taken = new Map<string, Map<string, number>>();
  #siblings: readonly Sibling[] = [];
  readonly #searches = new Map<number, (found: ReadonlyMap<string, number> | null) => void>();
  #lastSearch = 0;
  #matching: Matching | undefined;
  #uncompared: ((error: unknown) => void) | undefined;
  #connected: ((agency: string, program: string) => void) | undefined;
  #allAnswered: (() => void) | undefined;
  #counted: (() => Promise<Told>) | undefined;

  constructor({ say }: SiblingsParts) {
    this.#say = say;
    this.#timer = setInterval(() => this.#tellTurns(), tellTurnsEveryMs);
    this.#timer.unref();
  }

  /** Takes a message from the first process. */
  hear(word: WordDown): void {
    switch (word.kind) {
      case 'SIBLINGS':
        this.#siblings = word.siblings;
        return;
      case 'TURNS':
        this.#addTurns(word.taken);
        return;
      case 'CONNECTED':
        this.#connected?.(word.agency, word.program);
        return;
      case 'COMPARE':
        void this.#matching?.run().catch(this.#uncompared);
        return;
      case 'SEARCH':
        this.#searchFor(word.id, word.clk);
        return;
      case 'FOUND':
        this.#searches.get(word.id)?.(word.found);
        this.#searches.delete(word.id);
        return;
      case 'ALL_ANSWERED':
        this.#allAnswered?.();
        return;
      case 'TELL_COUNTS':
        void this.#counted?.().then((told) => this.#say({ kind: 'COUNTED', id: word.id, told }));
        return;
      case 'SERVE':
      case 'STOP':
        return;
      default:
        word satisfies never;
    }
  }

  /** A count of turns shared by all processes. */
  countOf(what: string): SharedCount {
    return {
      took: (key) => {
        const taken = this.#taken.get(what) ?? new Map<string, number>();
        this.#taken.set(what, taken.set(key, (taken.get(key) ?? 0) + 1));
      },
      hear: (add) => this.#counts.set(what, add),
    };
  }

  /**
   * Returns a matching that one process runs for all of them, so that the records' filters are in memory only once. `own` belongs to this
   * process and is used when this is the one; `uncompared` then receives errors from comparing.
   */
  matchWith(own: Matching, uncompared: (error: unknown) => void): Matching {
    this.#matching = own;
    this.#uncompared = uncompared;
    return {
      run: async () => this.#say({ kind: 'COMPARE' }),
      search: async (clk) => {
        this.#lastSearch += 1;
        const id = this.#lastSearch;
        const searched = new Promise<ReadonlyMap<string, number> | null>((resolve) => this.#searches.set(id, resolve));
        this.#say({ kind: 'SEARCH', id, clk });
        const found = await searched;
        if (!found) throw new Error('The process that searches for all of them could not search.');
        return found;
      },
      idle: () => own.idle(),
    };
  }

  /** Doors of the other processes that hold a connection of this agency. */
  doorsTo(agency: string): readonly string[] {
    return this.#siblings.filter(({ agencies }) => agencies.includes(agency)).map(({ door }) => door);
  }

  /** Reports which agencies' connections this process holds. */
  hold(agencies: readonly string[]): void {
    this.#say({ kind: 'HOLDS', agencies });
  }

  /** Reports that an agency's program has connected here, and calls `elsewhere` when one connects to another process. */
  readonly programs = {
    connected: (agency: string, program: string): void => this.#say({ kind: 'CONNECTED', agency, program }),
    hear: (elsewhere: (agency: string, program: string) => void): void => {
      this.#connected = elsewhere;
    },
  };

  /** Sets how this process reports its counts when metrics are scraped. `counted` never rejects. */
  tellCounts(counted: () => Promise<Told>): void {
    this.#counted = counted;
  }

  /** Reports that this process has finished answering, and waits until all have: their last requests may still go through this one. */
  async allAnswered(): Promise<void> {
    const all = new Promise<void>((resolve) => {
      this.#allAnswered = resolve;
    });
    this.#say({ kind: 'ANSWERED' });
    await all;
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #tellTurns(): void {
    if (this.#taken.size === 0) return;
    this.#say({ kind: 'TURNS', taken: this.#taken });
    this.#taken = new Map();
  }

  #addTurns(taken: TurnsTaken): void {
    for (const [what, keys] of taken) for (const [key, turns] of keys) this.#counts.get(what)?.(key, turns);
  }

  #searchFor(id: number, clk: Uint8Array): void {
    const tell = (found: ReadonlyMap<string, number> | null): void => this.#say({ kind: 'FOUND', id, found });
    const searching = this.#matching?.search(new Uint8Array(clk)) ?? Promise.resolve(null);
    searching.then(tell, () => tell(null));
  }
}
