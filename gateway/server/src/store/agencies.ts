import { type Agency, Prisma } from '../generated/prisma/client.ts';
import type { Database } from './Database.ts';
import { type JsonObject, jsonObject } from './JsonObject.ts';
import { withdrawRecords } from './putRecords.ts';
import { type Stewardship, stewardships } from './stewardships.ts';

export type AgencyState = 'ACTIVE' | 'SUSPENDED' | 'REMOVED';
export type Participation = 'ALL' | 'CONSENTED' | 'NONE';

/** The part of the contract that an agency serves. */
export type Served = Readonly<{
  contractVersion: string;
  modules: readonly string[];
  /** For the partnership's own modules among them: the revision it serves. */
  moduleRevisions?: Readonly<Record<string, number>>;
}>;

/** What the hub itself last observed of an agency. */
export type Observation = Readonly<{
  at: Date;
  /** What it served when it last served something known; null where it never did. */
  served: Served | null;
  /** Why it could not take part as observed; null where it could. */
  why: string | null;
}>;

/** The kind of agency that by default announces only people who agreed: being known to such a service is itself a danger to them. */
export const familyViolence = 'FAMILY_VIOLENCE';

/** Stands for the contract's version until the hub first sees what the agency serves, which is then taken over. */
export const notSeen = '';

export type AgencyRow = Readonly<{
  id: string;
  name: string;
  kind: string;
  /** The law's names for the kind of entity: ISE, RAE. */
  entity: readonly string[];
  url: string;
  /** A JWK; null until the agency has joined with one. */
  publicKey: JsonObject | null;
  state: AgencyState;
  /** What entitles it to a say over how its own clients' data are counted; null or left out: nothing does. */
  stewardship?: Stewardship | null;
  /** Whose records it announces for linkage. Default for a new agency: ALL, or CONSENTED for family violence services. */
  participation?: Participation;
  joinedAt: Date;
  /** When its last complete sync ended; left out where none has. Written only by `synced`. */
  lastSyncedAt?: Date;
  /** Written by `observe`; `upsert` and `change` clear it. */
  observed?: Observation | null;
}> &
  Served;

/** What an upgrade of an agency may change. */
export type AgencyChanges = Pick<
  AgencyRow,
  'name' | 'kind' | 'entity' | 'url' | 'publicKey' | 'contractVersion' | 'modules' | 'moduleRevisions'
>;

/** What an agency reports about its linkage secret: the epoch, and a check value that only agencies with the same secret share. */
export type ToldSecret = Readonly<{ keyEpoch: number; check: string }>;

/** Of the other agencies that reported for the same epoch, how many have the same secret and how many have another. */
export type SecretsBeside = Readonly<{ same: number; other: number }>;

/** The outcome of inspecting an agency. */
export type Finding = Readonly<{ kind: 'FIT' } & Served> | Readonly<{ kind: 'REFUSED'; why: string }>;

export type Agencies = Readonly<{
  /** All agencies, by id. */
  all: () => Promise<readonly AgencyRow[]>;
  /** Adds or replaces an agency. What was observed of it before is forgotten. */
  upsert: (agency: AgencyRow) => Promise<void>;
  /**
   * Changes what an agency serves, and where and how it is known, but not its state, which somebody else may be changing. What was observed
   * of it before is forgotten. @returns false when there is no such agency.
   */
  change: (id: string, changes: AgencyChanges) => Promise<boolean>;
  /** Records what the hub found at an agency's address. If what it serves was not known yet, that is taken over. */
  observe: (agency: Readonly<{ id: string; url: string }>, found: Finding, at: Date) => Promise<void>;
  /**
   * Returns an agency that listens and was last inspected about `everyMs` ago or longer, for the caller to inspect; no other replica is
   * given it as well. Undefined where none is due.
   */
  nextToLookAt: (everyMs: number) => Promise<AgencyRow | undefined>;
  /** Has no effect on a removed agency. @returns false when there is no such agency. */
  setState: (id: string, state: AgencyState) => Promise<boolean>;
  /**
   * Takes the agency out of the partnership: its records are taken back, and it is neither asked nor believed any more. Its name stays, for
   * the ledger and for what it put on file. @returns false when there is no such agency, or it had been removed before.
   */
  remove: (id: string, at: Date) => Promise<boolean>;
  /** @returns false when there is no such agency. */
  setStewardship: (id: string, stewardship: Stewardship | null) => Promise<boolean>;
  /** NONE also takes back every record it announced. @returns false when there is no such agency. */
  setParticipation: (id: string, participation: Participation, at: Date) => Promise<boolean>;
  /** Records that a complete sync of the agency has ended. */
  synced: (id: string, at: Date) => Promise<void>;
  /** Stores what an agency reports about its secret, and compares it with the last reports of the other active agencies. */
  tellSecret: (id: string, told: ToldSecret) => Promise<SecretsBeside>;
  /** For each active agency that has reported: how its secret compares with those of the others. */
  secretsTold: () => Promise<ReadonlyMap<string, SecretsBeside & Pick<ToldSecret, 'keyEpoch'>>>;
  /** Where the agency's own list of changes continues; null: from the beginning, or it keeps no such list. */
  syncCursor: (id: string) => Promise<string | null>;
}>;

