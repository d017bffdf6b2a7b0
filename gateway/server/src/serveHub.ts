import type { Profile } from '@accord/consent/Profile';
import type { Logger } from 'pino';
import { serveIssuer } from './demonstration/localIssuer.ts';
import { type Demonstration, servePeople } from './demonstration/servePeople.ts';
import { httpTransport } from './exchange/httpTransport.ts';
import { readOperations } from './http/readOperations.ts';
import { serveGraphiql } from './http/serveGraphiql.ts';
import { createHub } from './hub.ts';
import { verifyTokensOf } from './identity/verifyToken.ts';
import { type KeptKeys, readKeys } from './keys.ts';
import type { Limits } from './limits/Limits.ts';
import { StartFault } from './postgres/StartFault.ts';
import { migrate } from './store/migrate.ts';
import { openStore, type Store } from './store/Store.ts';

/** What a hub that runs is told. */
export type HubSettings = Readonly<{
  databaseUrl: string;
  host: string;
  port: number;
  keys: KeptKeys;
  oidc: Readonly<{ issuer: string; audience: string }>;
  /** The partnership's law and categories. */
  profile: Profile;
  /** Time an agency has for one answer, in milliseconds. */
  deadlineMs: number;
  limits: Limits;
  /** Addresses (or `10.0.0.0/8`) of proxies in front of the hub. */
  trustedProxies: readonly string[];
  /** True: records that are almost the same are linked without asking anybody. */
  linkAutomatically?: boolean;
  development: boolean;
  demonstration?: Demonstration;
}>;

/** A hub that runs. */
export type RunningHub = Readonly<{ url: string; store: Store; stop(): Promise<void> }>;

/**
 * Migrates the database, puts the hub together and listens. Throws a `StartFault`, one sentence, where the port is taken or
 * the database cannot be had.
 */
export async function serveHub(settings: HubSettings, log: Logger): Promise<RunningHub> {
  await migrate(settings.databaseUrl);
  const store = openStore(settings.databaseUrl);
  const clock = (): Date => new Date();
  const hub = await createHub({
    store,
    keys: await readKeys(settings.keys),
    profile: settings.profile,
    verifyToken: verifyTokensOf(settings.oidc),
    transport: httpTransport({ connectionsPerAgency: 32, maxAnswerBytes: 32 * 1024 * 1024 }),
    clock,
    log,
    deadlineMs: settings.deadlineMs,
    limits: settings.limits,
    trustedProxies: settings.trustedProxies,
    linkAutomatically: settings.linkAutomatically ?? false,
    development: settings.development,
    operations: readOperations(),
  });
  if (settings.development) await serveGraphiql(hub.http);
  if (settings.demonstration) {
    serveIssuer(hub.http, settings.demonstration.issuer, settings.demonstration.key);
    servePeople(hub.http, settings.demonstration, clock);
  }
  const stop = async (): Promise<void> => {
    await hub.stop();
    await store.close();
  };
  try {
    const url = await hub.http.listen({ host: settings.host, port: settings.port });
    return { url, store, stop };
  } catch (error) {
    await stop();
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new StartFault(
        `Port ${settings.port} is in use by another program. Stop that program, or set ACCORD_PORT to a free port.`,
      );
    throw error;
  }
}
