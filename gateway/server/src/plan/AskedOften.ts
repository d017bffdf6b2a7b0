import type { Asked } from '../answer/Incoming.ts';
import type { ReadDocument } from '../limits/readDocument.ts';

/** An operation that was asked: its text and name, and nothing about who asked or about whom. */
export type AskedOperation = Pick<Asked, 'query' | 'operationName'>;

/** How many documents are remembered, and how many characters in all. Beyond either, counting starts again from nothing. */
const [documents, characters] = [500, 250_000];

/** Counts which operations a graph is asked, so that the next graph can be made ready for them. */
export class AskedOften {
  readonly #times = new Map<ReadDocument, { readonly operation: AskedOperation; times: number }>();
  #characters = 0;

  note({ query, operationName }: AskedOperation, read: ReadDocument): void {
    const known = this.#times.get(read);
    if (known) {
      known.times += 1;
      return;
    }
    if (query.length > characters) return;
    if (this.#times.size >= documents || this.#characters + query.length > characters) {
      this.#times.clear();
      this.#characters = 0;
    }
    this.#characters += query.length;
    this.#times.set(read, { operation: { query, operationName }, times: 1 });
  }

  /** Returns the most frequent operations first, at most `count`. */
  first(count: number): readonly AskedOperation[] {
    return [...this.#times.values()]
      .sort((one, other) => other.times - one.times)
      .slice(0, count)
      .map(({ operation }) => operation);
  }
}
