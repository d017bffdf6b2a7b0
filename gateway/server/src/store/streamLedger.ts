import type { Database } from './Database.ts';
import type { LedgerEntry } from './LedgerEntry.ts';
import { type LedgerFilter, pageOfLedger } from './pageOfLedger.ts';

const pageSize = 1_000;

/** Yields entries one by one, oldest first, after `after` and not beyond `until`. Memory: one page, however many there are. */
export async function* streamLedger(
  database: Database,
  { after = null, ...filter }: LedgerFilter & Readonly<{ after?: number | null; until?: number }>,
): AsyncGenerator<LedgerEntry> {
  let last = after;
  for (;;) {
    const page = await pageOfLedger(database, { ...filter, after: last, first: pageSize });
    yield* page;
    if (page.length < pageSize) return;
    last = page.at(-1)?.seq ?? last;
  }
}
