import { quoted } from './quoted.ts';

/** What a subgraph is asked about in one field of a request: each representation once, as JSON, in the order in which they came. */
export class Representations {
  // Made when they are needed: most fetches need one of the two.
  #places: Map<string, number> | undefined;
  #placesOfKeys: Map<string, Map<string, number>> | undefined;
  readonly #texts: string[] = [];

  /** The place of a representation among them. The same for equal ones: the keys of those of one fetch come in one order. */
  placeOf(text: string): number {
    this.#places ??= new Map();
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  /** The same for a representation that is a type and one string, which need not be written to be found: `head` is all that comes before it. */
  placeOfKey(head: string, key: string): number {
    this.#placesOfKeys ??= new Map();
    let places = this.#placesOfKeys.get(head);
    if (!places) {
      places = new Map();
      this.#placesOfKeys.set(head, places);
    }
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, this.#texts.length);
    return this.#texts.push(`${head}${quoted(key)}}`) - 1;
  }

  get count(): number {
    return this.#texts.length;
  }

  /** All of them, as JSON. */
  get text(): string {
    return `[${this.#texts.join(',')}]`;
  }
}
