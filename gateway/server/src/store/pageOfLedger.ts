import type { Database } from './Database.ts';
import type { LedgerEntry } from './LedgerEntry.ts';

export type LedgerPage = Readonly<{
  /** Entries after this one in the order of the page; null: from its beginning. */
  after: number | null;
  first: number;
  /** Not beyond this entry. */
  until?: number;
  clientId?: string;
  /** The agency whose records were disclosed. */
  agencyId?: string;
  newestFirst?: boolean;
}>;

/** Entries of the ledger, oldest first unless asked otherwise. */
export async function pageOfLedger({ prisma }: Database, page: LedgerPage): Promise<readonly LedgerEntry[]> {
  const { after, first, until, clientId, agencyId, newestFirst = false } = page;
  const rows = await prisma.ledgerEntry.findMany({
    where: {
      ...(clientId === undefined ? {} : { clientId }),
      ...(agencyId === undefined ? {} : { agencyId }),
      seq: {
        ...(after === null ? {} : newestFirst ? { lt: after } : { gt: after }),
        ...(until === undefined ? {} : { lte: until }),
      },
    },
    orderBy: { seq: newestFirst ? 'desc' : 'asc' },
    take: first,
  });
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}
