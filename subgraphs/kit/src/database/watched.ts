/** A statement as a Prisma driver adapter is given it. */
export type SqlStatement = Readonly<{ sql: string; args: unknown[]; argTypes: unknown[] }>;

/** What an adapter gives back: names of columns, and rows as lists. */
export type SqlAnswer = Readonly<{ columnNames: readonly string[]; rows: readonly (readonly unknown[])[] }>;

/** Of an open Prisma driver adapter, what is needed to look on and to ask how a statement would be run. */
export type OpenAdapter = Readonly<{
  provider: string;
  queryRaw(statement: SqlStatement): Promise<SqlAnswer>;
}>;

/** Of a Prisma driver adapter, what is needed here: those of every engine have it. */
type Adapter = Readonly<{ connect(): Promise<object> }>;

/** A statement that went to the database, and the way it went. */
export type HeardStatement = Readonly<{ statement: SqlStatement; by: OpenAdapter }>;

let hear: ((heard: HeardStatement) => void) | undefined;

/**
 * The same adapter, which can be looked at while it works: `new PrismaClient({ adapter: watched(new PrismaPg(…)) })`.
 *
 * Nothing is kept and nothing is slower while nobody looks (`statementsOf`). Statements inside a transaction are seen too: a mapping
 * only reads, but Prisma begins one of its own where it cuts a long list of values into several statements.
 */
export function watched<Factory extends Adapter>(factory: Factory): Factory {
  return new Proxy(factory, {
    get: (target, name) =>
      name === 'connect'
        ? async () => watchedConnection(await target.connect())
        : bound(target, Reflect.get(target, name)),
  });
}

/** `by`: where a statement can be asked about afterwards, when a transaction is over. */
function watchedConnection<Connection extends object>(connection: Connection, by: object = connection): Connection {
  return new Proxy(connection, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name === 'startTransaction')
        return async (...given: unknown[]): Promise<object> => watchedConnection(await value.apply(target, given), by);
      if (name !== 'queryRaw') return value.bind(target);
      return (statement: SqlStatement): unknown => {
        if (hear) hear({ statement, by: by as unknown as OpenAdapter });
        return value.call(target, statement);
      };
    },
  });
}

/** Adapters keep their state in private fields, which a proxy does not have. */
const bound = (target: object, value: unknown): unknown => (typeof value === 'function' ? value.bind(target) : value);

/** Runs `run` and gives what it gives, with the statements that watched adapters sent meanwhile. One at a time. */
export async function statementsOf<Value>(
  run: () => Promise<Value>,
): Promise<Readonly<{ value: Value; heard: readonly HeardStatement[] }>> {
  if (hear) throw new Error('Somebody already looks at the statements; one at a time.');
  const heard: HeardStatement[] = [];
  hear = (one) => void heard.push(one);
  try {
    return { value: await run(), heard };
  } finally {
    hear = undefined;
  }
}
