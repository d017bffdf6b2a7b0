import type { ClientBase } from 'pg';
import { gateClass, gatesOf } from './gates.ts';

/**
 * Holds the gates of these clients exclusively until the transaction ends (gates.ts). Take them before any rows, or two changes may
 * deadlock.
 */
export async function takeGates(connection: ClientBase, clientIds: Iterable<string>): Promise<void> {
  await connection.query('SELECT pg_advisory_xact_lock($1, gate) FROM unnest($2::int[]) AS gate', [
    gateClass,
    gatesOf(clientIds),
  ]);
}

/**
 * Raises the epochs of the people for whom these clients speak, under whatever id the proxy was put on file. What a client is under the law
 * counts there too (`OpenedFact.personRoles`).
 */
export async function raiseEpochsOfRepresented(connection: ClientBase, proxies: readonly string[]): Promise<void> {
  if (proxies.length === 0) return;
  const { rows } = await connection.query<{ id: string }>(
    `SELECT DISTINCT client_id AS id FROM fact WHERE kind = 'PROXY' AND body ->> 'person' = ANY(ARRAY(
       SELECT id FROM client WHERE id = ANY($1) OR merged_into = ANY($1)))`,
    [proxies],
  );
  await raiseEpochs(
    connection,
    rows.map(({ id }) => id),
  );
}

/**
 * Raises the epoch of these clients, creating those that are new, and holds their rows until the transaction ends.
 *
 * A disclosure being written holds a share lock on the same rows (appendToLedger.ts), so each is wholly before or after this change; and
 * what was written before has been sent when this returns (gates.ts). Rows are locked in the order of their ids, so that two changes do not
 * deadlock.
 *
 * @returns the new epoch of each.
 */
export async function raiseEpochs(
  connection: ClientBase,
  clientIds: Iterable<string>,
): Promise<ReadonlyMap<string, number>> {
  const ids = [...new Set(clientIds)].sort();
  if (ids.length === 0) return new Map();
  await takeGates(connection, ids);
  await connection.query(
    'INSERT INTO client (id) SELECT id FROM unnest($1::text[]) AS id ORDER BY id ON CONFLICT (id) DO NOTHING',
    [ids],
  );
  const { rows } = await connection.query<{ id: string; epoch: number }>(
    `WITH held AS MATERIALIZED (SELECT id FROM client WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE)
     UPDATE client SET epoch = client.epoch + 1 FROM held WHERE client.id = held.id
     RETURNING client.id, client.epoch`,
    [ids],
  );
  return new Map(rows.map(({ id, epoch }) => [id, epoch]));
}
