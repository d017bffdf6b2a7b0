import type { ClientBase } from 'pg';
import type { FactKind } from '../generated/prisma/enums.ts';
import type { Database } from './Database.ts';
import { type JsonObject, jsonObject } from './JsonObject.ts';
import type { PutOnFile } from './PutOnFile.ts';
import { raiseEpochs, raiseEpochsOfRepresented } from './raiseEpochs.ts';
import { underGateOfItsClient, underGatesOf } from './underGates.ts';

export type { FactKind } from '../generated/prisma/enums.ts';

/** A fact as it is put on file. */
export type NewFact = Readonly<{
  id: string;
  clientId: string;
  kind: FactKind;
  body: JsonObject;
  /** Null: the operator of the hub. */
  recordedByAgency: string | null;
  recordedBy: string;
  recordedAt: Date;
}>;

export type FactRow = NewFact & Readonly<{ endedAt: Date | null; endedBy: string | null; endedWhy: string | null }>;

/** Why, when and by whom a fact is ended. */
export type FactEnd = Readonly<{ by: string; why: string; at: Date }>;

export type Facts = Readonly<{
  /**
   * @returns null, with nothing on file, where the fact is a proxy or a block between two people whose files were made one meanwhile.
   * @throws when a fact with that id is on file.
   */
  add: (fact: NewFact) => Promise<PutOnFile | null>;
  /** As `add`, and ends what this agency had said of the same kind about the same client. */
  replace: (fact: NewFact) => Promise<PutOnFile | null>;
  /** Adds all or none, as they are given. */
  addMany: (facts: readonly NewFact[]) => Promise<void>;
  /**
   * Ends a fact; one that has ended stays as it is. Once this has resolved, nothing is disclosed on it any more.
   *
   * @returns the fact as it then is, with the client's new epoch; null where there is none.
   */
  end: (id: string, end: FactEnd) => Promise<Readonly<{ fact: FactRow; epoch: number }> | null>;
  /** A fact this agency put on file; another agency's is not even read. */
  find: (id: string, recordedByAgency: string) => Promise<FactRow | null>;
  /** Facts an agency put on file about a client, including ended ones, newest first. */
  ofClient: (clientId: string, agencyId: string) => Promise<readonly FactRow[]>;
  /** Facts of one kind that an agency put on file and that have not ended, newest first, from after the last one of the previous page. */
  standing: (
    of: Readonly<{ agencyId: string; kind: FactKind; after: Readonly<{ at: Date; id: string }> | null; first: number }>,
  ) => Promise<readonly FactRow[]>;
}>;

export function facts(database: Database): Facts {
  const { prisma } = database;
  return {
    add: (fact) => insertOne(database, fact, 'BESIDE'),
    replace: (fact) => insertOne(database, fact, 'REPLACING'),
    addMany: async (all) => {
      await insert(database, all, 'BESIDE');
    },
    end: (id, end) => endFact(database, id, end),
    find: async (id, recordedByAgency) => {
      const row = await prisma.fact.findUnique({ where: { id, recordedByAgency } });
      return row && { ...row, body: jsonObject(row.body) };
    },
    ofClient: async (clientId, recordedByAgency) => {
      const rows = await prisma.fact.findMany({ where: { clientId, recordedByAgency }, orderBy: newestFirst });
      return rows.map((row) => ({ ...row, body: jsonObject(row.body) }));
    },
    standing: async ({ agencyId, kind, after, first }) => {
      const rows = await prisma.fact.findMany({
        where: {
          ...{ recordedByAgency: agencyId, kind, endedAt: null },
          ...(after && {
            OR: [{ recordedAt: { lt: after.at } }, { recordedAt: after.at, id: { lt: after.id } }],
          }),
        },
        orderBy: newestFirst,
        take: first,
      });
      return rows.map((row) => ({ ...row, body: jsonObject(row.body) }));
    },
  };
}

const newestFirst = [{ recordedAt: 'desc' as const }, { id: 'desc' as const }];

function epochOf(epochs: ReadonlyMap<string, number>, clientId: string): number {
  const epoch = epochs.get(clientId);
  if (epoch === undefined) throw new Error('A client whose facts changed has no epoch.');
  return epoch;
}

/** `REPLACING` ends what the same agency had said of the same kind. */
type Way = 'BESIDE' | 'REPLACING';

async function insertOne(database: Database, fact: NewFact, way: Way): Promise<PutOnFile | null> {
  const all = await insert(database, [fact], way, nameTheirOwnClient);
  if (all === null) return null;
  const [put] = all;
  if (put === undefined) throw new Error('A fact was not recorded, without a reason being given.');
  return put;
}

