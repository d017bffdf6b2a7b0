import { type WindowLength, windowLengths } from '@accord/quality/audit/closedWindows';
import type { JWK } from 'jose';
import { InputFault } from '../command/InputFault.ts';
import { type DatabaseLimits, usualDatabaseLimits } from '../database/adapterOptions.ts';
import { engineOf } from '../database/engineOf.ts';
import { type AgencyLimits, usualAgencyLimits } from './AgencyLimits.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings of any agency that answers, whichever way the hub reaches it. */
export type AnswerSettings = Readonly<{
  /** One key, or several while one replaces another. */
  hubKey: JWK | readonly JWK[];
  linkageSecret: Uint8Array;
  /** Path of the agency's own policy; null where it has none. */
  policyPath: string | null;
  /** Where the agency logs who asked; null where it keeps no log. */
  requestLog: Readonly<{ folder: string; daysKept: number }> | null;
  /** Where it keeps answers to prompts and waiting alerts; null where it does not. */
  bookPath: string | null;
  /** The folder of its own audit; null where it does none. */
  auditFolder: string | null;
  limits: AgencyLimits;
}>;

/** Settings of an agency that listens. */
export type RunSettings = AnswerSettings & Readonly<{ host: string; port: number }>;

/** Settings of an agency that dials the hub. */
export type ConnectSettings = AnswerSettings & Readonly<{ hubUrls: readonly string[]; agencyKey: JWK }>;

/** Settings of a sync. */
export type SyncSettings = Readonly<{
  hubUrl: string;
  /** The hub's public keys, by which what is sent names it; left out where ACCORD_HUB_KEY is not set. */
  hubKeys?: readonly JWK[];
  agencyKey: JWK;
  linkageSecret: Uint8Array;
  /** Number of the partnership's secret: 1 for the first, one more with each key roll. */
  keyEpoch: number;
}>;

/** Settings of an audit. */
export type AuditSettings = Readonly<{
  folder: string;
  length: WindowLength;
  rulesFile: string | undefined;
  hubUrl: string | undefined;
}>;

const secretBytes = 32;

/** Reads the settings of an agency that listens. Throws one sentence that names the variable to set. */
export const readRunSettings = (env: Environment): RunSettings => ({
  host: env.ACCORD_HOST ?? '127.0.0.1',
  port: portOf(env),
  ...readAnswerSettings(env),
});

/** Reads the settings of an agency that dials. Throws one sentence that names the variable to set. */
export const readConnectSettings = (env: Environment): ConnectSettings => {
  const hubUrls = hubUrlsOf(env);
  for (const url of hubUrls) assertSafe(url);
  return { hubUrls, agencyKey: agencyKeyOf(env), ...readAnswerSettings(env) };
};

const readAnswerSettings = (env: Environment): AnswerSettings => ({
  hubKey: hubKeysOf(env),
  linkageSecret: secretOf(env),
  policyPath: readPolicyPath(env),
  requestLog: readRequestLog(env),
  bookPath: env.ACCORD_OWN_BOOK || null,
  auditFolder: env.ACCORD_AUDIT || null,
  limits: {
    requestsPerMinute: numberOf(env, 'ACCORD_REQUESTS_PER_MINUTE', usualAgencyLimits.requestsPerMinute),
    requestsAtOnce: numberOf(env, 'ACCORD_REQUESTS_AT_ONCE', usualAgencyLimits.requestsAtOnce),
    requestsWaiting: numberOf(env, 'ACCORD_REQUESTS_WAITING', usualAgencyLimits.requestsWaiting),
    recordsAtOnce: numberOf(env, 'ACCORD_RECORDS_AT_ONCE', usualAgencyLimits.recordsAtOnce),
    answerMs: numberOf(env, 'ACCORD_ANSWER_MS', usualAgencyLimits.answerMs),
  },
});

