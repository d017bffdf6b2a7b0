import type { Requester } from '../identity/Requester.ts';
import type { Looked } from '../store/clients.ts';
import type { OpenClient } from './ReleaseBook.ts';

/** What was decided about a person for one who asks, and for how long that is so. */
export type Kept = Readonly<{
  /** Of what it was decided from; null: there was nobody of that id. */
  version: Looked['version'] | null;
  /** By the clock it holds from this instant, and before the other, in milliseconds since 1970. */
  from: number;
  until: number;
  /** With the records of agencies that are not asked, too; null: nothing may be told. */
  client: OpenClient | null;
}>;

type Shelf = { readonly kept: Map<string, Kept>; readonly lists: Map<string, readonly string[]>; bytes: number };

/** Of one replica. Some 100,000 decisions about people with few records. */
const usualBytes = 64 * 1024 * 1024;

/**
 * What was decided before, for whoever asks it again.
 *
 * INVARIANT: nobody is served from what was kept for another. What is kept for one who asks is found under all that a decision reads of
 * them (`askerOf`), under the version of all it reads of the person, and within the time in which the clock changes nothing. So a
 * look at a person whom somebody else has just looked at takes as long as one at nobody.
 *
 * Memory is bounded: who has not asked for longest is forgotten first, whole.
 */
export class DecisionsKept {
  readonly #shelves = new Map<string, Shelf>();
  readonly #mostBytes: number;
  #bytes = 0;

  constructor(mostBytes: number = usualBytes) {
    this.#mostBytes = mostBytes;
  }

  /** What is kept for one who asks, as far as it holds at this instant. */
  standing(asker: string, now: number): (asked: string) => Kept | undefined {
    const shelf = this.#shelves.get(asker);
    if (!shelf) return () => undefined;
    // The last to ask stands at the end.
    this.#shelves.delete(asker);
    this.#shelves.set(asker, shelf);
    return (asked) => {
      const kept = shelf.kept.get(asked);
      return kept && kept.from <= now && now < kept.until ? kept : undefined;
    };
  }

  keep(asker: string, asked: string, decided: Kept): void {
    const { kept } = this.#shelfOf(asker);
    const before = kept.get(asked);
    kept.set(asked, decided);
    this.#grow(asker, bytesOf(asked, decided) - (before ? bytesOf(asked, before) : 0));
  }

  /** Who was on this list when it was last read: whose decisions may be at hand before it is read again. */
  listed(asker: string, list: string): readonly string[] {
    return this.#shelves.get(asker)?.lists.get(list) ?? [];
  }

  list(asker: string, list: string, ids: readonly string[]): void {
    const { lists } = this.#shelfOf(asker);
    const before = lists.get(list)?.length ?? 0;
    lists.set(list, ids);
    this.#grow(asker, 100 * (ids.length - before) + (before === 0 ? 2 * list.length : 0));
  }

  #shelfOf(asker: string): Shelf {
    const shelf = this.#shelves.get(asker) ?? { kept: new Map(), lists: new Map(), bytes: 0 };
    this.#shelves.set(asker, shelf);
    return shelf;
  }

  #grow(asker: string, bytes: number): void {
    const own = this.#shelfOf(asker);
    own.bytes += bytes;
    this.#bytes += bytes;
    // One who tries id after id forgets their own, and nobody else's.
    if (own.bytes > this.#mostBytes / 8) {
      this.#shelves.delete(asker);
      this.#bytes -= own.bytes;
    }
    for (const [oldest, shelf] of this.#shelves) {
      if (this.#bytes <= this.#mostBytes) break;
      this.#shelves.delete(oldest);
      this.#bytes -= shelf.bytes;
    }
  }
}

/** All that a decision reads of a requester; their role too, which it does not read today. */
export const askerOf = ({ user, role, agency, purpose, volunteer, self }: Requester): string =>
  JSON.stringify([user, role, agency.id, agency.entity, agency.state, purpose, volunteer, self]);

/** A rough measure of what it takes in memory. */
function bytesOf(asked: string, { version, client }: Kept): number {
  let bytes = 300 + 2 * (asked.length + (version?.length ?? 0));
  for (const { categories } of client?.records ?? []) {
    bytes += 600 + 60 * categories.size;
    for (const grounds of categories.values()) bytes += 90 * grounds.length;
  }
  return bytes;
}
