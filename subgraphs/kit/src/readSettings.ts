import type { JWK } from 'jose';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a running agency is told by its environment. */
export type RunSettings = Readonly<{ host: string; port: number; hubKey: JWK; linkageSecret: Uint8Array }>;

/** What a sync is told by its environment. */
export type SyncSettings = Readonly<{
  hubUrl: string;
  agencyKey: JWK;
  linkageSecret: Uint8Array;
  /** Which secret of the partnership it is: 1 for the first, one more with each key roll. */
  keyEpoch: number;
}>;

const secretBytes = 32;

/** Settings of a running agency. Throws one sentence that names the variable to set. */
export const readRunSettings = (env: Environment): RunSettings => ({
  host: env.ACCORD_HOST ?? '127.0.0.1',
  port: portOf(env),
  hubKey: keyOf(env, 'ACCORD_HUB_KEY', "the hub's public key"),
  linkageSecret: secretOf(env),
});

/** Settings of a sync. Throws one sentence that names the variable to set. */
export const readSyncSettings = (env: Environment): SyncSettings => ({
  hubUrl: needed(env, 'ACCORD_HUB_URL', "the hub's address"),
  agencyKey: keyOf(env, 'ACCORD_AGENCY_KEY', "this agency's private key"),
  linkageSecret: secretOf(env),
  keyEpoch: epochOf(env),
});

/** The address of the agency's own database. Throws one sentence where DATABASE_URL is not set. */
export const readDatabaseUrl = (env: Environment): string =>
  needed(env, 'DATABASE_URL', "the agency's own database, under a role that can only read");

function needed(env: Environment, name: string, what: string): string {
  const value = env[name];
  if (!value) throw new Error(`Set ${name}: ${what}.`);
  return value;
}

function portOf(env: Environment): number {
  const text = needed(env, 'ACCORD_PORT', 'the port to listen on');
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`ACCORD_PORT is "${text}"; it takes a port, 0 to 65535.`);
  return port;
}

function epochOf({ ACCORD_LINKAGE_EPOCH: text = '1' }: Environment): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new Error(`ACCORD_LINKAGE_EPOCH is "${text}"; it takes the number of the secret, from 1.`);
  return Number(text);
}

function keyOf(env: Environment, name: string, what: string): JWK {
  const text = needed(env, name, `${what}, an Ed25519 key as a JWK`);
  try {
    const key: JWK = JSON.parse(text);
    if (key.kty === 'OKP' && key.crv === 'Ed25519') return key;
  } catch {
    // told below
  }
  throw new Error(`${name} is not an Ed25519 key written as a JWK (JSON).`);
}

function secretOf(env: Environment): Uint8Array {
  const secret = Buffer.from(
    needed(env, 'ACCORD_LINKAGE_SECRET', "the partnership's linkage secret, 32 bytes in base64url"),
    'base64url',
  );
  if (secret.length !== secretBytes)
    throw new Error(`ACCORD_LINKAGE_SECRET has ${secret.length} bytes; it takes ${secretBytes}, in base64url.`);
  return secret;
}
