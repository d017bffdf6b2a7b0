import type { ClientBase } from 'pg';
import { endGlassOf } from './glass.ts';
import { type LinkWord, moved, remember } from './moveRows.ts';
import { renameGiver } from './renameGiver.ts';

/**
 * Moves all of one client's file into another's, and records what came with it, so that it can be given back. The caller holds both gates
 * and has raised both epochs. The id left over leads to the other from then on.
 */
export async function joinFiles(
  connection: ClientBase,
  { from, into }: Readonly<{ from: string; into: string }>,
  word: LinkWord,
): Promise<void> {
  const { by, reason, at } = word;
  const { rows: before } = await connection.query<{ id: string }>(
    'SELECT id FROM consent WHERE client_id = $1 UNION ALL SELECT id FROM fact WHERE client_id = $1',
    [into],
  );
  const handles = await moved(connection, 'record', 'handle', { from, into });
  const consents = await moved(connection, 'consent', 'id', { from, into });
  const facts = await moved(connection, 'fact', 'id', { from, into });
  const requests = await moved(connection, 'consent_request', 'id', { from, into });
  await renameGiver(connection, consents, into);
  for (const table of ['glass', 'notice'])
    await connection.query(`UPDATE ${table} SET client_id = $2 WHERE client_id = $1`, [from, into]);
  await endGlassOf(connection, into, at);
  // Files that were part of the one are now part of the other: an id leads to where the records are in a single step.
  await connection.query('UPDATE client SET merged_into = $2 WHERE id = $1 OR merged_into = $1', [from, into]);
  await connection.query(
    `INSERT INTO client_merge (from_client, into_client, at, decided_by, reason, handles, consents, facts, requests, before)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [...[from, into, at, by, reason, handles, consents, facts, requests], before.map(({ id }) => id)],
  );
  await remember(connection, handles, 'CONFIRMED', into, word);
}