/** Path of the agency's own policy; null where it has none. */
export const readPolicyPath = ({ ACCORD_POLICY }: Environment): string | null => ACCORD_POLICY || null;

/** Where the agency logs who asked, and for how many days it keeps the log; null where it keeps none. */
export const readRequestLog = (env: Environment): RunSettings['requestLog'] =>
  env.ACCORD_REQUEST_LOG
    ? { folder: env.ACCORD_REQUEST_LOG, daysKept: numberOf(env, 'ACCORD_REQUEST_LOG_DAYS', 365) }
    : null;

/**
 * The URL by which an agency writes alerts, under a role that can write those tables and no others. Null where it takes
 * none, that is, unless `ACCORD_WRITES` is set, whatever else is. Throws one sentence where only half of it is set.
 */
export function readWriterUrl(env: Environment): string | null {
  const { ACCORD_WRITES: writes, DATABASE_URL } = env;
  if (!writes) return null;
  if (writes !== 'alerts') throw new InputFault(`ACCORD_WRITES is "${writes}". Set it to "alerts", or unset it.`);
  const url = needed(
    env,
    'ACCORD_WRITER_URL',
    "the agency's own database, with a role that can write its alerts and nothing else",
  );
  if (url === DATABASE_URL)
    throw new InputFault(
      'ACCORD_WRITER_URL is the same as DATABASE_URL, whose role can only read. Give ACCORD_WRITER_URL another role.',
    );
  return url;
}

/** Reads the settings of an audit. Throws one sentence that names the variable to set. */
export function readAuditSettings(env: Environment): AuditSettings {
  const length = env.ACCORD_AUDIT_WINDOWS || 'QUARTER';
  if (!isWindowLength(length))
    throw new InputFault(
      `ACCORD_AUDIT_WINDOWS is "${length}". Set it to one of ${Object.keys(windowLengths).join(', ')}.`,
    );
  return {
    folder: needed(env, 'ACCORD_AUDIT', 'a folder of your own in which the audit keeps what it found'),
    length,
    rulesFile: env.ACCORD_AUDIT_RULES || undefined,
    hubUrl: env.ACCORD_HUB_URL ? hubUrlsOf(env)[0]?.replace(/^ws/, 'http') : undefined,
  };
}

const isWindowLength = (text: string): text is WindowLength => Object.hasOwn(windowLengths, text);

/** How long one statement may take at the agency's database, in milliseconds, and how many connections are opened at most. */
export const readDatabaseLimits = (env: Environment): Required<DatabaseLimits> => ({
  statementMs: numberOf(env, 'ACCORD_STATEMENT_MS', usualDatabaseLimits.statementMs),
  connections: numberOf(env, 'ACCORD_DATABASE_CONNECTIONS', usualDatabaseLimits.connections),
});

/** Reads the settings of a sync. Throws one sentence that names the variable to set. */
export const readSyncSettings = (env: Environment): SyncSettings => ({
  // One address is enough; an address to dial also serves to post to.
  hubUrl: (hubUrlsOf(env)[0] ?? '').replace(/^ws/, 'http'),
  ...(env.ACCORD_HUB_KEY && { hubKeys: hubKeysOf(env) }),
  agencyKey: agencyKeyOf(env),
  linkageSecret: secretOf(env),
  keyEpoch: epochOf(env),
});

const agencyKeyOf = (env: Environment): JWK => {
  const key = keyOf(env, 'ACCORD_AGENCY_KEY', "this agency's private key");
  if (key.d === undefined)
    throw new InputFault(
      'ACCORD_AGENCY_KEY is the public half of a key. Set it to the private key, with which this program signs.',
    );
  return key;
};

