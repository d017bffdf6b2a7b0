import type { ClientBase } from 'pg';

/** A person's own word stays theirs under whatever id they go by. */
export async function renameGiver(connection: ClientBase, consents: readonly string[], person: string): Promise<void> {
  await connection.query(
    `UPDATE consent SET body = jsonb_set(body, '{givenBy,person}', to_jsonb($2::text))
     WHERE id = ANY($1) AND body -> 'givenBy' ->> 'capacity' = 'self'`,
    [consents, person],
  );
}
