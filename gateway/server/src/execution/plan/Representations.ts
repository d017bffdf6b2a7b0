import type { Json } from '@accord/execution/Json';
import { quoted } from './quoted.ts';

/** Begins every representation that is a type and one string under this key; `text`: all of it, as JSON, that comes before the string. */
export type Head = Readonly<{ type: string; key: string; text: string }>;

/** One that is written, or what it is written of. */
type One = string | Readonly<{ head: Head; value: string }>;

/** What a subgraph is asked about in one field of a request: each representation once, as JSON, in the order in which they came. */
export class Representations {
  /** The only one so far, which is not written yet: it may be a list of a thousand records, for a subgraph in this process that wants it as it is. */
  #alone: Readonly<Json> | undefined;
  // Made when they are needed: most fetches need one of the two.
  #places: Map<string, number> | undefined;
  #placesOfKeys: Map<string, Map<string, number>> | undefined;
  readonly #asked: One[] = [];
  /** Some are written, and nothing else is known of them. */
  #isWritten = false;

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
    this.#isWritten = true;
    this.#places.set(text, this.#asked.length);
    return this.#asked.push(text) - 1;
  }

  /** The same for a representation that is a type and one string, which need not be written to be found. */
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

  /** All of them, as JSON. */
  get text(): string {
    return this.#alone ? `[${JSON.stringify(this.#alone)}]` : `[${this.#asked.map(textOf).join()}]`;
  }

  /** All of them as they are, for a subgraph in this process; undefined where one is written, and would have to be read again. */
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
