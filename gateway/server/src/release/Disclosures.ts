import type { Released } from './ReleaseBook.ts';

/** What this one request tells, gathered on the way and written to the ledger before the answer goes out. */
export class Disclosures {
  readonly #told = new Map<string, Readonly<{ record: Released; categories: Set<string> }>>();

  /** Notes that a record's existence, and these kinds of information of it, are told. */
  note(record: Released, categories: Iterable<string> = []): void {
    const entry = this.#told.get(record.handle) ?? { record, categories: new Set<string>() };
    for (const category of categories) entry.categories.add(category);
    this.#told.set(record.handle, entry);
  }

  /** One entry a record, by handle, categories in order. */
  all(): readonly Readonly<{ record: Released; categories: readonly string[] }>[] {
    return [...this.#told.values()]
      .map(({ record, categories }) => ({ record, categories: [...categories].sort() }))
      .sort((a, b) => (a.record.handle < b.record.handle ? -1 : 1));
  }
}
