import { keep } from '@accord/execution/keep';
import type { Released } from './ReleaseBook.ts';

/** What this one request tells, gathered on the way and written to the ledger before the answer goes out. */
export class Disclosures {
  readonly #told = new Map<string, Readonly<{ record: Released; categories: Set<string> }>>();

  /** Notes that a record's existence, and these kinds of information of it, are told. */
  note(record: Released, categories: Iterable<string> = []): void {
    const kinds = this.#kindsOf(record);
    for (const category of categories) kinds.add(category);
  }

  /** As `note`, of one record again and again; nothing is noted before it is called. */
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

  /** One entry a record, by handle, categories in order. What was told alike shares one list of them. */
  all(): readonly Readonly<{ record: Released; categories: readonly string[] }>[] {
    return [...this.#told.values()]
      .map(({ record, categories }) => ({ record, categories: inOrder([...categories].join(' ')) }))
      .sort((a, b) => (a.record.handle < b.record.handle ? -1 : 1));
  }
}

/** Of hundreds of records the same is told, and found in the same order: it is put in order once. No category has a blank in its name. */
const inOrder = keep((words): readonly string[] => (words === '' ? [] : words.split(' ').sort()), 1_000);
