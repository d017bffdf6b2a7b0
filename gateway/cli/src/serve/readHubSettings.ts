import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createKeys, type KeptKeys } from '@accord/server/keys';
import { createDatabase } from '@accord/server/postgres/createDatabase';
import { databaseNamed } from '@accord/server/postgres/databaseNamed';
import { startEmbedded } from '@accord/server/postgres/embedded';
import { StartFault } from '@accord/server/postgres/StartFault';
import { databaseConnections } from '@accord/server/processes/databaseConnections';
import { readProfile } from '@accord/server/profile/readProfile';
import { readDecisionRules } from '@accord/server/quality/proposals/readDecisionRules';
import type { HubSettings } from '@accord/server/serveHub';
import { hasServed } from '@accord/server/store/hasServed';
import { databaseUrlOf } from '../databaseUrlOf.ts';
import { outFault } from '../outFault.ts';
import { type Environment, numberOf } from './numberOf.ts';
import { readDashboardSettings } from './readDashboardSettings.ts';
import { readDeadlineMs } from './readDeadlineMs.ts';
import { readExecutor } from './readExecutor.ts';
import { readKeysFile } from './readKeysFile.ts';
import { readLimits } from './readLimits.ts';
import { readMetrics } from './readMetrics.ts';
import { readProcesses } from './readProcesses.ts';
import { readTrustedProxies } from './readTrustedProxies.ts';
import { readWayToAgencies } from './readWayToAgencies.ts';

/** A hub's settings, and where they were found. */
export type ReadSettings = Readonly<{
  settings: HubSettings;
  keysFile: string;
  /** True if there was no keys file, so that one was made now. */
  madeKeys: boolean;
  /** Null if the database is not the hub's own. */
  ownDatabase: Readonly<{ stop: () => Promise<void> }> | null;
}>;

/**
 * The hub's settings from the environment. Without DATABASE_URL, starts a PostgreSQL of its own under `.accord`. Without a keys
 * file, makes one if no hub has served over the database yet. Throws a `StartFault` that names the variable.
 */
export async function readHubSettings(env: Environment): Promise<ReadSettings> {
  const home = notEmpty(env, 'ACCORD_HOME') ?? join(process.cwd(), '.accord');
  const oidc = {
    issuer: issuerOf(env),
    audience: needed(env, 'ACCORD_OIDC_AUDIENCE', 'the audience of its tokens for this hub'),
  };
  const port = numberOf(env, 'ACCORD_PORT', 4000, 65_535);
  const deadlineMs = readDeadlineMs(env);
  const profile = readProfile(notEmpty(env, 'ACCORD_PROFILE'));
  const decisionRules = readDecisionRules(notEmpty(env, 'ACCORD_DECISION_RULES'));
  const limits = readLimits(env);
  const linkAutomatically = yesOrNo(env, 'ACCORD_LINK_AUTOMATICALLY');
  const executor = readExecutor(env);
  const processes = readProcesses(env);
  const metrics = readMetrics(env, port);
  const wayToAgencies = readWayToAgencies(env);
  const [compress, serverTiming] = [yesOrNo(env, 'ACCORD_COMPRESS', 'yes'), yesOrNo(env, 'ACCORD_SERVER_TIMING')];
  const trustedProxies = readTrustedProxies(env);
  const replicaUrl = replicaUrlOf(env);
  const dashboard = dashboardOf(env, oidc.issuer);
  const host = notEmpty(env, 'ACCORD_HOST') ?? '127.0.0.1';
  const keysFile = notEmpty(env, 'ACCORD_KEYS_FILE') ?? join(home, 'hub-keys.json');
  const kept = await readKeysFile(keysFile);
  const { databaseUrl, ownDatabase } = await databaseOf(env, home, processes);
  const settings = {
    databaseUrl,
    host,
    port,
    keys: kept ?? (await stoppingOnFault(ownDatabase, () => makeKeys(keysFile, databaseUrl))),
    oidc,
    profile,
    decisionRules,
    deadlineMs,
    ...wayToAgencies,
    limits,
    trustedProxies,
    replicaUrl,
    linkAutomatically,
    executor,
    processes,
    compress,
    serverTiming,
    development: env.NODE_ENV === 'development',
    ...(dashboard && { dashboard }),
    ...(metrics && { metrics }),
  };
  return { settings, keysFile, madeKeys: kept === undefined, ownDatabase };
}

