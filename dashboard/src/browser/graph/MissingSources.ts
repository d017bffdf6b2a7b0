/** A source that did not answer, by its agency's name; null stands for one or more that you may not tell apart. */
export type MissingSource = Readonly<{ agency: string | null; state: string }>;

const none: readonly MissingSource[] = [];

/** The sources missing from the last answer to each query (`extensions.sources`): the answer's data do not carry this. */
export class MissingSources {
  readonly #of = new Map<string, readonly MissingSource[]>();
  readonly #listeners = new Set<() => void>();

  heard(operation: string, variables: unknown, extensions: unknown): void {
    this.#of.set(keyOf(operation, variables), sourcesIn(extensions));
    for (const listener of this.#listeners) listener();
  }

  of(operation: string, variables: unknown): readonly MissingSource[] {
    return this.#of.get(keyOf(operation, variables)) ?? none;
  }

  forget(): void {
    this.#of.clear();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

const keyOf = (operation: string, variables: unknown): string => `${operation} ${JSON.stringify(variables ?? {})}`;

function sourcesIn(extensions: unknown): readonly MissingSource[] {
  const sources: unknown = isObject(extensions) ? extensions.sources : undefined;
  if (!Array.isArray(sources)) return none;
  return sources.filter(isObject).map(({ agency, state }) => ({
    agency: isObject(agency) ? String(agency.name) : null,
    state: String(state),
  }));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
