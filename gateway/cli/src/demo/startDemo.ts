import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from '@accord/consent/Profile';
import { inventPartnership } from '@accord/people/inventPartnership';
import { demonstrationAudience, issuerAt } from '@accord/server/demonstration/localIssuer';
import { readOperations } from '@accord/server/http/readOperations';
import { createDatabase } from '@accord/server/postgres/createDatabase';
import { type Embedded, startEmbedded } from '@accord/server/postgres/embedded';
import { StartFault } from '@accord/server/postgres/StartFault';
import { readProfile } from '@accord/server/profile/readProfile';
import { type RunningHub, serveHub } from '@accord/server/serveHub';
import { destination, pino } from 'pino';
import { readLimits } from '../serve/readLimits.ts';
import { type AgencyProcess, runAgencyProgram, startAgency } from './AgencyProcess.ts';
import { assertPortFree } from './assertPortFree.ts';
import { type DemoSecrets, demoFolder, makeSecrets, readSecrets } from './DemoFolder.ts';
import { type DemoAgency, demoAgencies } from './demoAgencies.ts';
import { demoPeople, featuredClient } from './demoPeople.ts';
import { exampleVariables } from './exampleVariables.ts';
import { linkPeople } from './linkPeople.ts';
import type { Progress } from './Progress.ts';
import { assertRoom, blameFullDisk } from './room.ts';
import { announceRunning } from './runningDemo.ts';

/** What a demonstration is told. */
export type DemoSettings = Readonly<{
  port: number;
  /** The first agency's port, the others' following; undefined: the ports their folders name. */
  agencyPort: number | undefined;
  people: DemoSecrets['people'];
}>;

/** A demonstration that runs. */
export type Demo = Readonly<{ url: string; stop(): Promise<void>; ended: Promise<string> }>;

/** Starts everything, step by step; whatever has started is stopped again where a later step fails. */
export async function startDemo(settings: DemoSettings, progress: Progress): Promise<Demo> {
  const started: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const stopOne of started.splice(0).reverse()) await stopOne();
  };
  try {
    return { ...(await startAll(settings, progress, started)), stop };
  } catch (error) {
    const cause = blameFullDisk(demoFolder(), error);
    await stop();
    throw cause;
  }
}

type Started = (() => Promise<void>)[];

async function startAll({ port, agencyPort, people }: DemoSettings, progress: Progress, started: Started) {
  const folder = demoFolder();
  const agencies = demoAgencies().map((agency, index) => ({
    ...agency,
    port: agencyPort === undefined ? agency.port : agencyPort + index,
  }));
  const profile = readProfile(process.env.ACCORD_PROFILE);
  await assertPortFree(port, 'the hub');
  for (const agency of agencies) await assertPortFree(agency.port, agency.name);

  if (!readSecrets(folder)) assertRoom(folder);
  const secrets =
    readSecrets(folder) ??
    (await makeSecrets(
      folder,
      agencies.map(({ id }) => id),
      people,
    ));
  const logs = join(folder, 'logs');
  mkdirSync(logs, { recursive: true });

  const postgres = await progress.step('PostgreSQL', async () => {
    const running = await startEmbedded({ dir: join(folder, 'postgres') });
    started.push(running.stop);
    await createDatabase(running.adminUrl, 'accord');
    return running;
  });

  for (const agency of agencies)
    await progress.step(`${agency.name}: existing records`, () =>
      runAgencyProgram(agency, ['seed-main.js'], environmentOf(agency, secrets, postgres, folder, port)),
    );

  const running: AgencyProcess[] = [];
  await progress.step(`Agencies on ports ${agencies.map((agency) => agency.port).join(', ')}`, async () => {
    running.push(
      ...(await Promise.all(
        agencies.map(async (agency) => {
          const process = await startAgency(agency, environmentOf(agency, secrets, postgres, folder, port), logs);
          started.push(process.stop);
          return process;
        }),
      )),
    );
  });

  const hub = await progress.step('The hub: migrations, composed graph, gateway', () =>
    startHub(port, profile, secrets, postgres, logs),
  );
  started.push(hub.stop);

  await progress.step('Links between records, encoded at the agencies', () =>
    announce(agencies, hub, secrets, postgres, folder, port),
  );
  const forget = announceRunning({ url: hub.url, databaseUrl: postgres.url('accord') });
  started.push(async () => forget());
  return { url: hub.url, ended: postgres.ended };
}

