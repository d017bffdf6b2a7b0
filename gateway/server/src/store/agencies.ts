import { Prisma } from '../generated/prisma/client.ts';
import type { Database } from './Database.ts';
import { type JsonObject, jsonObject } from './JsonObject.ts';
import { withdrawRecords } from './putRecords.ts';

export type AgencyState = 'ACTIVE' | 'SUSPENDED';
export type Participation = 'ALL' | 'CONSENTED' | 'NONE';

export type AgencyRow = Readonly<{
  id: string;
  name: string;
  kind: string;
  /** ISE, RAE, as the law calls it. */
  entity: readonly string[];
  url: string;
  /** A JWK; null until the agency has joined with one. */
  publicKey: JsonObject | null;
  contractVersion: string;
  modules: readonly string[];
  state: AgencyState;
  /** Whose records it announces for linkage. Left out when it is put on file: ALL, or CONSENTED for family violence services. */
  participation?: Participation;
  joinedAt: Date;
}>;

export type Agencies = Readonly<{
  /** By id. */
  all: () => Promise<readonly AgencyRow[]>;
  upsert: (agency: AgencyRow) => Promise<void>;
  /** @returns false when there is no such agency. */
  setState: (id: string, state: AgencyState) => Promise<boolean>;
  /** NONE also takes back every record it announced. @returns false when there is no such agency. */
  setParticipation: (id: string, participation: Participation, at: Date) => Promise<boolean>;
  /** Where the agency's own list of changes goes on; null: from the beginning, or it keeps none. */
  syncCursor: (id: string) => Promise<string | null>;
}>;

export function agencies({ prisma, transaction }: Database): Agencies {
  return {
    all: async () => {
      const rows = await prisma.agency.findMany({ orderBy: { id: 'asc' } });
      return rows.map(({ syncCursor: _, ...row }) => ({
        ...row,
        publicKey: row.publicKey === null ? null : jsonObject(row.publicKey),
      }));
    },
    upsert: async ({ id, ...agency }) => {
      const row = {
        ...agency,
        entity: [...agency.entity],
        modules: [...agency.modules],
        publicKey: agency.publicKey === null ? Prisma.DbNull : JSON.parse(JSON.stringify(agency.publicKey)),
      };
      const participation = agency.kind === 'FAMILY_VIOLENCE' ? ('CONSENTED' as const) : ('ALL' as const);
      await prisma.agency.upsert({ where: { id }, create: { id, participation, ...row }, update: row });
    },
    setParticipation: (id, participation, at) =>
      transaction(async (connection) => {
        const { rowCount } = await connection.query(
          'UPDATE agency SET participation = $2::participation, sync_cursor = NULL WHERE id = $1',
          [id, participation],
        );
        if (participation === 'NONE') await withdrawRecords(connection, id, at);
        return rowCount === 1;
      }),
    syncCursor: async (id) => (await prisma.agency.findUnique({ where: { id } }))?.syncCursor ?? null,
    setState: async (id, state) => {
      const { count } = await prisma.agency.updateMany({ where: { id }, data: { state } });
      return count === 1;
    },
  };
}
