/** Why something that an agency was asked for did not come. */
export type SourceState = 'TIMED_OUT' | 'UNREACHABLE' | 'REFUSED' | 'INVALID' | 'PARTIAL';

/** One entry of `extensions.sources`: something is missing, and (for those who may know) from which agency. */
export type MissingSource = Readonly<{
  /** Null if the requester may know that there is a source, but not which one. */
  agency: Readonly<{ id: string; name: string }> | null;
  state: SourceState | 'UNAVAILABLE' | 'WITHHELD_BY_AGENCY';
}>;

/** What did not come, over one request. */
export class Sources {
  readonly #vetoed = new Set<string>();
  readonly #kept = new Set<string>();
  readonly #lost = new Set<string>();
  readonly #missing = new Map<string, Readonly<{ named: boolean; unnamed: boolean; state: SourceState }>>();
  readonly #heard: (agency: string, state: SourceState) => void;

  /** `heard`: called once for each agency from which something did not come. */
  constructor(heard: (agency: string, state: SourceState) => void = () => undefined) {
    this.#heard = heard;
  }

  /** Notes a failure. `named`: the requester may know that this agency is the source of what is missing. The first state stands. */
  note(agency: string, state: SourceState, named: boolean): void {
    const before = this.#missing.get(agency);
    if (!before) this.#heard(agency, state);
    this.#missing.set(agency, {
      state: before?.state ?? state,
      named: named || (before?.named ?? false),
      unnamed: !named || (before?.unnamed ?? false),
    });
  }

  /** Notes that an agency keeps its figures out by its own decision. Everybody may know: nothing failed, and it does not mean zero. */
  noteVeto(agency: string): void {
    this.#vetoed.add(agency);
  }

  /** Notes that an agency, asked for counts, gives none by its own policy. Everybody may know, as with a veto. */
  noteWithheld(agency: string): void {
    this.#kept.add(agency);
  }

  /** True if this agency keeps its counts out by its own decision. */
  isVetoed(agency: string): boolean {
    return this.#vetoed.has(agency);
  }

  /** True if something that this agency was asked for did not come. */
  misses(agency: string): boolean {
    return this.#missing.has(agency);
  }

  /** Notes that an item of this type, in this record, was dropped because it could not be read. */
  noteLost(handle: string, type: string): void {
    this.#lost.add(`${handle} ${type}`);
  }

  /** True if an item of this type, in this record, was dropped. */
  hasLost(handle: string, type: string): boolean {
    return this.#lost.has(`${handle} ${type}`);
  }

  /**
   * What to disclose: named sources by id, then at most one unnamed entry. More entries would disclose how many unnamed sources
   * there are, and a finer state would disclose which. An agency that is named as the source of one person's record but not of
   * another's appears in both ways: otherwise the name alone would show that it is the other's source too.
   */
  missing(names: ReadonlyMap<string, Readonly<{ name: string }>>): readonly MissingSource[] {
    const entries = [...this.#missing].sort(([a], [b]) => (a < b ? -1 : 1));
    const named = entries
      .filter(([, { named }]) => named)
      .map(([id, { state }]) => ({ agency: { id, name: names.get(id)?.name ?? id }, state }));
    const vetoed = [...new Set([...this.#vetoed, ...this.#kept])].sort().map((id) => ({
      ...{ agency: { id, name: names.get(id)?.name ?? id }, state: 'WITHHELD_BY_AGENCY' as const },
    }));
    const unnamed = entries.some(([, { unnamed }]) => unnamed) ? [{ agency: null, state: 'UNAVAILABLE' as const }] : [];
    return [...named, ...vetoed, ...unnamed];
  }
}
