import { keep } from '@accord/execution/keep';
import type { Released } from './ReleaseBook.ts';

/** What this one request discloses, collected on the way and written to the ledger before the answer leaves. */
export class Disclosures {
  readonly #told = new Map<string, Readonly<{ record: Released; categories: Set<string> }>>();

  /** Notes that a record's existence is disclosed, and these categories of it. */
  note(record: Released, categories: Iterable<string> = []): void {
    const kinds = this.#kindsOf(record);
    for (const category of categories) kinds.add(category);
  }

  /** Like `note`, for repeated calls about one record; notes nothing until it is called. */
  noting(record: Released): (categories: Iterable<string>) => void {
    let kinds: Set<string> | undefined;
    return (categories) => {
      kinds ??= this.#kindsOf(record);
      for (const category of categories) kinds.add(category);
    };
  }

  #kindsOf(record: Released): Set<string> {
    const known = this.#told.get(record.handle);
    if (known) return known.categories;
    const categories = new Set<string>();
    this.#told.set(record.handle, { record, categories });
    return categories;
  }

  /** Whether anything of this client was noted. */
  tellOf(client: string): boolean {
    for (const { record } of this.#told.values()) if (record.client === client) return true;
    return false;
  }

  /** One entry per record, sorted by handle, each with its categories sorted. Entries with the same categories share one list. */
  all(): readonly Readonly<{ record: Released; categories: readonly string[] }>[] {
    return [...this.#told.values()]
      .map(({ record, categories }) => ({ record, categories: inOrder([...categories].join(' ')) }))
      .sort((a, b) => (a.record.handle < b.record.handle ? -1 : 1));
  }
}

/**
 * Hundreds of records disclose the same categories, found in the same order, so each list is sorted once. No category's name
 * contains a space.
 */
const inOrder = keep((words): readonly string[] => (words === '' ? [] : words.split(' ').sort()), 1_000);
