import type { Profile } from '@accord/consent/Profile';
import { readDashboardOperations } from '@accord/dashboard/assets';
import type { DecisionRules } from '@accord/quality/proposals/DecisionRules';
import type { Logger } from 'pino';
import { watchAgencies } from './agencies/watchAgencies.ts';
import { FaultLog } from './answer/FaultLog.ts';
import { serveIssuer } from './demonstration/localIssuer.ts';
import { type Demonstration, servePeople } from './demonstration/servePeople.ts';
import type { CompressAgencies } from './exchange/acceptFrom.ts';
import { openTransport } from './exchange/connected/openTransport.ts';
import { usualAgencyConnections } from './exchange/httpTransport.ts';
import { signPermitsWith } from './exchange/signPermit.ts';
import { listenFault } from './http/listenFault.ts';
import { readOperations } from './http/readOperations.ts';
import { type DashboardSettings, serveDashboard } from './http/serveDashboard.ts';
import { serveGraphiql } from './http/serveGraphiql.ts';
import { createHub } from './hub.ts';
import { discoverProvider } from './identity/discoverProvider.ts';
import { verifyTokensOf } from './identity/verifyToken.ts';
import { type HubKeys, type KeptKeys, readKeys } from './keys.ts';
import { assertOwnKeys } from './ledger/assertOwnKeys.ts';
import type { Limits } from './limits/Limits.ts';
import type { Counts } from './metrics/Counts.ts';
import type { MetricsSettings } from './metrics/serveMetrics.ts';
import type { Executor } from './plan/runsOver.ts';
import { connectionsOfProcess } from './processes/databaseConnections.ts';
import { type Door, type DoorParts, openDoor } from './processes/openDoor.ts';
import type { Siblings } from './processes/Siblings.ts';
import { serveProcesses } from './processes/serveProcesses.ts';
import { migrate } from './store/migrate.ts';
import { openStore, type Store } from './store/Store.ts';

/** Largest answer accepted from one agency, in bytes, after decompression. */
const maxAnswerBytes = 32 * 1024 * 1024;

/** The settings of a running hub. */
export type HubSettings = Readonly<{
  databaseUrl: string;
  host: string;
  port: number;
  keys: KeptKeys;
  oidc: Readonly<{ issuer: string; audience: string }>;
  /** The partnership's law and categories. */
  profile: Profile;
  /** How the partnership decides on proposals. Default: `usualDecisionRules`. */
  decisionRules?: DecisionRules;
  /** How long an agency has for one answer, in milliseconds. */
  deadlineMs: number;
  /** Maximum connections to one agency, in each process. Default: `usualAgencyConnections`. */
  connectionsPerAgency?: number;
  /** Which agencies are asked for compressed answers. Default: those on other machines. */
  compressAgencies?: CompressAgencies;
  limits: Limits;
  /** Addresses (or ranges such as `10.0.0.0/8`) of proxies in front of the hub. */
  trustedProxies: readonly string[];
  /** True: records in the automatic band are linked without asking anyone. */
  linkAutomatically?: boolean;
  /** False: large answers are not compressed. */
  compress?: boolean;
  /** True: answers report how long each room took. */
  serverTiming?: boolean;
  /** Who runs query plans. Default: the hub itself. */
  executor?: Executor;
  /** Where other replicas reach this one, so that an agency needs to dial only one of them. */
  replicaUrl?: string | null;
  /** How many processes answer requests. Default: this one alone. */
  processes?: number;
  /** Log file for several processes. Default: standard output. */
  logFile?: string;
  development: boolean;
  /** Left out: the dashboard is not served. */
  dashboard?: DashboardSettings;
  demonstration?: Demonstration;
  /** Where metrics can be read. Left out: nothing is counted. */
  metrics?: MetricsSettings;
}>;

/** A hub that is running. */
export type RunningHub = Readonly<{
  url: string;
  store: Store;
  /** Where the other processes of this hub reach this one; null where there are none. */
  door: string | null;
  stop(): Promise<void>;
}>;

/**
 * Migrates the database, puts the hub together and listens, in as many processes as the settings say. Throws a `StartFault`, one sentence,
 * where the port is taken or the database cannot be used.
 */
export async function serveHub(settings: HubSettings, log: Logger): Promise<RunningHub> {
  await migrate(settings.databaseUrl, log);
  await assertKeysFit(settings);
  const hub = await serveIn(settings, log);
  tellOfProvider(settings, log);
  return hub;
}

/**
 * Logs at start that the identity provider is out of reach, so that the operator knows before the first caller does. The hub serves all the
 * same: nobody can sign in meanwhile, but the provider may come back.
 */
function tellOfProvider({ oidc }: HubSettings, log: Logger): void {
  discoverProvider(oidc.issuer).catch((err: unknown) =>
    log.error({ err }, 'the identity provider cannot be reached; nobody can sign in until it can'),
  );
}

async function serveIn(settings: HubSettings, log: Logger): Promise<RunningHub> {
  const { processes = 1 } = settings;
  if (processes === 1) return openHub(settings, log);
  const { url, metrics, stop } = await serveProcesses(settings, processes, log);
  const told = await openMetrics(settings, metrics, log).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const store = openStore(settings.databaseUrl, { poolSize: 2 });
  return {
    ...{ url, store, door: null },
    async stop() {
      await told?.close();
      await stop();
      await store.close();
    },
  };
}

