import DataLoader from 'dataloader';
import type { CaseloadPage } from '../store/clients.ts';

/** One record of which something may be released, and what. */
export type Released = Readonly<{
  handle: string;
  agency: string;
  /** The agency's own number: it never leaves the hub and that agency. */
  number: string;
  client: string;
  /** Permitted categories with the facts each permit stands on. What is not in here is withheld. */
  categories: ReadonlyMap<string, readonly string[]>;
  /** Those of them for which the person's own word is enough. */
  consented: ReadonlySet<string>;
}>;

/** A person of whom the requester may know, with the records of which something may be released. */
export type OpenClient = Readonly<{
  id: string;
  epoch: number;
  records: readonly Released[];
  /** Something might be released of a record at an agency that is suspended: it is not among these, and nobody asks there. */
  lacking?: true;
}>;

/** Decides what may be released of people. Of whom nothing may be is absent. */
export type Decide = Readonly<{
  people: (clients: readonly string[]) => Promise<ReadonlyMap<string, OpenClient>>;
  /** Everybody on a page of a caseload, by id. */
  caseload: (
    page: CaseloadPage,
  ) => Promise<Readonly<{ ids: readonly string[]; more: boolean; open: ReadonlyMap<string, OpenClient> }>>;
}>;

/** Those on a page of a caseload of whom the requester may know, the last of them, and whether more such people follow. */
export type OpenCaseload = Readonly<{ clients: readonly OpenClient[]; last: string | undefined; more: boolean }>;

/**
 * What this one request may release, written as people are opened and read by the exchange.
 *
 * A denied person, an unlinked one and one who does not exist are all `null`. Never shared between requests.
 */
export class ReleaseBook {
  readonly #decide: Decide;
  readonly #people: DataLoader<string, OpenClient | null>;
  /** What came of those that were decided, by the id asked for; undefined: they are being decided. */
  #decided = new Map<string, OpenClient | null | undefined>();
  readonly #byHandle = new Map<string, Released>();
  readonly #epochs = new Map<string, number>();

  constructor(decide: Decide) {
    this.#decide = decide;
    this.#people = new DataLoader(async (ids) => {
      // Whoever is forgotten meanwhile is decided anew.
      const decided = this.#decided;
      const open = await decide.people(ids);
      for (const client of open.values()) this.#enter(client);
      return ids.map((id) => {
        const client = open.get(id) ?? null;
        decided.set(id, client);
        return client;
      });
    });
  }

  /**
   * The person, or `null`: at once where that is decided by now. An alert board points at hundreds who are, and a promise for each, which
   * graphql-js waits for apart, was a tenth of the hub's time for it.
   */
  open(client: string): OpenClient | null | Promise<OpenClient | null> {
    const decided = this.#decided.get(client);
    if (decided !== undefined) return decided;
    this.#decided.set(client, undefined);
    return this.#people.load(client);
  }

  /** The people of whom the requester may know, in the order given. */
  async openAll(clients: readonly string[]): Promise<readonly OpenClient[]> {
    const asked = clients.map((id) => this.open(id));
    const opened = asked.every(isDecided) ? asked : await Promise.all(asked);
    return opened.filter((client) => client !== null);
  }

  /**
   * The people on a page of a caseload of whom the requester may know. Whom this request opened before stays as they were then.
   *
   * A page is filled up with those who follow, and another follows only where there is somebody to be told of: how long a page is, and
   * whether it is the last, must not tell that somebody is hidden on it. One more than the page has is looked at for that.
   */
  async caseload(page: CaseloadPage): Promise<OpenCaseload> {
    const found: OpenClient[] = [];
    let after = page.after;
    for (let more = true; more && found.length <= page.first; ) {
      const next = await this.#decide.caseload({ ...page, after, first: page.first + 1 });
      for (const id of next.ids) {
        if (this.#decided.has(id)) continue;
        const client = next.open.get(id);
        if (client) this.#enter(client);
        this.#decided.set(id, client ?? null);
      }
      found.push(...(await this.openAll(next.ids)));
      after = next.ids.at(-1) ?? after;
      more = next.more;
    }
    const clients = found.slice(0, page.first);
    return { clients, last: clients.at(-1)?.id, more: found.length > page.first };
  }

  /** What may be released of a record; `undefined`: nothing, or no such record. */
  record(handle: string): Released | undefined {
    return this.#byHandle.get(handle);
  }

  /** The consent epoch under which each person that these are about was decided. */
  epochsOf(told: Iterable<Readonly<{ record: Released }>>): ReadonlyMap<string, number> {
    const epochs = new Map<string, number>();
    for (const { record } of told) {
      const epoch = this.#epochs.get(record.client);
      if (epoch !== undefined) epochs.set(record.client, epoch);
    }
    return epochs;
  }

  /**
   * Decide this person anew next time: a consent of theirs has just changed in this very request, which left them this epoch.
   *
   * What was told of them before (`TOLD`) was decided under the epoch before. Where that is the one right before, nothing but the
   * request's own change came between, and it goes on under the new one; else it stays, and the ledger refuses it.
   */
  forget(client: string, told: 'TOLD' | 'UNTOLD', epoch?: number): void {
    // By whatever id it was asked for.
    this.#people.clearAll();
    this.#decided = new Map();
    const before = this.#epochs.get(client);
    if (told === 'UNTOLD') this.#epochs.delete(client);
    else if (before !== undefined && before + 1 === epoch) this.#epochs.set(client, epoch);
    for (const [handle, record] of this.#byHandle) if (record.client === client) this.#byHandle.delete(handle);
  }

  /** Who is opened again, by another id, or after something was told, was decided under the older epoch: if it moved, the ledger finds out. */
  #enter(client: OpenClient): void {
    this.#epochs.set(client.id, Math.min(client.epoch, this.#epochs.get(client.id) ?? client.epoch));
    for (const record of client.records) this.#byHandle.set(record.handle, record);
  }
}

const isDecided = (client: ReturnType<ReleaseBook['open']>): client is OpenClient | null =>
  !(client instanceof Promise);
