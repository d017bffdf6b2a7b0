import type { FindArgs, Plan } from './RowsRead.ts';
import type { Batch } from './table.ts';

/** One call of a table's `rows`: how each statement it sends is loaded. */
export type Load = Readonly<{ plan(model: string, args: FindArgs): Plan }>;

let current: Load | undefined;

/**
 * Calls a table's `rows`; `given` identifies the table's place in the mapping. Statements sent before it first waits load
 * only the columns that are read of them; later statements load whole rows.
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

/** The call of a table's `rows` that is running now, if the columns it needs are known or being learnt. */
export const currentLoad = (): Load | undefined => current;
