import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument } from 'yaml';

/** What is wrong with a profile and where in its text. Lines and columns count from 1. */
export type ProfileFault = Readonly<{ line: number; column: number; sentence: string }>;

/** A value in the text and its position. For a value left out, the position where it would be. */
export type Spot = Readonly<{ node: unknown; offset: number }>;

/**
 * Reads the text of a profile, YAML or JSON, value by value. Anything wrong is noted with its place and reading goes on, so
 * that one run finds every fault.
 */
export class ProfileText {
  readonly #faults: ProfileFault[] = [];
  readonly #lines = new LineCounter();
  readonly #document: Document;
  readonly root: Spot;

  constructor(text: string) {
    const document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
    this.#document = document;
    for (const { pos, message } of [...document.errors, ...document.warnings]) this.#note(pos[0], sentenceOf(message));
    this.root = this.#spot(document.contents, 0);
  }

  /** Returns every fault so far, from the top of the text down. */
  faults(): readonly ProfileFault[] {
    return [...this.#faults].sort((a, b) => a.line - b.line || a.column - b.column);
  }

  note({ offset }: Spot, sentence: string): void {
    this.#note(offset, sentence);
  }

  /** True if the value is a map, in a place where a shorter form is also allowed. */
  hasFields({ node }: Spot): boolean {
    return isMap(node);
  }

  /** Returns the named fields of a map. Notes needed fields that are missing, and fields that are unknown. */
  fields<Name extends string>(spot: Spot, needed: readonly Name[], optional: readonly Name[] = []): Record<Name, Spot> {
    const known: readonly string[] = [...needed, ...optional];
    const found = new Map<string, Spot>();
    for (const [key, value, keySpot] of this.entries(spot)) {
      if (known.includes(key)) found.set(key, value);
      else this.note(keySpot, `"${key}" is not known here; the known fields are ${known.join(', ')}.`);
    }
    if (isMap(spot.node)) for (const name of needed) if (!found.has(name)) this.note(spot, `"${name}" is missing.`);
    return Object.fromEntries(
      known.map((name) => [name, found.get(name) ?? { node: undefined, offset: spot.offset }]),
    ) as Record<Name, Spot>;
  }

  /** Returns each key of a map with its value and the key's position; empty if the map is left out. */
  entries(spot: Spot): readonly (readonly [string, Spot, Spot])[] {
    if (spot.node === undefined) return [];
    if (!isMap(spot.node)) {
      this.note(spot, 'should be a map of fields.');
      return [];
    }
    return spot.node.items.map((pair: Pair<unknown, unknown>) => {
      const key = this.#spot(pair.key, spot.offset);
      return [this.text(key) ?? '', this.#spot(pair.value, key.offset), key];
    });
  }

  /** Returns the items of a list; empty if the list is left out. */
  items(spot: Spot): readonly Spot[] {
    if (spot.node === undefined) return [];
    if (isSeq(spot.node)) return spot.node.items.map((item) => this.#spot(item, spot.offset));
    this.note(spot, 'should be a list.');
    return [];
  }

  /** Returns text that is not blank. Undefined if it is left out, or if it is anything else, which is noted. */
  text(spot: Spot): string | undefined {
    if (spot.node === undefined) return undefined;
    const value = isScalar(spot.node) ? spot.node.value : undefined;
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.note(spot, 'should be text, and not empty.');
    return undefined;
  }

  flag(spot: Spot): boolean | undefined {
    if (spot.node === undefined) return undefined;
    const value = isScalar(spot.node) ? spot.node.value : undefined;
    if (typeof value === 'boolean') return value;
    this.note(spot, 'should be true or false.');
    return undefined;
  }

  /** Resolves an alias to what it stands for; faults in that are reported at the alias. */
  #spot(node: unknown, near: number): Spot {
    const range: unknown = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
    const offset = Array.isArray(range) && typeof range[0] === 'number' ? range[0] : near;
    return { node: isAlias(node) ? (node.resolve(this.#document) ?? null) : node, offset };
  }

  #note(offset: number, sentence: string): void {
    const { line, col } = this.#lines.linePos(offset);
    this.#faults.push({ line: Math.max(line, 1), column: Math.max(col, 1), sentence });
  }
}

const sentenceOf = (message: string): string => (message.endsWith('.') ? message : `${message}.`);
