import { join } from 'node:path';
import { createDatabase } from '@accord/server/postgres/createDatabase';
import { type Embedded, startEmbedded } from '@accord/server/postgres/embedded';
import { testPrograms } from '@accord/server/postgres/testPostgres';
import { migrate } from '@accord/server/store/migrate';
import { createAgencySystems } from './agencySystems.ts';
import { copyOf } from './copyOf.ts';

/** The name of an empty database with this version's schema. */
export const hubTemplate = 'hub_template';

const serverIn = (folder: string) =>
  startEmbedded({ dir: join(folder, 'postgres'), durable: false, programsIn: testPrograms() });

/** Starts a PostgreSQL in a folder, with `hubTemplate` and the agencies' own databases, with nobody on file. */
export async function startPrepared(folder: string): Promise<Embedded> {
  await copyOf('prepared', prepare, folder);
  return serverIn(folder);
}

async function prepare(folder: string): Promise<void> {
  const server = await serverIn(folder);
  await createDatabase(server.adminUrl, hubTemplate);
  await migrate(server.url(hubTemplate));
  await createAgencySystems(server.adminUrl);
  await server.stop();
}
