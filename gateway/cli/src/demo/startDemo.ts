import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from '@accord/consent/Profile';
import { inventPartnership } from '@accord/people/inventPartnership';
import { askOverHttp } from '@accord/server/agencies/askOverHttp';
import { inspectAgency } from '@accord/server/agencies/inspectAgency';
import { demonstrationAudience, issuerAt } from '@accord/server/demonstration/localIssuer';
import { readOperations } from '@accord/server/http/readOperations';
import { createDatabase } from '@accord/server/postgres/createDatabase';
import { type Embedded, startEmbedded } from '@accord/server/postgres/embedded';
import { StartFault } from '@accord/server/postgres/StartFault';
import { databaseConnections } from '@accord/server/processes/databaseConnections';
import { readProfile } from '@accord/server/profile/readProfile';
import { type RunningHub, serveHub } from '@accord/server/serveHub';
import { destination, pino } from 'pino';
import { announceRunning } from '../runningHere.ts';
import { readDashboardSettings } from '../serve/readDashboardSettings.ts';
import { readDeadlineMs } from '../serve/readDeadlineMs.ts';
import { readExecutor } from '../serve/readExecutor.ts';
import { readLimits } from '../serve/readLimits.ts';
import { readProcesses } from '../serve/readProcesses.ts';
import { runAgencyProgram, startAgency } from './AgencyProcess.ts';
import { assertPortFree } from './assertPortFree.ts';
import { type DemoSecrets, demoFolderHere, makeFolder, readSecrets } from './DemoFolder.ts';
import { type DemoAgency, demoAgencies } from './demoAgencies.ts';
import { demoPeople, featuredClient } from './demoPeople.ts';
import { environmentOf, secretsOf } from './environmentOf.ts';
import { exampleVariables } from './exampleVariables.ts';
import { linkPeople } from './linkPeople.ts';
import { makeSecrets } from './makeSecrets.ts';
import type { Progress } from './Progress.ts';
import { assertRoom, blameFullDisk } from './room.ts';

/** The settings of a demonstration. */
export type DemoSettings = Readonly<{
  port: number;
  /** The first agency's port; the others follow it. Undefined: the ports that their folders name. */
  agencyPort: number | undefined;
  people: DemoSecrets['people'];
}>;

/** A running demonstration. */
export type Demo = Readonly<{ url: string; stop(): Promise<void>; ended: Promise<string> }>;

/** Starts everything, step by step. If a step fails, everything that has started is stopped again. */
export async function startDemo(settings: DemoSettings, progress: Progress): Promise<Demo> {
  const started: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const stopOne of started.splice(0).reverse()) await stopOne();
  };
  try {
    return { ...(await startAll(settings, progress, started)), stop };
  } catch (error) {
    const cause = blameFullDisk(demoFolderHere(), error);
    await stop();
    throw cause;
  }
}

type Started = (() => Promise<void>)[];

async function startAll({ port, agencyPort, people }: DemoSettings, progress: Progress, started: Started) {
  const folder = demoFolderHere();
  const agencies = demoAgencies().map((agency, index) => ({
    ...agency,
    port: agencyPort === undefined ? agency.port : agencyPort + index,
  }));
  const profile = readProfile(process.env.ACCORD_PROFILE);
  const processes = readProcesses(process.env);
  await assertPortFree(port, 'the hub');
  for (const agency of agencies) await assertPortFree(agency.port, agency.name);

  if (!readSecrets(folder)) {
    assertRoom(folder);
    makeFolder(folder);
  }
  const logs = join(folder, 'logs');
  mkdirSync(logs, { recursive: true });

  const postgres = await progress.step('PostgreSQL', async () => {
    const running = await startEmbedded({
      dir: join(folder, 'postgres'),
      mostConnections: databaseConnections(processes),
    });
    started.push(running.stop);
    await createDatabase(running.adminUrl, 'accord');
    return running;
  });
  // Only now: if two first starts run at once, just one gets the database, and the secrets on file must be that one's.
  const secrets =
    readSecrets(folder) ??
    (await makeSecrets(
      folder,
      agencies.map(({ id }) => id),
      people,
    ));

  for (const agency of agencies)
    await progress.step(`${agency.name}: records`, () =>
      runAgencyProgram(agency, ['seed-main.js'], environmentOf(agency, secrets, postgres, folder, port)),
    );

  await progress.step(`Agencies on ports ${agencies.map((agency) => agency.port).join(', ')}`, async () => {
    // Waits for all: if one fails while another is still starting, that one is stopped with the rest.
    const starts = await Promise.allSettled(
      agencies.map(async (agency) => {
        const { stop } = await startAgency(agency, environmentOf(agency, secrets, postgres, folder, port), logs);
        started.push(stop);
      }),
    );
    for (const start of starts) if (start.status === 'rejected') throw start.reason;
  });

  const hub = await progress.step('Hub: migrations, graph, gateway', () =>
    startHub({ port, processes, profile, secrets, postgres, logs }),
  );
  started.push(hub.stop);

  await progress.step('Links between records, encoded at the agencies', () =>
    announce(agencies, hub, secrets, postgres, folder, port),
  );
  const forget = announceRunning({ url: hub.url, databaseUrl: postgres.url('accord') });
  started.push(async () => forget());
  return { url: hub.url, ended: postgres.ended };
}

