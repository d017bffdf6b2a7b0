import type { ClientBase } from 'pg';

/** Keeps consents a person gave themselves under the id the person now has. */
export async function renameGiver(connection: ClientBase, consents: readonly string[], person: string): Promise<void> {
  await connection.query(
    `UPDATE consent SET body = jsonb_set(body, '{givenBy,person}', to_jsonb($2::text))
     WHERE id = ANY($1) AND body -> 'givenBy' ->> 'capacity' = 'self'`,
    [consents, person],
  );
}
