import type { ClientBase } from 'pg';

/** Who decided about a link, for which agency (none: the hub itself), why and when. */
export type LinkWord = Readonly<{ by: string; agency?: string; reason: string; at: Date }>;

/** Moves rows of one client to another. @returns the keys of the moved rows. */
export async function moved(
  connection: ClientBase,
  table: 'record' | 'consent' | 'fact' | 'consent_request',
  key: 'handle' | 'id',
  { from, into, only }: Readonly<{ from: string; into: string; only?: readonly string[] }>,
): Promise<readonly string[]> {
  const { rows } = await connection.query<{ key: string }>(
    `UPDATE ${table} SET client_id = $2 WHERE client_id = $1 AND ($3::text[] IS NULL OR ${key} = ANY($3)) RETURNING ${key} AS key`,
    [from, into, only ?? null],
  );
  return rows.map((row) => row.key);
}

/** Records that these records were said to be this client's, or no longer to be. */
export async function remember(
  connection: ClientBase,
  handles: readonly string[],
  kind: 'CONFIRMED' | 'SEPARATED',
  client: string,
  { by, agency, reason, at }: LinkWord,
): Promise<void> {
  await connection.query(
    `INSERT INTO link_decision (handle, client_id, kind, decided_by, agency, reason, at)
     SELECT handle, $2, $3::link_kind, $4, $5, $6, $7 FROM unnest($1::text[]) AS handle`,
    [handles, client, kind, by, agency, reason, at],
  );
}
