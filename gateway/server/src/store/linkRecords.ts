import type { ClientBase } from 'pg';
import type { Database } from './Database.ts';
import type { LinkDecision } from './links.ts';
import { raiseEpochs } from './raiseEpochs.ts';

type Change = Readonly<{ handle: string; from: string | null; to: string | null }>;

/** Carries out decisions about links, in a fixed number of statements however many there are. See `Links.link`. */
export function linkRecords(database: Database, decisions: readonly LinkDecision[]): Promise<number> {
  const decided = decisions.filter(({ kind }) => kind === 'CONFIRMED' || kind === 'SEPARATED');
  if (new Set(decided.map(({ handle }) => handle)).size < decided.length) {
    throw new Error('A record is in one batch of link decisions twice. Send those decisions one after the other.');
  }
  return database.transaction(async (connection) => {
    const linked = await currentLinks(connection, decisions);
    const changes = decided.flatMap((decision) => changeBy(decision, linked.get(decision.handle) ?? null));
    await raiseEpochs(
      connection,
      changes.flatMap(({ from, to }) => [from, to].filter((id) => id !== null)),
    );
    await connection.query(
      `UPDATE record SET client_id = change.client_id
       FROM unnest($1::text[], $2::text[]) AS change (handle, client_id) WHERE record.handle = change.handle`,
      [changes.map(({ handle }) => handle), changes.map(({ to }) => to)],
    );
    await keep(connection, decisions);
    return changes.length;
  });
}

/** The client of each record decided on; the records stay locked until the transaction ends. */
async function currentLinks(
  connection: ClientBase,
  decisions: readonly LinkDecision[],
): Promise<ReadonlyMap<string, string | null>> {
  const handles = [...new Set(decisions.map(({ handle }) => handle))];
  const { rows } = await connection.query<{ handle: string; client_id: string | null }>(
    'SELECT handle, client_id FROM record WHERE handle = ANY($1) ORDER BY agency_id, number FOR UPDATE',
    [handles],
  );
  if (rows.length < handles.length) {
    throw new Error(`${handles.length - rows.length} of ${handles.length} records to be linked are unknown.`);
  }
  return new Map(rows.map((row) => [row.handle, row.client_id]));
}

function changeBy({ handle, clientId, kind }: LinkDecision, from: string | null): readonly Change[] {
  if (kind === 'CONFIRMED') return from === clientId ? [] : [{ handle, from, to: clientId }];
  return from === clientId ? [{ handle, from, to: null }] : [];
}

async function keep(connection: ClientBase, decisions: readonly LinkDecision[]): Promise<void> {
  await connection.query(
    `INSERT INTO link_decision (handle, client_id, kind, decided_by, agency, reason, at)
     SELECT handle, client_id, kind::link_kind, decided_by, agency, reason, at
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
       AS d (handle, client_id, kind, decided_by, agency, reason, at)`,
    [
      decisions.map(({ handle }) => handle),
      decisions.map(({ clientId }) => clientId),
      decisions.map(({ kind }) => kind),
      decisions.map(({ decidedBy }) => decidedBy),
      decisions.map(({ agency }) => agency),
      decisions.map(({ reason }) => reason),
      decisions.map(({ at }) => at),
    ],
  );
}
