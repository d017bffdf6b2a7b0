import type { ClientBase } from 'pg';
import type { OpenedConsent } from './clients.ts';
import type { Database } from './Database.ts';
import { endGlassOf } from './glass.ts';
import { jsonObject } from './JsonObject.ts';
import type { PutOnFile } from './PutOnFile.ts';
import { raiseEpochs } from './raiseEpochs.ts';
import { renameGiver } from './renameGiver.ts';
import { underGateOfItsClient, underGatesOf } from './underGates.ts';

export type ConsentRow = OpenedConsent;

export type Withdrawal =
  | Readonly<{ kind: 'WITHDRAWN' | 'ALREADY_WITHDRAWN'; consent: ConsentRow; clientId: string; epoch: number }>
  | Readonly<{ kind: 'UNKNOWN' }>;

/** Whose consent a requester may reach: one that their agency put on file, or their own. */
export type Whose = Readonly<{ recordedByAgency: string }> | Readonly<{ clientId: string }>;

export type Consents = Readonly<{
  /** @throws when a consent with that id is on file. */
  record: (consent: ConsentRow) => Promise<PutOnFile>;
  /**
   * Puts a consent in the place of one it names in `supersedes`. @returns null, and changes nothing, where that one is withdrawn or
   * replaced.
   */
  recordInPlaceOf: (replaced: string, consent: ConsentRow) => Promise<PutOnFile | null>;
  /** Records all or none. Raises the epoch of each client once. */
  recordMany: (consents: readonly ConsentRow[]) => Promise<void>;
  /**
   * Withdraws a consent. Once this has resolved, nothing is disclosed on the consent any more, on any replica: what was decided before can
   * no longer be written to the ledger. Withdrawing again changes nothing, not even who withdrew it.
   */
  withdraw: (id: string, by: string, at: Date) => Promise<Withdrawal>;
  /** A consent that is not `whose` is not even read, so that response time does not reveal that it exists. */
  find: (id: string, whose?: Whose) => Promise<ConsentRow | null>;
  /** A client's consents as recorded, oldest first. */
  ofClient: (clientId: string) => Promise<readonly ConsentRow[]>;
}>;

