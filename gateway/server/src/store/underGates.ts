import type { ClientBase } from 'pg';
import type { Database } from './Database.ts';
import { takeGates } from './raiseEpochs.ts';

type Asks = Pick<ClientBase, 'query'>;

/**
 * Runs the work with the gates of these clients held, under the ids they have by then. Meanwhile somebody may be joining or parting files,
 * and nobody reads what is put under an id that is left over.
 *
 * @param work - gets a function from an id given here to the client's current id.
 */
export async function underGatesOf<Result>(
  { pool, transaction }: Pick<Database, 'pool' | 'transaction'>,
  clients: readonly string[],
  work: (connection: ClientBase, idNow: (client: string) => string) => Promise<Result>,
): Promise<Result> {
  for (;;) {
    const ids = await idsNow(pool, clients);
    const done = await transaction(async (connection) => {
      await takeGates(connection, ids.values());
      const under = await idsNow(connection, clients);
      if (clients.some((client) => under.get(client) !== ids.get(client))) return undefined;
      return { result: await work(connection, (client) => ids.get(client) ?? client) };
    });
    if (done) return done.result;
  }
}

/** As `underGatesOf`, for the client this consent or fact belongs to by then. @returns null where there is none with this id. */
export async function underGateOfItsClient<Result>(
  { pool, transaction }: Pick<Database, 'pool' | 'transaction'>,
  table: 'consent' | 'fact',
  id: string,
  work: (connection: ClientBase, client: string) => Promise<Result>,
): Promise<Result | null> {
  for (;;) {
    const client = await clientOf(pool, table, id);
    if (client === null) return null;
    const done = await transaction(async (connection) => {
      await takeGates(connection, [client]);
      return (await clientOf(connection, table, id)) === client
        ? { result: await work(connection, client) }
        : undefined;
    });
    if (done) return done.result;
  }
}

/** The current ids, by the id given; an id that nobody has stays as it is. */
async function idsNow(asks: Asks, clients: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await asks.query<{ given: string; now: string }>(
    `SELECT given, COALESCE(client.merged_into, given) AS now
     FROM unnest($1::text[]) AS given LEFT JOIN client ON client.id = given`,
    [clients],
  );
  return new Map(rows.map(({ given, now }) => [given, now]));
}

async function clientOf(asks: Asks, table: 'consent' | 'fact', id: string): Promise<string | null> {
  const { rows } = await asks.query<{ client: string }>(`SELECT client_id AS client FROM ${table} WHERE id = $1`, [id]);
  return rows[0]?.client ?? null;
}
