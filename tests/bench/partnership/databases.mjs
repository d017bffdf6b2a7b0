// A PostgreSQL of its own with fsync on. Each agency and each hub gets a database, copied from one that is filled once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDatabase } from '@accord/server/postgres/createDatabase';
import { startEmbedded } from '@accord/server/postgres/embedded';
import { migrate } from '@accord/server/store/migrate';
import pg from 'pg';
import { agencyId, agencyRows, clients, furtherClients, hubRows } from './rows.mjs';

const harbourCare = new URL('../../../subgraphs/harbour/existing.sql', import.meta.url);

/**
 * Starts the server in `folder` and fills the databases of `most` agencies. Returns their addresses and a function that makes hubs'
 * databases.
 */
export async function openDatabases(folder, most) {
  const server = await startEmbedded({ dir: join(folder, 'postgres'), mostConnections: 400 });
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  const copy = (from, to) => admin.query(`CREATE DATABASE ${to} TEMPLATE ${from}`);
  await createDatabase(server.adminUrl, 'empty_agency');
  await within(server.url('empty_agency'), (client) => client.query(readFileSync(harbourCare, 'utf8')));
  const further = furtherClients(most);
  const urls = [];
  for (let n = 0; n < most; n += 1) {
    await copy('empty_agency', agencyId(n));
    const mine = n < 2 ? clients : further.filter(({ agency }) => agency === n).map(({ n: client }) => client);
    await within(server.url(agencyId(n)), (client) => fill(client, agencyRows(n, mine)));
    urls.push(server.url(agencyId(n)));
  }
  await createDatabase(server.adminUrl, 'empty_hub');
  await migrate(server.url('empty_hub'));
  return {
    urls,
    /** A hub's database for the first `level` agencies, each given as { id, url }. */
    async hubDatabase(name, level, agencies) {
      await copy('empty_hub', name);
      const rows = { agency: agencies.slice(0, level).map(agencyRow), ...hubRows(level) };
      await within(server.url(name), (client) => fill(client, rows));
      return server.url(name);
    },
    async close() {
      await admin.end();
      await server.stop();
    },
  };
}

const agencyRow = ({ id, url, contract, modules }) => ({
  ...{ id, url, name: `Agency ${id}`, kind: 'HOMELESSNESS', entity: ['ISE'], contract_version: contract, modules },
  ...{ state: 'ACTIVE', participation: 'ALL', joined_at: '2026-01-02T00:00:00Z' },
});

/** Puts rows into tables, in the order given. */
async function fill(client, tables) {
  for (const [table, rows] of Object.entries(tables)) {
    if (rows.length === 0) continue;
    const columns = Object.keys(rows[0]).join(', ');
    await client.query(
      `INSERT INTO public."${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(null::public."${table}", $1::json)`,
      [JSON.stringify(rows)],
    );
    if (rows.length > 100) await client.query(`ANALYZE public."${table}"`);
  }
}

async function within(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
