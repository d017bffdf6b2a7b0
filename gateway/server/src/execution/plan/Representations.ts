import type { Json } from '@accord/execution/Json';
import { quoted } from './quoted.ts';

/** The start of every representation that consists of a type and one string under this key. `text` is all its JSON before the string. */
export type Head = Readonly<{ type: string; key: string; text: string }>;

/** A representation as JSON, or what its JSON is written from. */
type One = string | Readonly<{ head: Head; value: string }>;

/** The representations sent in one field of a request: each of them once, as JSON, in the order they were added. */
export class Representations {
  /**
   * The only representation so far, not yet written as JSON: it may be a list of a thousand records, and a subgraph in this process takes
   * it as it is.
   */
  #alone: Readonly<Json> | undefined;
  // Each map is made when first needed: most fetches need only one of them.
  #places: Map<string, number> | undefined;
  #placesOfKeys: Map<string, Map<string, number>> | undefined;
  readonly #asked: One[] = [];
  /** True: some representations exist only as JSON. */
  #isWritten = false;

  /** Returns the index of a representation, the same for equal ones. All representations of one fetch have their keys in the same order. */
  placeOf(representation: Readonly<Json>): number {
    if (this.count > 0) return this.placeOfText(JSON.stringify(representation));
    this.#alone = representation;
    return 0;
  }

  /** The same for a representation already written as JSON. */
  placeOfText(text: string): number {
    this.#writeAlone();
    this.#places ??= new Map();
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#isWritten = true;
    this.#places.set(text, this.#asked.length);
    return this.#asked.push(text) - 1;
  }

  /** The same for a representation of a type and one string, which can be found without writing it. */
  placeOfKey(head: Head, value: string): number {
    this.#writeAlone();
    this.#placesOfKeys ??= new Map();
    let places = this.#placesOfKeys.get(head.text);
    if (!places) {
      places = new Map();
      this.#placesOfKeys.set(head.text, places);
    }
    const known = places.get(value);
    if (known !== undefined) return known;
    places.set(value, this.#asked.length);
    return this.#asked.push({ head, value }) - 1;
  }

  get count(): number {
    return this.#alone ? 1 : this.#asked.length;
  }

  /** All representations, as JSON. */
  get text(): string {
    return this.#alone ? `[${JSON.stringify(this.#alone)}]` : `[${this.#asked.map(textOf).join()}]`;
  }

  /**
   * All representations as objects, for a subgraph in this process; undefined where one exists only as JSON and would have to be parsed.
   */
  get values(): readonly Readonly<Json>[] | undefined {
    if (this.#alone) return [this.#alone];
    return this.#isWritten ? undefined : this.#asked.filter((one) => typeof one !== 'string').map(objectOf);
  }

  #writeAlone(): void {
    if (!this.#alone) return;
    const text = JSON.stringify(this.#alone);
    this.#alone = undefined;
    this.placeOfText(text);
  }
}

const textOf = (one: One): string => (typeof one === 'string' ? one : `${one.head.text}${quoted(one.value)}}`);
const objectOf = ({ head, value }: Exclude<One, string>): Json => ({ __typename: head.type, [head.key]: value });
