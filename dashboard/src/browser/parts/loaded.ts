import { GraphFault } from '../graph/GraphFault.ts';
import { readSettings } from '../session/Settings.ts';

const failed = new WeakSet<object>();

/**
 * Loads a part of the code, identified by `part`. Throws `OFFLINE` if it does not arrive.
 *
 * Browsers remember that a module failed to load, and do not request it again for the life of the document. So nothing is requested
 * while the hub is known to be out of reach; and after a failure the whole document is reloaded, at the same address, once the hub
 * answers again.
 */
export async function loaded<Loaded>(part: object, load: () => Promise<Loaded>): Promise<Loaded> {
  try {
    // A browser that reports no network may still reach a hub on the same machine.
    if (failed.has(part) || !navigator.onLine) await readSettings();
    if (failed.has(part)) return await withTheDocument();
    return await load().catch((error: unknown) => {
      failed.add(part);
      throw error;
    });
  } catch (error) {
    throw GraphFault.from(error);
  }
}

function withTheDocument(): Promise<never> {
  location.reload();
  return new Promise(() => undefined);
}
