/** A statement as a Prisma driver adapter receives it. */
export type SqlStatement = Readonly<{ sql: string; args: unknown[]; argTypes: unknown[] }>;

/** What an adapter returns: column names, and rows as lists. */
export type SqlAnswer = Readonly<{ columnNames: readonly string[]; rows: readonly (readonly unknown[])[] }>;

/** The parts of an open Prisma driver adapter needed to observe statements and to ask for their plans. */
export type OpenAdapter = Readonly<{
  provider: string;
  queryRaw(statement: SqlStatement): Promise<SqlAnswer>;
}>;

/** The part of a Prisma driver adapter needed here; those of every engine have it. */
type Adapter = Readonly<{ connect(): Promise<OpenAdapter> }>;

/** A statement that went to the database, and the adapter it went through. */
export type HeardStatement = Readonly<{ statement: SqlStatement; by: OpenAdapter }>;

let hear: ((heard: HeardStatement) => void) | undefined;

/**
 * The same adapter, made observable: `new PrismaClient({ adapter: watched(new PrismaPg(…)) })`.
 *
 * While nobody observes it (`statementsOf`), it keeps nothing and costs no time. Statements inside a transaction are seen
 * too: a mapping only reads, but Prisma begins a transaction of its own when it splits a long list of values into several
 * statements.
 */
export function watched<Factory extends Adapter>(factory: Factory): Factory {
  return new Proxy(factory, {
    get: (target, name) =>
      name === 'connect'
        ? async () => {
            const adapter = await target.connect();
            return watchedConnection(adapter, adapter);
          }
        : bound(target, Reflect.get(target, name)),
  });
}

/** `by`: where a statement's plan can be requested later, when a transaction is over. */
function watchedConnection<Connection extends object>(connection: Connection, by: OpenAdapter): Connection {
  return new Proxy(connection, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name === 'startTransaction')
        return async (...given: unknown[]): Promise<object> => watchedConnection(await value.apply(target, given), by);
      if (name !== 'queryRaw') return value.bind(target);
      return (statement: SqlStatement): unknown => {
        if (hear) hear({ statement, by });
        return value.call(target, statement);
      };
    },
  });
}

/** Adapters keep their state in private fields, which a proxy does not have, so methods are bound to the adapter. */
const bound = (target: object, value: unknown): unknown => (typeof value === 'function' ? value.bind(target) : value);

/** Runs `run` and returns its result, with the statements that watched adapters sent meanwhile. Only one at a time. */
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