export function consents(database: Database): Consents {
  const { prisma } = database;
  return {
    record: async (consent) => {
      const [put] = (await insert(database, [consent])) ?? [];
      if (put === undefined) throw new Error('A consent was not recorded, without a reason being given.');
      return put;
    },
    recordMany: async (all) => {
      await insert(database, all);
    },
    recordInPlaceOf: async (replaced, consent) => (await insert(database, [consent], replaced))?.[0] ?? null,
    withdraw: (id, by, at) => withdraw(database, id, by, at),
    find: async (id, whose) => {
      const row = await prisma.consent.findUnique({ where: { ...whose, id } });
      return row === null ? null : { ...row, body: jsonObject(row.body) };
    },
    ofClient: async (clientId) => {
      const rows = await prisma.consent.findMany({
        where: { clientId },
        orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map((row) => ({ ...row, body: jsonObject(row.body) }));
    },
  };
}

/** @returns the client under whom each was put; null where `replaced` is given and no longer stands. */
function insert(
  database: Database,
  given: readonly ConsentRow[],
  replaced?: string,
): Promise<readonly PutOnFile[] | null> {
  const clients = given.map(({ clientId }) => clientId);
  return underGatesOf(database, clients, async (connection, idNow) => {
    const rows = given.map((row) => ({ ...row, clientId: idNow(row.clientId) }));
    const epochs = await raiseEpochs(
      connection,
      rows.map((row) => row.clientId),
    );
    if (replaced !== undefined && !(await stands(connection, replaced, rows[0]?.clientId))) return null;
    await connection.query(
      `INSERT INTO consent (id, client_id, status, body, recorded_by_agency, recorded_by, recorded_at, withdrawn_at,
         withdrawn_by, words, language)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::jsonb[], $5::text[], $6::text[], $7::timestamptz[],
         $8::timestamptz[], $9::text[], $10::text[], $11::text[])`,
      [
        rows.map((row) => row.id),
        rows.map((row) => row.clientId),
        rows.map((row) => row.status),
        rows.map((row) => JSON.stringify(row.body)),
        rows.map((row) => row.recordedByAgency),
        rows.map((row) => row.recordedBy),
        rows.map((row) => row.recordedAt),
        rows.map((row) => row.withdrawnAt),
        rows.map((row) => row.withdrawnBy),
        rows.map((row) => row.words),
        rows.map((row) => row.language),
      ],
    );
    // A replacement must not be dated before what it replaces, whichever clock recorded it: else it would no longer replace it once it is
    // withdrawn.
    await connection.query(
      `UPDATE consent later SET recorded_at = earlier.at
       FROM (SELECT it.id, max(replaced.recorded_at) AS at FROM consent it
             JOIN consent replaced ON replaced.client_id = it.client_id AND it.body -> 'supersedes' ? replaced.id
             WHERE it.id = ANY($1) GROUP BY it.id) AS earlier
       WHERE later.id = earlier.id AND later.recorded_at < earlier.at`,
      [rows.filter(({ body }) => body.supersedes !== undefined).map(({ id }) => id)],
    );
    for (const [place, { id, clientId }] of rows.entries())
      if (clientId !== given[place]?.clientId) await renameGiver(connection, [id], clientId);
    for (const row of rows.filter(closes)) await endGlassOf(connection, row.clientId, row.recordedAt);
    return rows.map(({ clientId }) => ({ clientId, epoch: epochOf(epochs, clientId) }));
  });
}

/**
 * True of a consent of this client that is neither withdrawn nor replaced. The client's gate is held, so that stays true until the commit.
 * A consent that has meanwhile left with a file of its own does not count: a replacement put here would not affect it.
 */
async function stands(connection: ClientBase, id: string, client: string | undefined): Promise<boolean> {
  const { rows } = await connection.query(
    `SELECT FROM consent c WHERE id = $1 AND client_id = $2 AND withdrawn_at IS NULL AND NOT EXISTS (
       SELECT FROM consent later WHERE later.client_id = c.client_id AND later.body -> 'supersedes' ? c.id
         AND later.status NOT IN ('draft', 'entered-in-error')) FOR UPDATE`,
    [id, client],
  );
  return rows.length === 1;
}

/** True of a consent that may say less than what was said before: a refusal, a replacement, or a yes that leaves something out. */
const closes = ({ status, body }: ConsentRow): boolean =>
  status === 'refused' || body.supersedes !== undefined || leavesOut(body.rule, body.base === 'permit');

/** True where anything below a rule is denied. Exceptions reverse the rule above them, level by level. */
function leavesOut(rule: unknown, permits: boolean): boolean {
  const except: unknown = typeof rule === 'object' && rule !== null && 'except' in rule ? rule.except : undefined;
  if (!Array.isArray(except) || except.length === 0) return false;
  return permits || except.some((one) => leavesOut(one, !permits));
}

const consentColumns = `id, client_id AS "clientId", status, body, recorded_by_agency AS "recordedByAgency",
  recorded_by AS "recordedBy", recorded_at AS "recordedAt", withdrawn_at AS "withdrawnAt",
  withdrawn_by AS "withdrawnBy", words, language`;

async function withdraw(database: Database, id: string, by: string, at: Date): Promise<Withdrawal> {
  const withdrawal = await underGateOfItsClient(
    database,
    'consent',
    id,
    async (connection, clientId): Promise<Withdrawal> => {
      const changed = await connection.query<ConsentRow>(
        `UPDATE consent SET withdrawn_at = $2, withdrawn_by = $3 WHERE id = $1 AND withdrawn_at IS NULL
         RETURNING ${consentColumns}`,
        [id, at, by],
      );
      const [consent] = changed.rows;
      if (consent !== undefined) {
        const epochs = await raiseEpochs(connection, [clientId]);
        await endGlassOf(connection, clientId, at);
        return { kind: 'WITHDRAWN', consent, clientId, epoch: epochOf(epochs, clientId) };
      }
      const before = await connection.query<ConsentRow & Readonly<{ epoch: number }>>(
        `SELECT consent.*, client.epoch FROM (SELECT ${consentColumns} FROM consent WHERE id = $1) AS consent
         JOIN client ON client.id = consent."clientId"`,
        [id],
      );
      const [found] = before.rows;
      if (found === undefined) return { kind: 'UNKNOWN' };
      const { epoch, ...withdrawn } = found;
      return { kind: 'ALREADY_WITHDRAWN', consent: withdrawn, clientId, epoch };
    },
  );
  return withdrawal ?? { kind: 'UNKNOWN' };
}

function epochOf(epochs: ReadonlyMap<string, number>, clientId: string): number {
  const epoch = epochs.get(clientId);
  if (epoch === undefined) throw new Error('A client whose consent changed has no epoch.');
  return epoch;
}
