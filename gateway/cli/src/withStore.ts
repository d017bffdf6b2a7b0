import type { Store } from '@accord/server/store/Store';

/** `onStore`, which is loaded only when it is wanted: whoever reads a command's help needs no database. */
export async function withStore<T>(run: (store: Store) => Promise<T>): Promise<T> {
  const { onStore } = await import('./onStore.ts');
  return onStore(run);
}
