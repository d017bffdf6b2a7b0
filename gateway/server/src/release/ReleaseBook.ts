import DataLoader from 'dataloader';
import type { CaseloadPage } from '../store/clients.ts';

/** A record of which something may be released, and what. */
export type Released = Readonly<{
  handle: string;
  agency: string;
  /** The agency's own number: it never leaves the hub and that agency. */
  number: string;
  client: string;
  /** Permitted categories, with the facts that each permit stands on. Whatever is not listed is withheld. */
  categories: ReadonlyMap<string, readonly string[]>;
  /** The permitted categories for which the person's own word is enough. */
  consented: ReadonlySet<string>;
  /** Categories that the person themself, who is reading, does not read, and is not told are withheld (`unreadByThem`). */
  unread?: ReadonlySet<string>;
}>;

/** A person whom the requester may know of, with the records of which something may be released. */
export type OpenClient = Readonly<{
  id: string;
  epoch: number;
  records: readonly Released[];
  /** Something might be released of a record at a suspended agency. That record is not listed, and nobody asks there. */
  lacking?: true;
}>;

/** Decides what may be released of people. A person of whom nothing may be released is missing from the result. */
export type Decide = Readonly<{
  people: (clients: readonly string[]) => Promise<ReadonlyMap<string, OpenClient>>;
  /** Everybody on a page of a caseload, by id. */
  caseload: (
    page: CaseloadPage,
  ) => Promise<Readonly<{ ids: readonly string[]; more: boolean; open: ReadonlyMap<string, OpenClient> }>>;
}>;

/** People on a page of a caseload whom the requester may know of, the last of them, and whether more such people follow. */
export type OpenCaseload = Readonly<{ clients: readonly OpenClient[]; last: string | undefined; more: boolean }>;

/**
 * What this one request may release, written as people are opened and read by the exchange.
 *
 * A denied person, an unlinked one and one who does not exist are all `null`. Never shared between requests.
 */
export class ReleaseBook {
  readonly #decide: Decide;
  readonly #people: DataLoader<string, OpenClient | null>;
  /** Results of decisions by the id asked for; undefined while still being decided. */
  #decided = new Map<string, OpenClient | null | undefined>();
  readonly #byHandle = new Map<string, Released>();
  readonly #epochs = new Map<string, number>();

  constructor(decide: Decide) {
    this.#decide = decide;
    this.#people = new DataLoader(async (ids) => {
      // Somebody who is forgotten meanwhile is decided again.
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
   * Returns the person or `null`, without a promise if that is decided by now. An alert board refers to hundreds of people
   * already decided, and a promise for each, which graphql-js awaits separately, took a tenth of the hub's time for a board.
   */
  open(client: string): OpenClient | null | Promise<OpenClient | null> {
    const decided = this.#decided.get(client);
    if (decided !== undefined) return decided;
    this.#decided.set(client, undefined);
    return this.#people.load(client);
  }

  /** Returns those whom the requester may know of, in the order given. */
  async openAll(clients: readonly string[]): Promise<readonly OpenClient[]> {
    const asked = clients.map((id) => this.open(id));
    const opened = asked.every(isDecided) ? asked : await Promise.all(asked);
    return opened.filter((client) => client !== null);
  }

  /**
   * Returns the people on a page of a caseload whom the requester may know of. Anybody this request opened before stays as they
   * were then.
   *
   * A page is filled up with those who follow, and there is a next page only if somebody on it may be shown: neither the length
   * of a page nor whether it is the last may disclose that somebody on it is hidden. So this looks at one person more than fits
   * on the page.
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

  /** What may be released of a record; `undefined` if nothing may, or there is no such record. */
  record(handle: string): Released | undefined {
    return this.#byHandle.get(handle);
  }

  /** Returns, for each person whom these disclosures are about, the consent epoch under which they were decided. */
  epochsOf(told: Iterable<Readonly<{ record: Released }>>): ReadonlyMap<string, number> {
    const epochs = new Map<string, number>();
    for (const { record } of told) {
      const epoch = this.#epochs.get(record.client);
      if (epoch !== undefined) epochs.set(record.client, epoch);
    }
    return epochs;
  }

  /**
   * Has this person decided again next time: this very request has just changed a consent of theirs, which left them at this
   * epoch.
   *
   * What was disclosed of them before (`TOLD`) was decided under an earlier epoch. If that is the one immediately before, only
   * the request's own change came between, and the disclosure counts under the new epoch. Otherwise the old epoch stays, and the
   * ledger refuses it.
   */
  forget(client: string, told: 'TOLD' | 'UNTOLD', epoch?: number): void {
    // By whichever id they were asked for.
    this.#people.clearAll();
    this.#decided = new Map();
    const before = this.#epochs.get(client);
    if (told === 'UNTOLD') this.#epochs.delete(client);
    else if (before !== undefined && before + 1 === epoch) this.#epochs.set(client, epoch);
    for (const [handle, record] of this.#byHandle) if (record.client === client) this.#byHandle.delete(handle);
  }

  /**
   * Somebody opened again, by another id or after something was disclosed, counts under the older epoch: if it has moved, the
   * ledger finds out.
   */
  #enter(client: OpenClient): void {
    this.#epochs.set(client.id, Math.min(client.epoch, this.#epochs.get(client.id) ?? client.epoch));
    for (const record of client.records) this.#byHandle.set(record.handle, record);
  }
}

const isDecided = (client: ReturnType<ReleaseBook['open']>): client is OpenClient | null =>
  !(client instanceof Promise);
