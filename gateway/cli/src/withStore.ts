import { errorCode } from '@accord/server/postgres/errorCode';
import { StartFault } from '@accord/server/postgres/StartFault';
import { openStore, type Store } from '@accord/server/store/Store';
import { runningDemo } from './demo/runningDemo.ts';

/**
 * Runs something on the store of the hub at DATABASE_URL, or of the demonstration that runs here. Throws one sentence, without the
 * password, where there is none or it cannot be reached.
 */
export async function withStore<T>(run: (store: Store) => Promise<T>): Promise<T> {
  const url = process.env.DATABASE_URL ?? runningDemo()?.databaseUrl;
  if (!url) throw new StartFault('No hub is running here. Start one ("npm start"), or set DATABASE_URL.');
  const store = openStore(url);
  try {
    return await run(store);
  } catch (error) {
    if (!unreachable.test(errorCode(error))) throw error;
    const { host, pathname } = new URL(url);
    throw new StartFault(
      `The hub's database ${host}${pathname} cannot be reached (${errorCode(error)}). Start it, or set DATABASE_URL.`,
    );
  } finally {
    await store.close();
  }
}

/** No such host, nobody listens, refused at the door, no such database (PostgreSQL, appendix A), or Prisma's word for these. */
const unreachable = /^(E[A-Z]+|28\w{3}|3D000|08\w{3}|P10\d\d)$/;
