import { GraphFault } from '../graph/GraphFault.ts';
import { readSettings } from '../session/Settings.ts';

const failed = new WeakSet<object>();

/**
 * Loads a part of the code, which `part` stands for. Throws `OFFLINE` where it did not come.
 *
 * Browsers keep that code did not come, and do not ask for it again as long as the document stays. So none is asked for where
 * the hub is known to be out of reach; and what failed all the same comes with the whole document, at the same address, as soon as
 * the hub answers again.
 */
export async function loaded<Loaded>(part: object, load: () => Promise<Loaded>): Promise<Loaded> {
  try {
    // A browser that says that there is no network may all the same reach a hub on the same machine.
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
