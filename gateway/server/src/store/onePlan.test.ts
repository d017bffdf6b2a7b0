import { type TestPostgres, testPostgres } from '../postgres/testPostgres.ts';
import { openDatabase } from './Database.ts';
import { lookAt, lookAtCaseload } from './lookAtClients.ts';
import { migrate } from './migrate.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await testPostgres();
});
afterAll(async () => {
  await postgres?.stop();
});

test('looks at clients and caseloads are not planned anew each time by PostgreSQL', async () => {
  const url = await postgres.emptyDatabase();
  await migrate(url);
  const database = openDatabase(url, { poolSize: 1 });
  try {
    await database.pool.query(`
      INSERT INTO client (id, epoch, created_at) SELECT 'c' || n, 1, now() FROM generate_series(1, 2000) AS n;
      ANALYZE client;`);
    const by = { agencyId: 'harbour', self: null };
    for (let time = 0; time < 20; time += 1) {
      const id = `c${time + 1}`;
      await lookAt(database, [id], by, new Map([[id, 'seen']]));
      await lookAtCaseload(database, { agencyId: 'harbour', worker: 'mei', after: null, first: 50 }, by, new Map());
    }
    const { rows } = await database.pool.query(
      "SELECT name, custom_plans::int FROM pg_prepared_statements WHERE name LIKE 'clients.%' ORDER BY name",
    );
    // PostgreSQL always makes five plans by the values before it may keep one for all.
    expect(rows).toEqual([
      { name: 'clients.caseload.ofWorker.first', custom_plans: 5 },
      { name: 'clients.look', custom_plans: 5 },
    ]);
  } finally {
    await database.close();
  }
});
