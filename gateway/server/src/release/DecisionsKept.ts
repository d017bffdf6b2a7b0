import type { Requester } from '../identity/Requester.ts';
import type { Looked } from '../store/clients.ts';
import type { OpenClient } from './ReleaseBook.ts';

/** A decision about a person for one requester, and how long it holds. */
export type Kept = Readonly<{
  /** Version of the facts it was made from; null: nobody has that id. */
  version: Looked['version'] | null;
  /** Holds from this instant until just before the other, in milliseconds since 1970. */
  from: number;
  until: number;
  /** Includes the records of agencies that are not asked; null: nothing may be disclosed. */
  client: OpenClient | null;
}>;

type Shelf = { readonly kept: Map<string, Kept>; readonly lists: Map<string, readonly string[]>; bytes: number };

/** For one replica. Enough for some 100,000 decisions about people with few records. */
const usualBytes = 64 * 1024 * 1024;

/**
 * Decisions cached for each requester.
 *
 * INVARIANT: nobody is served from what was cached for another. A decision is found only under everything that it reads of the
 * requester (`askerOf`), under the version of everything that it reads of the person, and within the time in which the clock
 * changes nothing. So a look at a person whom somebody else has just looked at takes as long as a look at nobody.
 *
 * Memory is bounded: the requester idle for longest is forgotten first, with everything cached for them.
 */
export class DecisionsKept {
  readonly #shelves = new Map<string, Shelf>();
  readonly #mostBytes: number;
  #bytes = 0;

  constructor(mostBytes: number = usualBytes) {
    this.#mostBytes = mostBytes;
  }

  /** Returns what is cached for a requester, if it holds at this instant. */
  standing(asker: string, now: number): (asked: string) => Kept | undefined {
    const shelf = this.#shelves.get(asker);
    if (!shelf) return () => undefined;
    // The last to ask goes to the end.
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

  /** Returns who was on this list when it was last read, so that their cached decisions can be looked up before it is read again. */
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
    // Somebody who tries id after id loses their own cache, and nobody else's.
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

/** Everything that a decision reads of a requester, and their role, which it does not read today. */
export const askerOf = ({ user, role, agency, purpose, volunteer, self }: Requester): string =>
  JSON.stringify([user, role, agency.id, agency.entity, agency.state, purpose, volunteer, self]);

/** A rough estimate of its size in memory. */
function bytesOf(asked: string, { version, client }: Kept): number {
  let bytes = 300 + 2 * (asked.length + (version?.length ?? 0));
  for (const { categories } of client?.records ?? []) {
    bytes += 600 + 60 * categories.size;
    for (const grounds of categories.values()) bytes += 90 * grounds.length;
  }
  return bytes;
}