async function startHub(
  port: number,
  profile: Profile,
  secrets: DemoSecrets,
  postgres: Embedded,
  logs: string,
): Promise<RunningHub> {
  const issuer = issuerAt(`http://127.0.0.1:${port}`);
  return serveHub(
    {
      databaseUrl: postgres.url('accord'),
      host: '127.0.0.1',
      port,
      keys: secrets.hub,
      oidc: { issuer, audience: demonstrationAudience },
      profile,
      deadlineMs: 3_000,
      limits: readLimits(process.env),
      trustedProxies: [],
      development: true,
      demonstration: { issuer, key: secrets.issuer, people: demoPeople, operations: exampleOperations() },
    },
    pino(destination({ dest: join(logs, 'hub.log'), sync: false })),
  );
}

/** The hub's operations, filled in for the person the demonstration is about. */
const exampleOperations = () =>
  readOperations().map((operation) => {
    const variables = operation.document.includes('$client: ID!')
      ? { client: featuredClient }
      : exampleVariables[operation.name];
    return variables ? { ...operation, variables } : operation;
  });

/** Registers the agencies, lets them announce their records, and links those of the same people: at the first start only. */
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
  for (const agency of agencies) {
    const { id, name, kind, entity } = agency;
    const health = await healthOf(agency);
    await store.agencies.upsert({
      ...{ id, name, kind, entity },
      url: `http://127.0.0.1:${agency.port}`,
      publicKey: { ...secretsOf(id, secrets).publicKey },
      contractVersion: health.contract,
      modules: health.modules,
      state: known.get(agency.id)?.state ?? 'ACTIVE',
      // Invented people mind nothing; a family violence service of real ones begins with CONSENTED.
      participation: known.get(agency.id)?.participation ?? 'ALL',
      joinedAt: known.get(agency.id)?.joinedAt ?? now,
    });
  }
  const partnership = inventPartnership(secrets.people);
  const first = partnership.people[0];
  const linked = first && (await store.consents.ofClient(featuredClient)).length > 0;
  if (linked) return;
  for (const agency of agencies)
    await runAgencyProgram(agency, ['main.js', 'sync'], environmentOf(agency, secrets, postgres, folder, port));
  await linkPeople(
    partnership.people,
    agencies.map(({ id }) => id),
    store,
    now,
  );
}

async function healthOf({
  port,
  name,
}: DemoAgency): Promise<Readonly<{ contract: string; modules: readonly string[] }>> {
  const response = await fetch(`http://127.0.0.1:${port}/health`);
  const found: unknown = await response.json();
  const of = (key: string): unknown =>
    typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
  const [contract, modules] = [of('contract'), of('modules')];
  if (typeof contract !== 'string' || !Array.isArray(modules))
    throw new StartFault(`${name} does not tell its contract version.`);
  return { contract, modules: modules.filter((module) => typeof module === 'string') };
}

function secretsOf(agency: string, { agencies }: DemoSecrets): DemoSecrets['agencies'][string] {
  const secrets = agencies[agency];
  if (!secrets)
    throw new StartFault(`The demonstration was made without "${agency}". Start over with "npm run demo:reset".`);
  return secrets;
}

/** What an agency's programs are told. Each gets its own secrets, and the hub's public key only. */
function environmentOf(agency: DemoAgency, secrets: DemoSecrets, postgres: Embedded, folder: string, hubPort: number) {
  const { privateKey, readerPassword } = secretsOf(agency.id, secrets);
  const { d: _private, ...hubKey } = secrets.hub.permit;
  const file = join(folder, `${agency.id}.sqlite`);
  const reader = new URL(postgres.url(agency.id));
  reader.username = `${agency.id}_reader`;
  reader.password = readerPassword;
  return {
    ACCORD_PORT: String(agency.port),
    ACCORD_HUB_KEY: JSON.stringify(hubKey),
    ACCORD_HUB_URL: `http://127.0.0.1:${hubPort}`,
    ACCORD_LINKAGE_SECRET: secrets.linkageSecret,
    ACCORD_AGENCY_KEY: JSON.stringify(privateKey),
    ACCORD_READER_PASSWORD: readerPassword,
    ACCORD_PEOPLE_SEED: String(secrets.people.seed),
    ACCORD_PEOPLE_COUNT: String(secrets.people.count),
    ACCORD_PEOPLE_AS_OF: secrets.people.asOf,
    ...(agency.engine === 'postgresql'
      ? { ACCORD_ADMIN_URL: postgres.adminUrl, DATABASE_URL: reader.href }
      : { ACCORD_AGENCY_FILE: file, DATABASE_URL: `file:${file}` }),
  };
}

/** Forgets a demonstration: its databases, keys and logs. */
export function resetDemo(): void {
  rmSync(demoFolder(), { recursive: true, force: true });
}
