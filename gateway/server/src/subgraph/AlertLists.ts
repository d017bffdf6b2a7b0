import type { AlertFilter, AlertOrder } from '@accord/contract/generated/api';
import type { OpenClient } from '../release/ReleaseBook.ts';

/** One list of alerts that a request asked for: whose alerts, and which page. */
export type AlertList = Readonly<{
  clients: readonly OpenClient[];
  filter: AlertFilter | null;
  orderBy: AlertOrder;
  first: number;
  after: string | null;
  /** What a cursor of this list is bound to, besides requester and purpose. */
  name: string;
  /** Where the people who are not on the list begin, as a cursor; null if everybody is on it. */
  nextPeople: (() => string) | null;
}>;

/**
 * The alert lists of one request, by the id that stands for each while the query plan fetches its alerts.
 *
 * The id is the list's position in the request: it discloses nothing, and callers never see it.
 */
export class AlertLists {
  readonly #lists = new Map<string, AlertList>();

  add(list: AlertList): string {
    const id = `list-${this.#lists.size + 1}`;
    this.#lists.set(id, list);
    return id;
  }

  get(id: string): AlertList | undefined {
    return this.#lists.get(id);
  }
}