export function agencies({ prisma, pool, transaction }: Database): Agencies {
  return {
    all: async () => (await prisma.agency.findMany({ orderBy: { id: 'asc' } })).map(rowOf),
    observe: async ({ id, url }, found, at) => {
      const { contractVersion, modules, moduleRevisions = {} } = found.kind === 'FIT' ? found : nothingServed;
      const served = { contractVersion, modules, moduleRevisions };
      const seen = found.kind === 'FIT' ? { at, served, why: null } : { at, why: found.why };
      await pool.query(
        `UPDATE agency SET observed = COALESCE(observed, '{}'::jsonb) || $3::jsonb WHERE id = $1 AND url = $2`,
        [id, url, JSON.stringify(seen)],
      );
      if (found.kind !== 'FIT') return;
      await pool.query(
        `UPDATE agency SET contract_version = $3, modules = $4, module_revisions = $5::jsonb
         WHERE id = $1 AND url = $2 AND contract_version = $6`,
        [id, url, contractVersion, modules, JSON.stringify(moduleRevisions), notSeen],
      );
    },
    nextToLookAt: async (everyMs) => {
      const { rows } = await pool.query<{ id: string }>(
        `UPDATE agency SET looked_at = now() WHERE id = (
           SELECT id FROM agency
           WHERE state = 'ACTIVE' AND url LIKE 'http%'
             AND (looked_at IS NULL OR looked_at < now() - (0.8 + 0.4 * random()) * $1 * interval '1 millisecond')
           ORDER BY looked_at NULLS FIRST LIMIT 1 FOR UPDATE SKIP LOCKED)
         RETURNING id`,
        [everyMs],
      );
      const [due] = rows;
      const row = due && (await prisma.agency.findUnique({ where: { id: due.id } }));
      return row ? rowOf(row) : undefined;
    },
    change: async (id, { name, kind, entity, url, ...served }) => {
      const { count } = await prisma.agency.updateMany({
        where: { id, state: { not: 'REMOVED' } },
        data: { name, kind, entity: [...entity], url, ...columnsOf(served), observed: Prisma.DbNull },
      });
      return count === 1;
    },
    upsert: async ({ id, observed: _, lastSyncedAt: __, ...agency }) => {
      const row = { ...agency, entity: [...agency.entity], ...columnsOf(agency), observed: Prisma.DbNull };
      const participation: Participation = agency.kind === familyViolence ? 'CONSENTED' : 'ALL';
      await prisma.agency.upsert({ where: { id }, create: { id, participation, ...row }, update: row });
    },
    setStewardship: async (id, stewardship) => {
      const { count } = await prisma.agency.updateMany({
        where: { id, state: { not: 'REMOVED' } },
        data: { stewardship },
      });
      return count === 1;
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
    remove: (id, at) =>
      transaction(async (connection) => {
        const { rowCount } = await connection.query(
          `UPDATE agency SET state = 'REMOVED', public_key = NULL, sync_cursor = NULL WHERE id = $1 AND state <> 'REMOVED'`,
          [id],
        );
        if (rowCount === 1) await withdrawRecords(connection, id, at);
        return rowCount === 1;
      }),
    synced: async (id, at) => {
      await prisma.agency.updateMany({ where: { id }, data: { lastSyncedAt: at } });
    },
    tellSecret: async (id, { keyEpoch, check }) => {
      await pool.query(
        `UPDATE agency SET secret_epoch = $2, secret_check = $3
         WHERE id = $1 AND (secret_epoch, secret_check) IS DISTINCT FROM ($2, $3)`,
        [id, keyEpoch, check],
      );
      const { same = 0, other = 0 } = (await secretsTold(pool)).get(id) ?? {};
      return { same, other };
    },
    secretsTold: () => secretsTold(pool),
    syncCursor: async (id) => (await prisma.agency.findUnique({ where: { id } }))?.syncCursor ?? null,
    setState: async (id, state) => {
      const { count } = await prisma.agency.updateMany({ where: { id, state: { not: 'REMOVED' } }, data: { state } });
      return count === 1;
    },
  };
}

async function secretsTold(pool: Database['pool']): ReturnType<Agencies['secretsTold']> {
  const { rows } = await pool.query<{ id: string; keyEpoch: number; same: number; other: number }>(
    `SELECT mine.id, mine.secret_epoch AS "keyEpoch",
       (count(*) FILTER (WHERE theirs.secret_check = mine.secret_check))::int AS same,
       (count(*) FILTER (WHERE theirs.secret_check <> mine.secret_check))::int AS other
     FROM agency mine
     LEFT JOIN agency theirs ON theirs.id <> mine.id AND theirs.state = 'ACTIVE' AND theirs.secret_epoch = mine.secret_epoch
     WHERE mine.state = 'ACTIVE' AND mine.secret_check IS NOT NULL GROUP BY mine.id`,
  );
  return new Map(rows.map(({ id, ...told }) => [id, told]));
}

const nothingServed: Served = { contractVersion: notSeen, modules: [] };

/** The row without the columns that only the store uses. */
function rowOf({
  syncCursor: _,
  lookedAt: __,
  secretCheck: ___,
  secretEpoch: ____,
  lastSyncedAt,
  moduleRevisions,
  observed,
  publicKey,
  stewardship,
  ...row
}: Agency): AgencyRow {
  return {
    ...row,
    stewardship: stewardships.find((one) => one === stewardship) ?? null,
    moduleRevisions: revisionsIn(moduleRevisions),
    publicKey: publicKey === null ? null : jsonObject(publicKey),
    ...(lastSyncedAt !== null && { lastSyncedAt }),
    ...(observed !== null && { observed: observationIn(observed) }),
  };
}

function observationIn(stored: unknown): Observation {
  const { at, served, why } = { at: 0, served: null, why: null, ...jsonObject(stored) };
  return {
    at: new Date(typeof at === 'string' ? at : 0),
    served: served === null ? null : servedIn(jsonObject(served)),
    why: typeof why === 'string' ? why : null,
  };
}

const servedIn = ({ contractVersion, modules, moduleRevisions }: JsonObject): Served => ({
  contractVersion: String(contractVersion),
  modules: Array.isArray(modules) ? modules.map(String) : [],
  moduleRevisions: revisionsIn(moduleRevisions),
});

/** Values that are not numbers are left out. */
function revisionsIn(stored: unknown): Readonly<Record<string, number>> {
  const entries = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
  return Object.fromEntries(
    entries.flatMap(([name, revision]) => (typeof revision === 'number' ? [[name, revision] as const] : [])),
  );
}

/** The columns in the form the database takes. */
const columnsOf = ({
  publicKey,
  contractVersion,
  modules,
  moduleRevisions,
}: Pick<AgencyRow, 'publicKey' | 'contractVersion' | 'modules' | 'moduleRevisions'>) => ({
  contractVersion,
  modules: [...modules],
  moduleRevisions: { ...moduleRevisions },
  publicKey: publicKey === null ? Prisma.DbNull : JSON.parse(JSON.stringify(publicKey)),
});
