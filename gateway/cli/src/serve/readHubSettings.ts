import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createKeys, type KeptKeys } from '@accord/server/keys';
import { createDatabase } from '@accord/server/postgres/createDatabase';
import { startEmbedded } from '@accord/server/postgres/embedded';
import { StartFault } from '@accord/server/postgres/StartFault';
import { readProfile } from '@accord/server/profile/readProfile';
import type { HubSettings } from '@accord/server/serveHub';
import { type Environment, numberOf } from './numberOf.ts';
import { readLimits } from './readLimits.ts';
import { readTrustedProxies } from './readTrustedProxies.ts';

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
  const limits = readLimits(env);
  const linkAutomatically = yesOrNo(env, 'ACCORD_LINK_AUTOMATICALLY');
  const trustedProxies = readTrustedProxies(env);
  const keys = await readOrMakeKeys(env.ACCORD_KEYS_FILE ?? join(home, 'hub-keys.json'));
  const { databaseUrl, stopDatabase } = await databaseOf(env, home);
  const settings = {
    databaseUrl,
    host: env.ACCORD_HOST ?? '127.0.0.1',
    port,
    keys,
    oidc,
    profile,
    deadlineMs,
    limits,
    trustedProxies,
    linkAutomatically,
    development: env.NODE_ENV === 'development',
  };
  return { settings, stopDatabase };
}

/** `yes` or `no`; left out, no. */
function yesOrNo(env: Environment, name: string): boolean {
  const text = env[name] ?? 'no';
  if (text !== 'yes' && text !== 'no') throw new StartFault(`${name} is "${text}"; it takes yes or no.`);
  return text === 'yes';
}

async function databaseOf(env: Environment, home: string) {
  if (env.DATABASE_URL) return { databaseUrl: env.DATABASE_URL, stopDatabase: async () => {} };
  const postgres = await startEmbedded({ dir: join(home, 'postgres') });
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
