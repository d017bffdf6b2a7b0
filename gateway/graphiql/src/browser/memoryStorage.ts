/** What GraphiQL needs of a storage: the browser's `Storage` without the methods that it never calls. */
export type MemoryStorage = Readonly<{
  length: number;
  getItem: (key: string) => string | null;
  setItem: (key: string, value: string) => void;
  removeItem: (key: string) => void;
  clear: () => void;
}>;

/**
 * A storage that ends with the page.
 *
 * Operations and variables can name people; on a shared computer they must not be there for the next user.
 */
export function memoryStorage(): MemoryStorage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      kept.set(key, value);
    },
    removeItem: (key) => {
      kept.delete(key);
    },
    clear: () => kept.clear(),
  };
}
