import type { Store } from '@accord/server/store/Store';

/** `onStore`, loaded only when it is needed: reading a command's help needs no database. */
export async function withStore<T>(run: (store: Store) => Promise<T>): Promise<T> {
  const { onStore } = await import('./onStore.ts');
  return onStore(run);
}
