import { Prisma } from '../generated/prisma/client.ts';
import type { Database } from './Database.ts';
import { type JsonObject, jsonObject } from './JsonObject.ts';

export type AgencyState = 'ACTIVE' | 'SUSPENDED';

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
  joinedAt: Date;
}>;

export type Agencies = Readonly<{
  /** By id. */
  all: () => Promise<readonly AgencyRow[]>;
  upsert: (agency: AgencyRow) => Promise<void>;
  /** @returns false when there is no such agency. */
  setState: (id: string, state: AgencyState) => Promise<boolean>;
}>;

export function agencies({ prisma }: Database): Agencies {
  return {
    all: async () => {
      const rows = await prisma.agency.findMany({ orderBy: { id: 'asc' } });
      return rows.map((row) => ({ ...row, publicKey: row.publicKey === null ? null : jsonObject(row.publicKey) }));
    },
    upsert: async ({ id, ...agency }) => {
      const row = {
        ...agency,
        entity: [...agency.entity],
        modules: [...agency.modules],
        publicKey: agency.publicKey === null ? Prisma.DbNull : JSON.parse(JSON.stringify(agency.publicKey)),
      };
      await prisma.agency.upsert({ where: { id }, create: { id, ...row }, update: row });
    },
    setState: async (id, state) => {
      const { count } = await prisma.agency.updateMany({ where: { id }, data: { state } });
      return count === 1;
    },
  };
}