/**
 * Checked once, before any process serves: nobody would believe what the hub signs with the wrong keys. Whose database it is comes before
 * what this hub puts on file about itself.
 */
async function assertKeysFit({ databaseUrl, keys, profile }: HubSettings): Promise<void> {
  const known = await readKeys(keys);
  const store = openStore(databaseUrl, { poolSize: 1 });
  try {
    await assertOwnKeys(store.ledger.checkpoints, known);
    await store.servedProfile.note(profile.id);
  } finally {
    await store.close();
  }
}

/**
 * Puts a hub together over a database that already has this version's schema, and listens. Where that fails, everything started is stopped
 * again. Throws a `StartFault` where the port is taken.
 */
export async function openHub(settings: HubSettings, log: Logger, siblings?: Siblings): Promise<RunningHub> {
  const keys = await readKeys(settings.keys);
  const begun: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of begun.splice(0).reverse()) await end();
  };
  try {
    return { ...(await open({ settings, log, siblings, keys }, begun)), stop };
  } catch (error) {
    await stop();
    throw listenFault({ ...settings, named: { host: 'ACCORD_HOST', port: 'ACCORD_PORT' } }, error) ?? error;
  }
}

type OpenParts = Readonly<{ settings: HubSettings; log: Logger; siblings: Siblings | undefined; keys: HubKeys }>;

/** Pushes onto `begun` how to stop each thing it starts, in order. */
async function open({ settings, log, siblings, keys }: OpenParts, begun: (() => Promise<void>)[]) {
  // One connection of this process is reserved for the database pulse.
  const store = openStore(settings.databaseUrl, { poolSize: connectionsOfProcess - 1, pulse: { log } });
  begun.push(store.close);
  const clock = (): Date => new Date();
  const transport = openTransport({
    ...{ store, log, keys, clock, replicaUrl: settings.replicaUrl ?? null, ...(siblings && { siblings }) },
    connectionsPerAgency: settings.connectionsPerAgency ?? usualAgencyConnections,
    compress: settings.compressAgencies ?? 'auto',
    maxAnswerBytes,
  });
  const door = siblings && (await openDoorTelling(log, { keys, clock, connections: transport.connections }));
  if (door) begun.push(door.close);
  const counts = settings.metrics && (await openCounts(store));
  if (counts && siblings)
    siblings.tellCounts(() =>
      counts.told().catch((err: unknown) => {
        log.error({ err }, 'the metrics could not be read');
        return [];
      }),
    );
  const hub = await createHub({
    store,
    keys,
    profile: settings.profile,
    ...(settings.decisionRules && { decisionRules: settings.decisionRules }),
    verifyToken: verifyTokensOf(settings.oidc, (claim) =>
      log.warn({ claim }, 'a token signed by the identity provider was refused: this claim is missing or not accepted'),
    ),
    ...transport,
    ...(siblings && { siblings }),
    ...(counts && { counts }),
    clock,
    log,
    deadlineMs: settings.deadlineMs,
    limits: settings.limits,
    trustedProxies: settings.trustedProxies,
    linkAutomatically: settings.linkAutomatically ?? false,
    executor: settings.executor ?? 'own',
    compress: settings.compress ?? true,
    serverTiming: settings.serverTiming ?? false,
    plansApart: true,
    development: settings.development,
    operations: [...readOperations(), ...readDashboardOperations()],
  }).catch(async (error: unknown) => {
    await transport.transport.close();
    throw error;
  });
  begun.push(hub.stop);
  if (settings.dashboard) await serveDashboard(hub.http, settings.dashboard);
  if (settings.development) await serveGraphiql(hub.http);
  if (settings.demonstration) {
    serveIssuer(hub.http, settings.demonstration.issuer, settings.demonstration.key);
    servePeople(hub.http, settings.demonstration, clock);
  }
  const knock = { transport: transport.transport, signPermit: signPermitsWith(keys.permit, keys.kid) };
  begun.push(watchAgencies({ store, clock, log, knock }).stop);
  if (counts && !siblings) {
    const told = await openMetrics(settings, () => counts.text(), log);
    if (told) begun.push(told.close);
  }
  const url = await hub.http.listen({ host: settings.host, port: settings.port });
  return { url, store, door: door?.url ?? null };
}

/** Opens the door with its own fault log, which is closed together with it. */
async function openDoorTelling(log: Logger, parts: Omit<DoorParts, 'logFault'>): Promise<Door> {
  const faults = new FaultLog(log);
  const { url, close } = await openDoor({ ...parts, logFault: faults.logFault });
  return { url, close: () => close().finally(() => faults.end()) };
}

/** Loads the metrics code only where the settings ask for metrics. */
async function openCounts({ poolState }: Store): Promise<Counts> {
  const { Counts } = await import('./metrics/Counts.ts');
  return new Counts(poolState);
}

/** Serves metrics where the settings say so. */
async function openMetrics({ metrics }: HubSettings, tell: () => Promise<string>, log: Logger) {
  if (!metrics) return undefined;
  const { serveMetrics } = await import('./metrics/serveMetrics.ts');
  return serveMetrics(metrics, tell, log);
}
