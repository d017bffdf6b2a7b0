import DataLoader from 'dataloader';

/** One record of which something may be released, and what. */
export type Released = Readonly<{
  handle: string;
  agency: string;
  /** The agency's own number: it never leaves the hub and that agency. */
  number: string;
  client: string;
  /** Permitted categories with the facts each permit stands on. What is not in here is withheld. */
  categories: ReadonlyMap<string, readonly string[]>;
}>;

/** A person of whom the requester may know, with the records of which something may be released. */
export type OpenClient = Readonly<{ id: string; epoch: number; records: readonly Released[] }>;

/** Decides, for each of these people, what may be released. People of whom nothing may be are absent. */
export type Decide = (clients: readonly string[]) => Promise<ReadonlyMap<string, OpenClient>>;

/**
 * What this one request may release, written as people are opened and read by the exchange.
 *
 * A denied person, an unlinked one and one who does not exist are all `null`. Never shared between requests.
 */
export class ReleaseBook {
  readonly #people: DataLoader<string, OpenClient | null>;
  readonly #byHandle = new Map<string, Released>();
  readonly #epochs = new Map<string, number>();

  constructor(decide: Decide) {
    this.#people = new DataLoader(async (ids) => {
      const open = await decide(ids);
      for (const client of open.values()) this.#enter(client);
      return ids.map((id) => open.get(id) ?? null);
    });
  }

  /** The person, or `null`. */
  open(client: string): Promise<OpenClient | null> {
    return this.#people.load(client);
  }

  /** The people of whom the requester may know, in the order given. */
  async openAll(clients: readonly string[]): Promise<readonly OpenClient[]> {
    const opened = await Promise.all(clients.map((id) => this.open(id)));
    return opened.filter((client) => client !== null);
  }

  /** What may be released of a record; `undefined`: nothing, or no such record. */
  record(handle: string): Released | undefined {
    return this.#byHandle.get(handle);
  }

  /** The consent epoch each opened person was decided under. */
  epochs(clients: Iterable<string>): ReadonlyMap<string, number> {
    return new Map(
      [...clients].flatMap((id) => {
        const epoch = this.#epochs.get(id);
        return epoch === undefined ? [] : [[id, epoch] as const];
      }),
    );
  }

  /** Decide this person anew next time: a consent of theirs has just changed in this very request. */
  forget(client: string): void {
    // By whatever id it was asked for.
    this.#people.clearAll();
    this.#epochs.delete(client);
    for (const [handle, record] of this.#byHandle) if (record.client === client) this.#byHandle.delete(handle);
  }

  #enter(client: OpenClient): void {
    this.#epochs.set(client.id, client.epoch);
    for (const record of client.records) this.#byHandle.set(record.handle, record);
  }
}
