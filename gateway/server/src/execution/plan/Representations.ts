import type { Json } from '../Json.ts';
import { quoted } from './quoted.ts';

/** What a subgraph is asked about in one field of a request: each representation once, as JSON, in the order in which they came. */
export class Representations {
  /** The only one so far, which is not written yet: it may be a list of a thousand records, for a subgraph in this process that wants it as it is. */
  #alone: Readonly<Json> | undefined;
  // Made when they are needed: most fetches need one of the two.
  #places: Map<string, number> | undefined;
  #placesOfKeys: Map<string, Map<string, number>> | undefined;
  readonly #texts: string[] = [];

  /** The place of a representation among them. The same for equal ones: the keys of those of one fetch come in one order. */
  placeOf(representation: Readonly<Json>): number {
    if (this.count > 0) return this.placeOfText(JSON.stringify(representation));
    this.#alone = representation;
    return 0;
  }

  /** The same for one that is written. */
  placeOfText(text: string): number {
    this.#writeAlone();
    this.#places ??= new Map();
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  /** The same for a representation that is a type and one string, which need not be written to be found: `head` is all that comes before it. */
  placeOfKey(head: string, key: string): number {
    this.#writeAlone();
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
    return this.#alone ? 1 : this.#texts.length;
  }

  /** All of them, as JSON. */
  get text(): string {
    return this.#alone ? `[${JSON.stringify(this.#alone)}]` : `[${this.#texts.join(',')}]`;
  }

  /** The only one, where it is not written. */
  get alone(): Readonly<Json> | undefined {
    return this.#alone;
  }

  #writeAlone(): void {
    if (!this.#alone) return;
    const text = JSON.stringify(this.#alone);
    this.#alone = undefined;
    this.placeOfText(text);
  }
}
