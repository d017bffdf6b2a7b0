import type { FindArgs, Plan } from './RowsRead.ts';
import type { Batch } from './table.ts';

/** One call of a table's `rows`: how each statement it sends is loaded. */
export type Load = Readonly<{ plan(model: string, args: FindArgs): Plan }>;

let current: Load | undefined;

/**
 * Calls a table's `rows`, which `given` is the place of in the mapping. The statements it sends before it waits for anything load the
 * columns that are read of them; what it sends later loads whole rows.
 */
export function loading<Loaded>(given: object, { columns }: Batch, rows: () => Loaded): Loaded {
  const outer = current;
  current = columns?.of(given);
  try {
    return rows();
  } finally {
    current = outer;
  }
}

/** The call of a table's `rows` that runs at this moment, if what it reads is known or to be found out. */
export const currentLoad = (): Load | undefined => current;
