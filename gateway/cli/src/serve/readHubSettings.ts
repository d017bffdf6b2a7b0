import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createKeys, type KeptKeys } from '@accord/server/keys';
import { createDatabase } from '@accord/server/postgres/createDatabase';
import { startEmbedded } from '@accord/server/postgres/embedded';
import { StartFault } from '@accord/server/postgres/StartFault';
import { databaseConnections } from '@accord/server/processes/databaseConnections';
import { readProfile } from '@accord/server/profile/readProfile';
import { readDecisionRules } from '@accord/server/quality/proposals/readDecisionRules';
import type { HubSettings } from '@accord/server/serveHub';
import { type Environment, numberOf } from './numberOf.ts';
import { readDashboardSettings } from './readDashboardSettings.ts';
import { readExecutor } from './readExecutor.ts';
import { readLimits } from './readLimits.ts';
import { readProcesses } from './readProcesses.ts';
import { readTrustedProxies } from './readTrustedProxies.ts';
import { readWayToAgencies } from './readWayToAgencies.ts';

/**
 * The hub's settings from the environment. Without DATABASE_URL a PostgreSQL of its own is started under `.accord`; without a keys
 * file one is made. Throws a `StartFault` that names the variable.
 */
export async function readHubSettings(
  env: Environment,
): Promise<Readonly<{ settings: HubSettings; stopDatabase: () => Promise<void> }>> {
  const home = env.ACCORD_HOME ?? join(process.cwd(), '.accord');
  const oidc = {
    issuer: needed(env, 'ACCORD_OIDC_ISSUER', "your identity provider's issuer, such as https://id.example.org"),
    audience: needed(env, 'ACCORD_OIDC_AUDIENCE', 'the audience its tokens for this hub carry'),
  };
  const port = numberOf(env, 'ACCORD_PORT', 4000, 65_535);
  const deadlineMs = numberOf(env, 'ACCORD_DEADLINE_MS', 3_000, 60_000);
  const profile = readProfile(env.ACCORD_PROFILE);
  const decisionRules = readDecisionRules(env.ACCORD_DECISION_RULES);
  const limits = readLimits(env);
  const linkAutomatically = yesOrNo(env, 'ACCORD_LINK_AUTOMATICALLY');
  const executor = readExecutor(env);
  const processes = readProcesses(env);
  const wayToAgencies = readWayToAgencies(env);
  const [compress, serverTiming] = [yesOrNo(env, 'ACCORD_COMPRESS', 'yes'), yesOrNo(env, 'ACCORD_SERVER_TIMING')];
  const trustedProxies = readTrustedProxies(env);
  const replicaUrl = replicaUrlOf(env);
  const dashboard = dashboardOf(env, oidc.issuer);
  const keys = await readOrMakeKeys(env.ACCORD_KEYS_FILE ?? join(home, 'hub-keys.json'));
  const { databaseUrl, stopDatabase } = await databaseOf(env, home, processes);
  const settings = {
    databaseUrl,
    host: env.ACCORD_HOST ?? '127.0.0.1',
    port,
    keys,
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
  };
  return { settings, stopDatabase };
}

/** `yes` or `no`; left out, what is usual. */
function yesOrNo(env: Environment, name: string, usual: 'yes' | 'no' = 'no'): boolean {
  const text = env[name] ?? usual;
  if (text !== 'yes' && text !== 'no') throw new StartFault(`${name} is "${text}"; it takes yes or no.`);
  return text === 'yes';
}

/** Where the other replicas reach this one; null where it is not set. */
function replicaUrlOf({ ACCORD_REPLICA_URL: text }: Environment): string | null {
  if (text === undefined) return null;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new StartFault(
    `ACCORD_REPLICA_URL is "${text}"; it takes the address at which the other replicas reach this one, such as http://10.0.0.7:4000.`,
  );
}

/** The dashboard's settings; without a client id of its own at the provider it cannot be served. */
function dashboardOf(env: Environment, issuer: string): HubSettings['dashboard'] {
  const clientId = env.ACCORD_OIDC_CLIENT_ID;
  if (!clientId) return undefined;
  return readDashboardSettings(env, {
    kind: 'oidc',
    issuer,
    clientId,
    scope: env.ACCORD_OIDC_SCOPE ?? 'openid profile',
    parameters: Object.fromEntries(new URLSearchParams(env.ACCORD_OIDC_PARAMETERS)),
  });
}

async function databaseOf(env: Environment, home: string, processes: number) {
  if (env.DATABASE_URL) return { databaseUrl: env.DATABASE_URL, stopDatabase: async () => {} };
  const postgres = await startEmbedded({
    dir: join(home, 'postgres'),
    mostConnections: databaseConnections(processes),
  });
  await createDatabase(postgres.adminUrl, 'accord');
  return { databaseUrl: postgres.url('accord'), stopDatabase: postgres.stop };
}

async function readOrMakeKeys(file: string): Promise<KeptKeys> {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(await createKeys(), null, 2), { mode: 0o600, flag: 'wx' });
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new StartFault(`The keys file ${file} is damaged. Restore it; a new one would give every item a new id.`);
  }
}

function needed(env: Environment, name: string, what: string): string {
  const value = env[name];
  if (!value) throw new StartFault(`Set ${name}: ${what}.`);
  return value;
}
