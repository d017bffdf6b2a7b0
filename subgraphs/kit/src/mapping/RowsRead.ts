/** The parts of a mapping's `findMany` arguments that matter here. */
export type FindArgs = Readonly<{ select?: unknown; omit?: unknown; include?: unknown }>;

/** What a statement loads, and how its rows are handed to the mapping. `as` is absent where rows can be handed over as they are. */
export type Plan = Readonly<{ args: FindArgs; as?: Handed }>;

/** Called with rows whose columns are being learnt; call `settle` on them when everything has been read. */
export type Learns = (rows: RowsRead) => void;

/** A mapping read a column that was not loaded. The question is then answered from whole rows (`ColumnsRead`). */
export class Unread extends Error {}

/**
 * Which columns and relations are read of one statement's rows. This is learnt from rows loaded whole; from then on only
 * those are loaded. Where a mapping makes its own selection (`select` or `omit`), the statement is left as it is.
 *
 * INVARIANT: what was not loaded never reads as empty. Reading it (also by listing or copying a row) throws `Unread`, calls
 * `missed`, and has it loaded from then on. That is why rows are proxies, which `structuredClone` refuses: an object with
 * getters could be cloned, but nobody would notice that its keys were listed.
 */
export class RowsRead {
  readonly #missed: () => void;
  /** All columns of a whole row. */
  readonly #columns = new Set<string>();
  readonly #read = new Set<string>();
  readonly #relations = new Map<string, RowsRead>();
  #settled = false;
  #known: Narrowing | undefined;

  constructor(missed: () => void) {
    this.#missed = missed;
  }

  /** The plan for loading only what is read of these rows, as far as that is known. */
  plan(args: FindArgs, learns: Learns): Plan {
    if (!this.#settled || saysItself(args)) return this.learn(args, learns);
    return this.#narrowed(args, this.#relationsIn(args), learns);
  }

  /** The plan for loading whole rows and noting what is read of them. */
  learn(args: FindArgs, learns: Learns): Plan {
    if (saysItself(args)) return { args };
    learns(this);
    const plans = this.#relationsIn(args).map(
      ({ name, given, below }) => [name, onceEach(below.learn(argsOf(given), learns).as)] as const,
    );
    return { args, as: (row) => this.#learning(handedDown(row, plans)) };
  }

  /** From here on, only what was read is loaded. Whole rows are loaded again if there was no row to learn from. */
  settle(): void {
    this.#settled = this.#columns.size > 0;
  }

  #narrowed(args: FindArgs, relations: readonly Relation[], learns: Learns): Plan {
    const { include: _, ...others } = args;
    const { loaded, missing, part } = this.#narrowing(relations);
    const plans = relations
      .filter(({ name }) => this.#read.has(name))
      .map(({ name, given, below }) => ({ name, given, plan: below.plan(argsOf(given), learns) }));
    const select: Readonly<Record<string, unknown>> = {
      ...loaded,
      ...Object.fromEntries(
        plans.map(({ name, given, plan }) => [name, Object.keys(plan.args).length > 0 ? plan.args : given]),
      ),
    };
    const handed = plans.flatMap(({ name, plan }) => (plan.as ? [[name, onceEach(plan.as)] as const] : []));
    const as: Handed = (row) => {
      const told = handedDown(row, handed);
      return part ? new Proxy(told, part) : told;
    };
    return { args: { ...others, select }, ...((missing.size > 0 || handed.length > 0) && { as }) };
  }

  /** The part of the plan that depends only on what has been read, cached until more is read. */
  #narrowing(relations: readonly Relation[]): Narrowing {
    const names = relations.map(({ name }) => name).join(' ');
    const of = `${this.#columns.size} ${this.#read.size} ${this.#relations.size} ${names}`;
    if (this.#known?.of === of) return this.#known;
    const columns = [...this.#columns].filter((name) => !this.#relations.has(name));
    const read = columns.filter((name) => this.#read.has(name));
    // If only the row's existence matters, one column is selected: Prisma does not select rows without columns.
    const selects = read.length > 0 || relations.some(({ name }) => this.#read.has(name));
    const loaded = new Set(selects ? read : columns.slice(0, 1));
    const missing = new Set([
      ...columns.filter((name) => !loaded.has(name)),
      ...relations.map(({ name }) => name).filter((name) => !this.#read.has(name)),
    ]);
    this.#known = {
      ...{ of, missing },
      loaded: Object.fromEntries([...loaded].map((name) => [name, true])),
      ...(missing.size > 0 && { part: this.#partOf(missing) }),
    };
    return this.#known;
  }

  /** A whole row that notes what is read of it. */
  #learning(row: object): object {
    if (this.#columns.size === 0) for (const name of Object.keys(row)) this.#columns.add(name);
    return new Proxy(row, this.#noting);
  }

  readonly #noting: ProxyHandler<object> = {
    get: (target, name, receiver) => {
      if (typeof name === 'string' && Object.hasOwn(target, name)) this.#read.add(name);
      return Reflect.get(target, name, receiver);
    },
    getOwnPropertyDescriptor: (target, name) => {
      if (typeof name === 'string') this.#read.add(name);
      return Reflect.getOwnPropertyDescriptor(target, name);
    },
    ownKeys: (target) => {
      for (const name of Object.keys(target)) this.#read.add(name);
      return Reflect.ownKeys(target);
    },
  };

  /** The handler for rows in which these columns are missing; one for all rows. */
  #partOf(missing: ReadonlySet<string>): ProxyHandler<object> {
    const assertLoaded = (target: object, name: string | symbol): void => {
      if (typeof name === 'string' && missing.has(name) && !Object.hasOwn(target, name)) this.#miss([name]);
    };
    return {
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
    };
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

/** `of`: the key of what this was worked out from. `part` is absent where nothing is missing. */
type Narrowing = Readonly<{
  of: string;
  loaded: Readonly<Record<string, true>>;
  missing: ReadonlySet<string>;
  part?: ProxyHandler<object>;
}>;

type Relation = Readonly<{ name: string; given: unknown; below: RowsRead }>;

const saysItself = ({ select, omit }: FindArgs): boolean => !!select || !!omit;

/** `true` is a relation included without arguments. */
const argsOf = (given: unknown): FindArgs => (typeof given === 'object' && given !== null ? given : {});

type Handed = (row: object) => object;

/** The same row, with its related rows handed over by their own plans. */
function handedDown(row: object, plans: readonly (readonly [string, Handed | undefined])[]): object {
  for (const [name, as] of plans) {
    const value: unknown = Reflect.get(row, name);
    if (!as || typeof value !== 'object' || value === null) continue;
    Reflect.set(row, name, Array.isArray(value) ? value.map(as) : as(value));
  }
  return row;
}

/** For related rows: the same row may come with several rows of the statement, and is handed over once. */
function onceEach(as: Handed | undefined): Handed | undefined {
  if (!as) return undefined;
  const done = new Map<object, object>();
  return (row) => {
    const known = done.get(row) ?? as(row);
    done.set(row, known);
    return known;
  };
}
