import type { AlertFilter, AlertOrder } from '@accord/contract/generated/api';
import type { OpenClient } from '../release/ReleaseBook.ts';

/** One list of alerts that a request asked for: of whom, and which page of it. */
export type AlertList = Readonly<{
  clients: readonly OpenClient[];
  filter: AlertFilter | null;
  orderBy: AlertOrder;
  first: number;
  after: string | null;
  /** What a cursor of this list is bound to beside requester and purpose. */
  name: string;
  /** Where the people begin who are not on it, as a cursor; null where everybody is on it. */
  nextPeople: (() => string) | null;
}>;

/**
 * The alert lists of one request, by the id that stands for them while the query plan fetches their alerts.
 *
 * The id is the list's place in the request: it tells nothing, and callers never see it.
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