/** @returns the client under whom each was put; null where these may not be put, which is looked at with the gates of their clients held. */
function insert(
  database: Database,
  given: readonly NewFact[],
  way: Way,
  mayNot?: typeof nameTheirOwnClient,
): Promise<readonly PutOnFile[] | null> {
  const clients = given.map(({ clientId }) => clientId);
  return underGatesOf(database, clients, async (connection, idNow) => {
    const rows = given.map((row) => ({ ...row, clientId: idNow(row.clientId) }));
    if (await mayNot?.(connection, rows)) return null;
    const epochs = await raiseEpochs(
      connection,
      rows.map((row) => row.clientId),
    );
    await raiseEpochsBeside(connection, rows);
    if (way === 'REPLACING')
      for (const { clientId, kind, recordedByAgency, recordedBy, recordedAt } of rows)
        await connection.query(
          `UPDATE fact SET ended_at = $4, ended_by = $5, ended_why = 'replaced'
           WHERE client_id = $1 AND kind = $2::fact_kind AND recorded_by_agency IS NOT DISTINCT FROM $3 AND ended_at IS NULL`,
          [clientId, kind, recordedByAgency, recordedAt, recordedBy],
        );
    await connection.query(
      `INSERT INTO fact (id, client_id, kind, body, recorded_by_agency, recorded_by, recorded_at)
       SELECT id, client_id, kind::fact_kind, body, recorded_by_agency, recorded_by, recorded_at
       FROM unnest($1::text[], $2::text[], $3::text[], $4::jsonb[], $5::text[], $6::text[], $7::timestamptz[])
         AS f (id, client_id, kind, body, recorded_by_agency, recorded_by, recorded_at)`,
      [
        rows.map((row) => row.id),
        rows.map((row) => row.clientId),
        rows.map((row) => row.kind),
        rows.map((row) => JSON.stringify(row.body)),
        rows.map((row) => row.recordedByAgency),
        rows.map((row) => row.recordedBy),
        rows.map((row) => row.recordedAt),
      ],
    );
    return rows.map(({ clientId }) => ({ clientId, epoch: epochOf(epochs, clientId) }));
  });
}

/**
 * Whether one of these is a proxy or a block that names, under whatever id, the client whose file it would be in.
 *
 * Callers looked before, and so does whoever makes two files one (`saidApart`). But the last look must come with the client's gate held,
 * which a merge takes as well: otherwise each may look before the other has committed, and a block against somebody else would stand
 * against the person themself and everybody who works with them.
 */
async function nameTheirOwnClient(
  connection: ClientBase,
  rows: readonly Pick<NewFact, 'kind' | 'clientId' | 'body'>[],
): Promise<boolean> {
  const pairs = rows.flatMap(({ kind, clientId, body }) =>
    namedIn(kind, body).map((person) => ({ client: clientId, person })),
  );
  if (pairs.length === 0) return false;
  const { rowCount } = await connection.query(
    `SELECT FROM unnest($1::text[], $2::text[]) AS pair (client, person) LEFT JOIN client ON client.id = pair.person
     WHERE COALESCE(client.merged_into, pair.person) = pair.client LIMIT 1`,
    [pairs.map(({ client }) => client), pairs.map(({ person }) => person)],
  );
  return rowCount === 1;
}

/** The other people whom a fact names. */
function namedIn(kind: FactKind, { person, against }: JsonObject): readonly unknown[] {
  if (kind === 'PROXY') return [person];
  return kind === 'BLOCK' && Array.isArray(against) ? against : [];
}

/**
 * Raises the epochs of people whose decisions depend on somebody else's fact: what a person is under the law also matters where they speak
 * for others. Whoever adds a proxy takes the proxy's gate as well, so that neither change misses the other.
 */
async function raiseEpochsBeside(
  connection: ClientBase,
  rows: readonly Pick<NewFact, 'kind' | 'clientId' | 'body'>[],
): Promise<void> {
  const proxies = rows.flatMap(({ kind, body }) => (kind === 'PROXY' ? [body.person] : []));
  const said = rows.flatMap(({ kind, clientId }) => (kind === 'ROLE' ? [clientId] : []));
  if (proxies.length > 0) {
    const { rows: found } = await connection.query<{ id: string }>(
      'SELECT DISTINCT COALESCE(merged_into, id) AS id FROM client WHERE id = ANY($1)',
      [proxies],
    );
    await raiseEpochs(
      connection,
      found.map(({ id }) => id),
    );
  }
  await raiseEpochsOfRepresented(connection, said);
}

const factColumns = `id, client_id AS "clientId", kind, body, recorded_by_agency AS "recordedByAgency",
  recorded_by AS "recordedBy", recorded_at AS "recordedAt", ended_at AS "endedAt", ended_by AS "endedBy",
  ended_why AS "endedWhy"`;

async function endFact(database: Database, id: string, { by, why, at }: FactEnd): ReturnType<Facts['end']> {
  return underGateOfItsClient(database, 'fact', id, async (connection, clientId) => {
    const epochs = await raiseEpochs(connection, [clientId]);
    await connection.query(
      'UPDATE fact SET ended_at = $2, ended_by = $3, ended_why = $4 WHERE id = $1 AND ended_at IS NULL',
      [id, at, by, why],
    );
    const { rows } = await connection.query<FactRow>(`SELECT ${factColumns} FROM fact WHERE id = $1`, [id]);
    const [fact] = rows;
    if (fact === undefined) throw new Error('A fact whose client is locked no longer exists.');
    await raiseEpochsBeside(connection, [fact]);
    return { fact, epoch: epochOf(epochs, clientId) };
  });
}
