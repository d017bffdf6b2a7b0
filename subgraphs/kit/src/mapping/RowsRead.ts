/** Of what a mapping gives Prisma's `findMany`, what is looked at here. */
export type FindArgs = Readonly<{ select?: unknown; omit?: unknown; include?: unknown }>;

/** What a statement is to load, and how its rows are handed to the mapping. `as` is left out where they can be handed over as they are. */
export type Plan = Readonly<{ args: FindArgs; as?: (row: object) => object }>;

/** Is told of rows whose columns are being found out: `settle` them when all was read. */
export type Learns = (rows: RowsRead) => void;

/** A column that a mapping reads was not loaded. Whoever answers loads whole rows then (`ColumnsRead`). */
export class Unread extends Error {}

/**
 * Which columns, and which relations, are read of the rows of one statement: found out from rows loaded whole, and only these are
 * loaded from then on. Where a mapping says itself what it selects or omits, that is left as it is.
 *
 * INVARIANT: what was not loaded never reads as empty. Reading it (also by listing or copying a row) throws `Unread`, is told to
 * `missed`, and is loaded from then on.
 */
export class RowsRead {
  readonly #missed: () => void;
  /** All that a whole row has. */
  readonly #columns = new Set<string>();
  readonly #read = new Set<string>();
  readonly #relations = new Map<string, RowsRead>();
  #settled = false;

  constructor(missed: () => void) {
    this.#missed = missed;
  }

  /** How to load what is read of these rows, as far as that is known. */
  plan(args: FindArgs, learns: Learns): Plan {
    if (!this.#settled || saysItself(args)) return this.learn(args, learns);
    return this.#narrowed(args, this.#relationsIn(args), learns);
  }

  /** How to load them whole, and find out what is read of them. */
  learn(args: FindArgs, learns: Learns): Plan {
    if (saysItself(args)) return { args };
    learns(this);
    const plans = this.#relationsIn(args).map(
      ({ name, given, below }) => [name, below.learn(argsOf(given), learns)] as const,
    );
    return { args, as: onceEach((row) => this.#learning(handedDown(row, plans))) };
  }

  /** From here on only what was read is loaded; whole rows again where there was none to learn from. */
  settle(): void {
    this.#settled = this.#columns.size > 0;
  }

  #narrowed(args: FindArgs, relations: readonly Relation[], learns: Learns): Plan {
    const { include: _, ...others } = args;
    const columns = [...this.#columns].filter((name) => !this.#relations.has(name));
    const read = columns.filter((name) => this.#read.has(name));
    const plans = relations
      .filter(({ name }) => this.#read.has(name))
      .map(({ name, given, below }) => ({ name, given, plan: below.plan(argsOf(given), learns) }));
    const select: Record<string, unknown> = Object.fromEntries([
      ...read.map((name) => [name, true]),
      ...plans.map(({ name, given, plan }) => [name, Object.keys(plan.args).length > 0 ? plan.args : given]),
    ]);
    // That there is a row is all that is asked, and Prisma selects no rows without a column.
    const [any] = columns;
    if (Object.keys(select).length === 0 && any !== undefined) select[any] = true;
    const missing = new Set([...columns, ...relations.map(({ name }) => name)].filter((name) => !(name in select)));
    const handed = plans.flatMap(({ name, plan }) => (plan.as ? [[name, plan] as const] : []));
    const as = onceEach((row) => this.#partOf(handedDown(row, handed), missing));
    return { args: { ...others, select }, ...((missing.size > 0 || handed.length > 0) && { as }) };
  }

  /** A whole row, of which is noted what is read. */
  #learning(row: object): object {
    if (this.#columns.size === 0) for (const name of Object.keys(row)) this.#columns.add(name);
    const read = this.#read;
    return new Proxy(row, {
      get(target, name, receiver) {
        if (typeof name === 'string' && Object.hasOwn(target, name)) read.add(name);
        return Reflect.get(target, name, receiver);
      },
      getOwnPropertyDescriptor(target, name) {
        if (typeof name === 'string') read.add(name);
        return Reflect.getOwnPropertyDescriptor(target, name);
      },
      ownKeys(target) {
        for (const name of Object.keys(target)) read.add(name);
        return Reflect.ownKeys(target);
      },
    });
  }

  /** A row of which these columns are missing. */
  #partOf(row: object, missing: ReadonlySet<string>): object {
    if (missing.size === 0) return row;
    const assertLoaded = (target: object, name: string | symbol): void => {
      if (typeof name === 'string' && missing.has(name) && !Object.hasOwn(target, name)) this.#miss([name]);
    };
    return new Proxy(row, {
      get: (target, name, receiver) => {
        assertLoaded(target, name);
        return Reflect.get(target, name, receiver);
      },
      has: (target, name) => Reflect.has(target, name) || (typeof name === 'string' && missing.has(name)),
      getOwnPropertyDescriptor: (target, name) => {
        assertLoaded(target, name);
        return Reflect.getOwnPropertyDescriptor(target, name);
      },
      ownKeys: () => this.#miss(missing),
    });
  }

  #miss(names: Iterable<string>): never {
    for (const name of names) this.#read.add(name);
    this.#missed();
    throw new Unread(`Not loaded, because nothing had read it before: ${[...names].join(', ')}.`);
  }

  #relationsIn({ include }: FindArgs): readonly Relation[] {
    return Object.entries(include ?? {}).flatMap(([name, given]) => {
      if (!given) return [];
      const below = this.#relations.get(name) ?? new RowsRead(this.#missed);
      this.#relations.set(name, below);
      return [{ name, given, below }];
    });
  }
}

type Relation = Readonly<{ name: string; given: unknown; below: RowsRead }>;

const saysItself = ({ select, omit }: FindArgs): boolean => !!select || !!omit;

/** `true` is a relation with nothing said of it. */
const argsOf = (given: unknown): FindArgs => (typeof given === 'object' && given !== null ? given : {});

/** The same row, with what came with it handed over by its own plan. */
function handedDown(row: object, plans: readonly (readonly [string, Plan])[]): object {
  for (const [name, { as }] of plans) {
    const value: unknown = Reflect.get(row, name);
    if (!as || typeof value !== 'object' || value === null) continue;
    Reflect.set(row, name, Array.isArray(value) ? value.map(as) : as(value));
  }
  return row;
}

/** One row may have come with several others, and is handed over once. */
function onceEach(as: (row: object) => object): (row: object) => object {
  const done = new WeakMap<object, object>();
  return (row) => {
    const known = done.get(row) ?? as(row);
    done.set(row, known);
    return known;
  };
}
