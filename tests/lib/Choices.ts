/**
 * A list of numbers read one after another, each a choice. Once the list has ended, every choice is the first one. Whatever is
 * generated from a list shrinks with it: fewer and smaller numbers make a smaller thing.
 */
export class Choices {
  readonly #list: readonly number[];
  #at = 0;

  constructor(list: readonly number[]) {
    this.#list = list;
  }

  /** A number from 0 to `count - 1`. */
  below(count: number): number {
    const chosen = this.#list[this.#at] ?? 0;
    this.#at += 1;
    return chosen % count;
  }

  /** True in this many cases out of a hundred; false once the list has ended. */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }

  /** One of the items; put the simplest first. Throws if there are none. */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('There is nothing to choose from.');
    return item;
  }

  /** Some of the items, in their order. */
  some<Item>(items: readonly Item[], percent: number): readonly Item[] {
    return items.filter(() => this.chance(percent));
  }

  /** The same items in another order. */
  shuffled<Item>(items: readonly Item[]): readonly Item[] {
    const rest = [...items];
    return items.flatMap(() => rest.splice(this.below(rest.length), 1));
  }

  get ended(): boolean {
    return this.#at >= this.#list.length;
  }
}
