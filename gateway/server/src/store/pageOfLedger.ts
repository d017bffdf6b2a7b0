import type { Database } from './Database.ts';
import type { LedgerEntry } from './LedgerEntry.ts';

/** Which entries; parts left out test nothing, all that are given must hold. */
export type LedgerFilter = Readonly<{
  /** And every client whose file became part of this one's. */
  clientId?: string;
  /** The agency whose records were disclosed. */
  agencyId?: string;
  /** The agency that was told. */
  requesterAgency?: string;
  /** Not those told to this agency. */
  notToldTo?: string;
  purpose?: string;
  /** At this instant or later. */
  from?: Date;
  /** Before this instant. */
  to?: Date;
}>;

export type LedgerPage = LedgerFilter &
  Readonly<{
    /** Entries after this one in the order of the page; null: from its beginning. */
    after: number | null;
    first: number;
    /** Not beyond this entry. */
    until?: number;
    newestFirst?: boolean;
  }>;

/** Entries of the ledger, oldest first unless asked otherwise. */
export async function pageOfLedger({ prisma }: Database, page: LedgerPage): Promise<readonly LedgerEntry[]> {
  const { after, first, until, newestFirst = false, clientId, agencyId, requesterAgency, notToldTo, purpose } = page;
  const rows = await prisma.ledgerEntry.findMany({
    where: {
      ...(clientId === undefined ? {} : { clientId: { in: await idsLeadingTo(clientId, prisma) } }),
      ...(agencyId === undefined ? {} : { agencyId }),
      ...(purpose === undefined ? {} : { purpose }),
      requesterAgency: {
        ...(requesterAgency === undefined ? {} : { equals: requesterAgency }),
        ...(notToldTo === undefined ? {} : { not: notToldTo }),
      },
      at: { ...(page.from === undefined ? {} : { gte: page.from }), ...(page.to === undefined ? {} : { lt: page.to }) },
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

async function idsLeadingTo(id: string, prisma: Database['prisma']): Promise<string[]> {
  const merged = await prisma.client.findMany({ where: { mergedInto: id }, select: { id: true } });
  return [id, ...merged.map((client) => client.id)];
}
