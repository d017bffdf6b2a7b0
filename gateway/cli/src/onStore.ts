import { databaseNamed } from '@accord/server/postgres/databaseNamed';
import { errorCode } from '@accord/server/postgres/errorCode';
import { StartFault } from '@accord/server/postgres/StartFault';
import { lacksConnection, refusedWith } from '@accord/server/store/lacksConnection';
import { openStore, type Store } from '@accord/server/store/Store';
import { databaseUrlOf } from './databaseUrlOf.ts';
import { runningHere } from './runningHere.ts';

/**
 * Runs something on the store of the hub at DATABASE_URL, or of the one running here with its own database. Throws one
 * sentence, without the password, if there is none, if it cannot be reached or written to, or if it lacks a hub's tables.
 */
export async function onStore<T>(run: (store: Store) => Promise<T>): Promise<T> {
  const url = databaseUrlOf(process.env) ?? runningHere()?.databaseUrl;
  if (!url) throw new StartFault('No hub is running here. Start one with "npm start", or set DATABASE_URL.');
  const store = openStore(url);
  try {
    return await run(store);
  } catch (error) {
    const why = whyNot(error);
    if (why === undefined) throw error;
    throw new StartFault(`The hub's database ${databaseNamed(url)} ${why}`);
  } finally {
    await store.close();
  }
}

/** What is wrong with the database, and what to do; undefined if the error is something else. */
function whyNot(error: unknown): string | undefined {
  if (isUnreachable(error)) return `cannot be reached${codeOf(error)}. Start it, or set DATABASE_URL.`;
  if (refusedWith(error, noTables))
    return "does not have this version's tables. Set DATABASE_URL to the hub's own database; a hub of this version creates the tables when it starts.";
  if (refusedWith(error, ['25006']))
    return 'is read-only, so nothing was changed. Set DATABASE_URL to the database that the hub writes to.';
  if (refusedWith(error, ['53100']))
    return 'is on a full disk, so nothing was changed. Free some space, then try again.';
  return undefined;
}

/** No such table or column: PostgreSQL's codes and Prisma's. */
const noTables = ['42P01', '42703', 'P2021', 'P2022'];

/** Login or connection refused, or no such database (PostgreSQL, appendix A), and Prisma's codes for these. */
const refused = /^(28\w{3}|3D000|08\w{3}|P10\d\d)$/;

/**
 * By code, never by kind: file errors have codes like these, and an output that cannot be written is not the database's fault.
 */
const isUnreachable = (error: unknown): boolean =>
  lacksConnection(error) || refused.test(errorCode(error)) || isOfDialling(error);

/** No such socket, or no address to dial from. */
const isOfDialling = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && Reflect.get(error, 'syscall') === 'connect';

const codeOf = (error: unknown): string => (errorCode(error) === '' ? '' : ` (${errorCode(error)})`);
