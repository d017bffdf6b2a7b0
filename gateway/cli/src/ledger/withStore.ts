import { StartFault } from '@accord/server/postgres/StartFault';
import { openStore, type Store } from '@accord/server/store/Store';
import { runningDemo } from '../demo/runningDemo.ts';

/** Runs something on the store of the hub at DATABASE_URL, or of the demonstration that runs here. */
export async function withStore<T>(run: (store: Store) => Promise<T>): Promise<T> {
  const url = process.env.DATABASE_URL ?? runningDemo()?.databaseUrl;
  if (!url) throw new StartFault('No hub is running here. Start one ("npm start"), or set DATABASE_URL.');
  const store = openStore(url);
  try {
    return await run(store);
  } finally {
    await store.close();
  }
}
