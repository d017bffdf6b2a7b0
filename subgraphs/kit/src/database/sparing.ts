import { currentLoad } from '../mapping/loading.ts';
import type { FindArgs } from '../mapping/RowsRead.ts';

type FindMany = (args?: FindArgs) => Promise<readonly object[]>;

/**
 * The same Prisma client, but for a mapping's tables it loads only the columns and relations that the mapping reads
 * (`ColumnsRead`): `sparing(new PrismaClient(…))`. Everything else is Prisma's own.
 *
 * A mapping needs no change for it, but must not keep rows from one request to the next: a column read later may not have
 * been loaded.
 */
export function sparing<Client extends object>(client: Client): Client {
  const models = new Map<string, object>();
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof name === 'symbol' || name.startsWith('_')) return value;
      // Prisma's `$…` methods need the client itself as `this`.
      if (name.startsWith('$')) return typeof value === 'function' ? value.bind(target) : value;
      if (typeof value !== 'object' || value === null) return value;
      const findMany: unknown = Reflect.get(value, 'findMany');
      if (typeof findMany !== 'function') return value;
      const known = models.get(name) ?? sparingModel(name, value, (args) => findMany.call(value, args));
      models.set(name, known);
      return known;
    },
  });
}

const sparingModel = (name: string, model: object, findMany: FindMany): object =>
  new Proxy(model, {
    get: (target, word) =>
      word === 'findMany' ? (args?: FindArgs) => find(name, findMany, args) : Reflect.get(target, word),
  });

const begins: ReadonlySet<string | symbol> = new Set(['then', 'catch', 'finally']);

/**
 * Starts when awaited, as Prisma's promises do. In a list for `$transaction` it is Prisma's own promise, and its rows are
 * whole.
 */
function find(model: string, findMany: FindMany, args: FindArgs = {}): Promise<readonly object[]> {
  const plan = currentLoad()?.plan(model, args);
  if (!plan) return findMany(args);
  const { args: narrowed, as } = plan;
  let found: Promise<readonly object[]> | undefined;
  const begin = (): Promise<readonly object[]> => {
    found ??= as ? findMany(narrowed).then((rows) => rows.map(as)) : findMany(narrowed);
    return found;
  };
  let own: Promise<readonly object[]> | undefined;
  const ofPrisma = (): Promise<readonly object[]> => {
    own ??= findMany(args);
    return own;
  };
  // Every access goes to the promise; the target object is never seen.
  return new Proxy({} as Promise<readonly object[]>, {
    get(_, word) {
      const from = begins.has(word) ? begin() : ofPrisma();
      const value: unknown = Reflect.get(from, word);
      return typeof value === 'function' ? value.bind(from) : value;
    },
  });
}
