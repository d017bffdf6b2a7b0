// Which records belong to whom, read from a hub's own database in process, for gateways other than the hub. One statement per question.
import pg from 'pg';

const caseload = `SELECT DISTINCT client_id FROM record
  WHERE agency_id = 'agency001' AND worker = $1 AND open AND removed_at IS NULL AND client_id > $2 ORDER BY client_id LIMIT $3`;

/** Opens the database. Both functions return people in the order of their ids, each as { id, [agency]: { id: number } }. */
export function openLinks(connectionString) {
  const pool = new pg.Pool({ connectionString, max: 8 });
  const clients = async (name, where, values) => {
    const text = `SELECT client_id, agency_id, number FROM record WHERE client_id IN (${where}) AND removed_at IS NULL ORDER BY client_id`;
    const { rows } = await pool.query({ name, text, values });
    const found = new Map();
    for (const { client_id, agency_id, number } of rows) {
      const client = found.get(client_id) ?? { id: client_id };
      client[agency_id] = { id: number };
      found.set(client_id, client);
    }
    return [...found.values()];
  };
  return {
    client: async (id) => (await clients('client', '$1', [id]))[0] ?? null,
    caseload: (worker, first, after) => clients('caseload', caseload, [worker, after ?? '', first]),
  };
}
