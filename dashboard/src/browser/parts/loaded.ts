import { GraphFault } from '../graph/GraphFault.ts';
import { readSettings } from '../session/Settings.ts';

const failed = new WeakSet<object>();

/**
 * Loads a part of the code, which `part` stands for. Throws `OFFLINE` where it did not come.
 *
 * Browsers keep that code did not come, and do not ask for it again as long as the document stays. So nothing is asked for without
 * a network; and what failed all the same comes with the whole document, at the same address, as soon as the hub answers again.
 */
export async function loaded<Loaded>(part: object, load: () => Promise<Loaded>): Promise<Loaded> {
  try {
    if (!navigator.onLine) throw new GraphFault('OFFLINE', '');
    if (failed.has(part)) return await withTheDocument();
    return await load().catch((error: unknown) => {
      failed.add(part);
      throw error;
    });
  } catch (error) {
    throw GraphFault.from(error);
  }
}

async function withTheDocument(): Promise<never> {
  await readSettings();
  location.reload();
  return new Promise(() => undefined);
}