type HubOfDemo = Readonly<{
  port: number;
  processes: number;
  profile: Profile;
  secrets: DemoSecrets;
  postgres: Embedded;
  logs: string;
}>;

async function startHub({ port, processes, profile, secrets, postgres, logs }: HubOfDemo): Promise<RunningHub> {
  const logFile = join(logs, 'hub.log');
  const issuer = issuerAt(`http://127.0.0.1:${port}`);
  return serveHub(
    {
      databaseUrl: postgres.url('accord'),
      host: '127.0.0.1',
      port,
      keys: secrets.hub,
      oidc: { issuer, audience: demonstrationAudience },
      profile,
      deadlineMs: readDeadlineMs(process.env),
      limits: readLimits(process.env),
      executor: readExecutor(process.env),
      ...{ processes, logFile },
      trustedProxies: [],
      development: true,
      dashboard: readDashboardSettings(process.env, { kind: 'people' }),
      demonstration: { issuer, key: secrets.issuer, people: demoPeople, operations: exampleOperations() },
    },
    pino(destination({ dest: logFile, sync: false })),
  );
}

/** The hub's operations, filled in for the featured person. */
const exampleOperations = () =>
  readOperations().map((operation) => {
    const variables = operation.document.includes('$client: ID!')
      ? { client: featuredClient }
      : exampleVariables[operation.name];
    return variables ? { ...operation, variables } : operation;
  });

/** Only at the first start: registers the agencies, lets them announce their records, and links the records of each person. */
async function announce(
  agencies: readonly DemoAgency[],
  { store }: RunningHub,
  secrets: DemoSecrets,
  postgres: Embedded,
  folder: string,
  port: number,
): Promise<void> {
  const known = new Map((await store.agencies.all()).map((agency) => [agency.id, agency]));
  const now = new Date();
  const { revisions } = await store.modules.onFile();
  for (const agency of agencies) {
    const { id, name, kind, entity } = agency;
    const url = `http://127.0.0.1:${agency.port}`;
    if (known.get(id)?.state === 'REMOVED') continue;
    const found = await inspectAgency({ id, ask: askOverHttp({ id, url }), revisions, deadlineMs: 10_000 });
    if (found.kind !== 'FIT') throw new StartFault(`${name} cannot take part: ${found.why}`);
    const { contractVersion, modules, moduleRevisions } = found;
    await store.agencies.upsert({
      ...{ id, name, kind, entity, url, contractVersion, modules, moduleRevisions },
      publicKey: { ...secretsOf(id, secrets).publicKey },
      state: known.get(agency.id)?.state ?? 'ACTIVE',
      // Invented people have nothing to object to; a family violence service with real clients starts with CONSENTED.
      participation: known.get(agency.id)?.participation ?? 'ALL',
      joinedAt: known.get(agency.id)?.joinedAt ?? now,
    });
  }
  const isLinked = (await store.consents.ofClient(featuredClient)).length > 0;
  if (isLinked) return;
  for (const agency of agencies)
    await runAgencyProgram(agency, ['main.js', 'sync'], environmentOf(agency, secrets, postgres, folder, port));
  await linkPeople(
    inventPartnership(secrets.people).people,
    agencies.map(({ id }) => id),
    store,
    now,
  );
}