/** Whether a setting is `yes` or `no`; by default `usual`. */
function yesOrNo(env: Environment, name: string, usual: 'yes' | 'no' = 'no'): boolean {
  const text = env[name] ?? usual;
  if (text !== 'yes' && text !== 'no') throw new StartFault(`${name} is "${text}". Set it to yes or no.`);
  return text === 'yes';
}

/**
 * The value; undefined if it is not set. An empty value, such as a forgotten secret, would mean something that nobody intended.
 */
function notEmpty(env: Environment, name: string): string | undefined {
  if (env[name] === '') throw new StartFault(`${name} is empty. Set it to a value, or unset it.`);
  return env[name];
}

function issuerOf(env: Environment): string {
  const text = needed(env, 'ACCORD_OIDC_ISSUER', "your identity provider's issuer, such as https://id.example.org");
  if (isWebAddress(text)) return text;
  throw new StartFault(
    `ACCORD_OIDC_ISSUER is "${text}". Set it to your identity provider's address, such as https://id.example.org.`,
  );
}

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** Where the other replicas reach this one; null if it is not set. */
function replicaUrlOf({ ACCORD_REPLICA_URL: text }: Environment): string | null {
  if (text === undefined) return null;
  if (isWebAddress(text)) return text;
  throw new StartFault(
    `ACCORD_REPLICA_URL is "${text}". Set it to the address at which the other replicas reach this one, such as http://10.0.0.7:4000.`,
  );
}

/** The dashboard's settings; without a client id at the provider it cannot be served. */
function dashboardOf(env: Environment, issuer: string): HubSettings['dashboard'] {
  const clientId = notEmpty(env, 'ACCORD_OIDC_CLIENT_ID');
  if (clientId === undefined) return undefined;
  return readDashboardSettings(env, {
    kind: 'oidc',
    issuer,
    clientId,
    scope: notEmpty(env, 'ACCORD_OIDC_SCOPE') ?? 'openid profile',
    parameters: Object.fromEntries(new URLSearchParams(env.ACCORD_OIDC_PARAMETERS)),
  });
}

async function databaseOf(env: Environment, home: string, processes: number) {
  const given = databaseUrlOf(env);
  if (given !== undefined) return { databaseUrl: given, ownDatabase: null };
  const postgres = await startEmbedded({
    dir: join(home, 'postgres'),
    mostConnections: databaseConnections(processes),
  });
  await stoppingOnFault(postgres, () => createDatabase(postgres.adminUrl, 'accord'));
  return { databaseUrl: postgres.url('accord'), ownDatabase: postgres };
}

/** Does something with a database that was started here; if that fails, stops the database again. */
async function stoppingOnFault<T>(database: ReadSettings['ownDatabase'], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await database?.stop();
    throw error;
  }
}

/**
 * Makes new keys and writes them to the file. Throws a `StartFault` if a hub has served over the database before: that one had
 * other keys, and they are needed.
 */
async function makeKeys(file: string, databaseUrl: string): Promise<KeptKeys> {
  if (await hasServed(databaseUrl))
    throw new StartFault(
      `There is no keys file at ${file}, but a hub has already used the database ${databaseNamed(databaseUrl)}. Restore its keys file, or set ACCORD_KEYS_FILE to it. With new keys every agency would refuse the hub, and every item would have a new id.`,
    );
  const keys = await createKeys();
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(keys, null, 2), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw outFault(error, file);
  }
  return keys;
}

function needed(env: Environment, name: string, what: string): string {
  const value = env[name];
  if (!value) throw new StartFault(`Set ${name}: ${what}.`);
  return value;
}
