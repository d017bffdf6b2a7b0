/**
 * Kinds of information that are released together, of one record or of several.
 *
 * Whether all of a field's labels are released is worked out once per list of labels, not once per record and value.
 */
export class ReleasedKinds {
  readonly #codes: ReadonlySet<string>;
  readonly #answers = new Map<readonly string[], boolean>();
  readonly #joined = new Map<ReleasedKinds, ReleasedKinds>();

  constructor(codes: Iterable<string>) {
    this.#codes = new Set(codes);
  }

  has(code: string): boolean {
    return this.#codes.has(code);
  }

  /** True where every one of these is released. Results are cached by the list's identity, so pass a list that does not change. */
  hasAll(labels: readonly string[]): boolean {
    const known = this.#answers.get(labels);
    if (known !== undefined) return known;
    const answer = labels.every((label) => this.#codes.has(label));
    this.#answers.set(labels, answer);
    return answer;
  }

  /** The kinds in either, as one object shared by all records that have both. */
  and(those: ReleasedKinds): ReleasedKinds {
    const known = this.#joined.get(those) ?? new ReleasedKinds([...this.#codes, ...those.#codes]);
    this.#joined.set(those, known);
    return known;
  }
}
