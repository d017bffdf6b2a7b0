import type { Database } from './Database.ts';

/** Which data about an agency's own clients are left out of what is counted together. */
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
  /** Lifts a veto of the agency; a veto already lifted stays as it is. @returns null where there is none. */
  lift: (
    id: string,
    of: Readonly<{ agencyId: string; by: string; reason: string; at: Date; liftId: string }>,
  ) => Promise<VetoRow | null>;
  /** Vetoes in force at this instant: the agency's data are withheld by its own decision, which is not the same as having none. */
  vetoesOf: (at: Date) => Promise<readonly VetoRow[]>;
  /** Every veto of an agency, newest first. */
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
          // Written only by `put`, from the closed list.
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
    // A veto on file is in force even if the clock that dated it was ahead.
    vetoesOf: async (at) => (await rowsOf()).filter((row) => row.liftedAt === null || row.liftedAt > at),
    ofAgency: rowsOf,
  };
}