/** The hub's addresses, separated by commas where its replicas do not reach each other. At least one. */
function hubUrlsOf(env: Environment): readonly string[] {
  const text = needed(env, 'ACCORD_HUB_URL', "the hub's address");
  const urls = text
    .split(',')
    .map((url) => url.trim())
    .filter((url) => url !== '');
  const amiss = urls.find((url) => !URL.canParse(url) || !/^(https?|wss?):$/.test(new URL(url).protocol));
  if (amiss !== undefined || urls.length === 0)
    throw new InputFault(`ACCORD_HUB_URL is "${text}". Set it to the hub's address, such as https://hub.example.org.`);
  return urls;
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** A connection without TLS would carry personal records in the clear, so it may only go to this machine. */
function assertSafe(url: string): void {
  const { protocol, hostname } = new URL(url);
  if ((protocol === 'http:' || protocol === 'ws:') && !loopback.test(hostname))
    throw new InputFault(
      `ACCORD_HUB_URL is "${url}", without TLS. A connection to another machine needs https: or wss:. Ask whoever runs the hub for that address.`,
    );
}

/** The URL of the agency's own database. Throws one sentence where DATABASE_URL is not set, or names a server but is not a URL. */
export function readDatabaseUrl(env: Environment): string {
  const url = needed(env, 'DATABASE_URL', "the agency's own database, with a role that can only read");
  const engine = engineOf(url);
  // Not shown, because it may contain a password.
  if ((engine === 'postgresql' || engine === 'mysql') && !URL.canParse(url))
    throw new InputFault(
      'DATABASE_URL is not a URL. Write it as engine://user:password@host:port/database, with everything but letters and digits in the password percent-encoded.',
    );
  return url;
}

function needed(env: Environment, name: string, what: string): string {
  const value = env[name];
  if (!value) throw new InputFault(`Set ${name}: ${what}.`);
  return value;
}

function portOf(env: Environment): number {
  const text = needed(env, 'ACCORD_PORT', 'the port to listen on');
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InputFault(`ACCORD_PORT is "${text}". Set it to a port, 0 to 65535.`);
  return port;
}

function numberOf(env: Environment, name: string, usual: number): number {
  const text = env[name] ?? String(usual);
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InputFault(`${name} is "${text}". Set it to a whole number from 1.`);
  return Number(text);
}

function epochOf({ ACCORD_LINKAGE_EPOCH: text = '1' }: Environment): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new InputFault(`ACCORD_LINKAGE_EPOCH is "${text}". Set it to the number of the secret, from 1.`);
  return Number(text);
}

function keyOf(env: Environment, name: string, what: string): JWK {
  const key = parsed(needed(env, name, `${what}, an Ed25519 key as a JWK`));
  if (isEd25519(key)) return key;
  throw new InputFault(`${name} is not an Ed25519 key written as a JWK (JSON).`);
}

/** The hub's public key, or a set of them (RFC 7517, 5) while one replaces another. */
function hubKeysOf(env: Environment): readonly JWK[] {
  const given = parsed(needed(env, 'ACCORD_HUB_KEY', "the hub's public key, an Ed25519 key as a JWK"));
  const set: unknown = Reflect.get(Object(given), 'keys');
  const keys: readonly unknown[] = Array.isArray(set) ? set : [given];
  const right = keys.filter(isEd25519);
  if (right.length === 0 || right.length < keys.length)
    throw new InputFault(
      'ACCORD_HUB_KEY is neither an Ed25519 key written as a JWK (JSON) nor a set of them: {"keys":[…, …]}.',
    );
  return right;
}

const isEd25519 = (key: unknown): key is JWK =>
  Reflect.get(Object(key), 'kty') === 'OKP' && Reflect.get(Object(key), 'crv') === 'Ed25519';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function secretOf(env: Environment): Uint8Array {
  const secret = Buffer.from(
    needed(env, 'ACCORD_LINKAGE_SECRET', "the partnership's linkage secret, 32 bytes in base64url"),
    'base64url',
  );
  if (secret.length !== secretBytes)
    throw new InputFault(
      `ACCORD_LINKAGE_SECRET has ${secret.length} bytes. Set it to ${secretBytes} bytes in base64url.`,
    );
  return secret;
}
