import type { Database } from './Database.ts';

/** What of an agency's own clients' data is left out of what is counted together. */
export type VetoScope = 'EVERYTHING' | 'FIGURES' | 'AUDITS';

export type NewVeto = Readonly<{
  id: string;
  agencyId: string;
  scope: VetoScope;
  reason: string;
  by: string;
  at: Date;
}>;

/** A veto, and when it was lifted. */
export type VetoRow = NewVeto & Readonly<{ liftedAt: Date | null; liftedBy: string | null; liftedWhy: string | null }>;

export type Vetoes = Readonly<{
  put: (veto: NewVeto) => Promise<void>;
  /** Lifts a veto of the agency. One that is lifted stays as it is. @returns null where there is none. */
  lift: (
    id: string,
    of: Readonly<{ agencyId: string; by: string; reason: string; at: Date; liftId: string }>,
  ) => Promise<VetoRow | null>;
  /** Vetoes that are on file and not lifted at this instant, by agency: their data are withheld by their own decision, which is not the same as none. */
  vetoesOf: (at: Date) => Promise<readonly VetoRow[]>;
  /** Every veto of an agency, the newest first. */
  ofAgency: (agencyId: string) => Promise<readonly VetoRow[]>;
}>;

export function vetoes({ prisma }: Database): Vetoes {
  const rowsOf = async (agencyId?: string): Promise<readonly VetoRow[]> => {
    const rows = await prisma.aggregateVeto.findMany({
      where: agencyId === undefined ? {} : { agencyId },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    });
    const lifts = new Map(rows.flatMap((row) => (row.lifts === null ? [] : [[row.lifts, row] as const])));
    return rows
      .filter((row) => row.lifts === null)
      .map(({ lifts: _, scope, ...row }) => {
        const lift = lifts.get(row.id);
        return {
          ...row,
          // Written by `put` alone, from the closed list.
          scope: scope as VetoScope,
          ...{ liftedAt: lift?.at ?? null, liftedBy: lift?.by ?? null, liftedWhy: lift?.reason ?? null },
        };
      });
  };
  return {
    put: async (veto) => {
      await prisma.aggregateVeto.create({ data: veto });
    },
    lift: async (id, { agencyId, by, reason, at, liftId }) => {
      const veto = (await rowsOf(agencyId)).find((row) => row.id === id);
      if (!veto) return null;
      await prisma.aggregateVeto.createMany({
        data: [{ id: liftId, agencyId, scope: veto.scope, reason, by, at, lifts: id }],
        skipDuplicates: true,
      });
      return (await rowsOf(agencyId)).find((row) => row.id === id) ?? null;
    },
    // One that is on file stands, though the clock by which it was put there may be ahead.
    vetoesOf: async (at) => (await rowsOf()).filter((row) => row.liftedAt === null || row.liftedAt > at),
    ofAgency: rowsOf,
  };
}
