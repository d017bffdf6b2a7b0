import { dialsIn } from '@accord/contract/dialsIn';
import { type AgencyRow, notSeen, type Served } from '@accord/server/store/agencies';
import type { Store } from '@accord/server/store/Store';
import { InputFault } from '../InputFault.ts';
import { look } from './look.ts';

/** What is known about an agency's contract, and a word about how it is known. */
export type TakenOver = Readonly<{
  served: Served;
  note: string;
}>;

/**
 * The version and modules that an agency serves now. Throws an `InputFault` with the reason if it cannot take part.
 *
 * An agency that dials out has no address: the hub looks at it whenever it connects, and what it found then is taken over.
 * `before` is what is on file about it.
 */
export async function takeOver(
  { id, url }: Readonly<{ id: string; url: string }>,
  before: AgencyRow | undefined,
  store: Store,
): Promise<TakenOver> {
  if (url === dialsIn) return ofDialler(before?.url === dialsIn ? before : undefined);
  const found = await look({ id, url }, store);
  if (found.kind !== 'FIT') throw new InputFault(`"${id}" cannot take part: ${found.why}`);
  const { kind: _, knocked, ...served } = found;
  return {
    served,
    note: knocked
      ? ''
      : " Whether it has this hub's key was not tested: the hub's keys are not here (set ACCORD_KEYS_FILE).",
  };
}

function ofDialler(before: AgencyRow | undefined): TakenOver {
  const observed = before?.observed;
  if (observed?.why) return { served: before ?? unseen, note: ` Its last connection was refused: ${observed.why}` };
  const known = observed?.served ?? before ?? unseen;
  return {
    served: known,
    note:
      known.contractVersion === notSeen
        ? ' It dials out: the hub checks it when it connects, accepts what it serves then, and asks it nothing before that.'
        : '',
  };
}

const unseen: Served = { contractVersion: notSeen, modules: [] };

/** What it serves, without the rest of a row. */
export const servedOf = ({ contractVersion, modules, moduleRevisions = {} }: Served): Served => ({
  ...{ contractVersion, modules, moduleRevisions },
});
