import { execFile } from 'node:child_process';
import { access, chmod, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createDatabase } from '@accord/server/postgres/createDatabase';
import { type Embedded, startEmbedded } from '@accord/server/postgres/embedded';
import { migrate } from '@accord/server/store/migrate';
import { createAgencySystems } from './agencySystems.ts';

/** An empty database of this version's schema. */
export const hubTemplate = 'hub_template';

const run = promisify(execFile);
const serverIn = (folder: string) => startEmbedded({ dir: join(folder, 'postgres'), durable: false });
let preparing: Promise<string> | undefined;

/**
 * Starts a PostgreSQL in a folder, with `hubTemplate` and the agencies' own databases, nobody on file.
 *
 * To make these takes longer than many a test file: they are made once in a run of the tests, and each server begins as a
 * copy of the files.
 */
export async function startPrepared(folder: string): Promise<Embedded> {
  preparing ??= prepare();
  // All attributes: PostgreSQL refuses files that are not its user's.
  await run('cp', ['-a', `${await preparing}/.`, folder]);
  return serverIn(folder);
}

/** The files to copy. Where two workers make them at once, those of the first stay. */
async function prepare(): Promise<string> {
  const runFolder = process.env.ACCORD_RUN_FOLDER;
  if (!runFolder) throw new Error('ACCORD_RUN_FOLDER is not set: the tests did not begin with beginRun.mjs.');
  const prepared = join(runFolder, 'prepared');
  if (await isThere(prepared)) return prepared;
  const unfinished = await mkdtemp(join(runFolder, 'unfinished-'));
  await chmod(unfinished, 0o755);
  const server = await serverIn(unfinished);
  await createDatabase(server.adminUrl, hubTemplate);
  await migrate(server.url(hubTemplate));
  await createAgencySystems(server.adminUrl);
  await server.stop();
  await rename(unfinished, prepared).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true });
    if (!(await isThere(prepared))) throw error;
  });
  return prepared;
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
