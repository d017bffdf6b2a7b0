import { allChecks } from '@accord/kit/doctor/allChecks';
import { examine } from '@accord/kit/doctor/examine';
import { createAgency } from '@accord/kit/serve/createAgency';
import { inventPartnership } from '@accord/people/inventPartnership';
import { readKeys } from '@accord/server/keys';
import { pino } from 'pino';
import { type AgencyDatabases, agencyDatabases } from '../lib/AgencyDatabases.ts';
import { hubKeys, linkageSecret } from '../lib/openAgencies.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// What a partner runs before joining, on the three agencies of the demonstration: over HTTP, with their own databases.

let server: TestServer;
let databases: AgencyDatabases;
beforeAll(async () => {
  server = await testServer();
  databases = await agencyDatabases(
    server.adminUrl,
    server.folder,
    inventPartnership({ count: 120, asOf: '2026-11-22' }),
  );
});
afterAll(async () => {
  await databases?.close();
  await server?.stop();
});

/** A ratio of times. The doctor reports it to whoever runs it; no test may depend on how busy the machine is. */
const goesByTime = 'batching.growth';

test.each(['harbour', 'wattle', 'kestrel'])('%s holds to every rule an agency is held to', async (id) => {
  const mapping = databases.mappings.find((one) => one.id === id);
  if (!mapping) throw new Error(`There is no agency ${id}.`);
  const { permit, publicJwk } = await readKeys(hubKeys);
  const agency = await createAgency(mapping, {
    ...{ hubKey: publicJwk, linkageSecret, clock: () => new Date(), log: pino({ level: 'silent' }), arrivalMs: 300 },
  });
  try {
    const url = new URL(await agency.listen({ host: '127.0.0.1', port: 0 }));
    // Its numbers do not begin at 1; whoever runs the doctor there knows some of them.
    const page = (await mapping.linkage?.page(null, 30)) ?? [];
    const records = page.map(({ number }) => String(number));
    const report = await examine({ url, records, key: permit, publicJwk, patienceMs: 5_000, deadlineMs: 20_000 });
    expect(report.rules.filter(({ id, state }) => state !== 'HOLDS' && id !== goesByTime)).toEqual([
      expect.objectContaining({ id: 'errors.database', state: 'SKIPPED' }),
    ]);
    expect(report.rules).toHaveLength(allChecks.length);
    expect(report.records.known).toBeGreaterThan(20);
  } finally {
    await agency.close();
  }
});
