import { lookup } from 'node:dns/promises';
import { InputFault } from '../command/InputFault.ts';
import type { Engine } from './Catalogue.ts';

/**
 * Why a database did not let us in, in one sentence for whoever runs the command. Never says the password.
 *
 * What is not known is told by its code alone, because a driver's text may repeat the connection.
 */
export async function connectionFault(error: unknown, engine: Engine, url: string): Promise<InputFault> {
  const known = await knownConnectionFault(error, engine, url);
  if (known) return known;
  const said = [...codesIn(error)].slice(0, 3).join(', ') || 'no reason given';
  return new InputFault(`The database at ${partsOf(url, engine).host} cannot be read (${said}).`);
}

/** The same, where the error says that it is about the connection; undefined where it does not. */
export async function knownConnectionFault(
  error: unknown,
  engine: Engine,
  url: string,
): Promise<InputFault | undefined> {
  const codes = codesIn(error);
  const { host, hostname, user, database } = partsOf(url, engine);
  const has = (...wanted: readonly string[]) => wanted.some((code) => codes.has(code));
  // An adapter may say only that it did not get there.
  if (hostname !== '' && (await lookup(hostname).catch(() => null)) === null)
    return new InputFault(`There is no host ${host}. Correct it in the connection.`);
  if (has('ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'P1001', 'ESOCKET', 'DatabaseNotReachable'))
    return new InputFault(`No database answers at ${host}. Start it, or correct the host and port.`);
  if (has('DatabaseDoesNotExist', '3D000', '1049', '4060'))
    return new InputFault(`There is no database "${database}" at ${host}. Correct its name in the connection.`);
  if (has('AuthenticationFailed', '28P01', '28000', '1045', '1698', 'ELOGIN', '18456'))
    return new InputFault(`${host} refused user "${user}". Correct the user or the password.`);
  if (has('DatabaseAccessDenied', '42501', '1044'))
    return new InputFault(
      `User "${user}" is not allowed to open database "${database}" at ${host}. Have access granted.`,
    );
  // A pool says that it waited too long, and beside that why.
  if (has('ETIMEDOUT', 'ETIMEOUT', 'SocketTimeout', '45012', '45028', '45009'))
    return new InputFault(`${host} did not answer in time. Check the port, and that this machine can reach it.`);
  if (has('TlsConnectionError'))
    return new InputFault(
      `${host} and this machine cannot agree on encryption (TLS). Ask whoever runs the database for its TLS settings.`,
    );
  if (has('SQLITE_NOTADB', '26')) return new InputFault('The file exists, but is not a SQLite database.');
  if (has('SQLITE_CANTOPEN', '14'))
    return new InputFault('The file cannot be opened. Check that this user can read it and its folder.');
  return undefined;
}

/** Drivers, adapters and the system put their codes in different places, and one inside the other. */
function codesIn(error: unknown, depth = 0): ReadonlySet<string> {
  // A pool of MariaDB's driver has the reason as words: `connect ECONNREFUSED …`, `(conn:10, no: 1045, SQLState: 28000) …`.
  if (typeof error === 'string')
    return new Set([...error.matchAll(/\bno: (\d+)|\b(E[A-Z]{5,})\b/g)].flatMap(([, no, code]) => no ?? code ?? []));
  const found = new Set<string>();
  if (error === null || typeof error !== 'object' || depth > 5) return found;
  for (const name of ['kind', 'code', 'errno', 'originalCode', 'number', 'rawCode']) {
    const value: unknown = Reflect.get(error, name);
    if (typeof value === 'string' || typeof value === 'number') found.add(String(value));
  }
  for (const name of ['cause', 'originalError', 'errors', 'meta', 'driverAdapterError']) {
    const inner: unknown = Reflect.get(error, name);
    for (const one of Array.isArray(inner) ? inner : [inner])
      for (const code of codesIn(one, depth + 1)) found.add(code);
  }
  return found;
}

function partsOf(text: string, engine: Engine): Readonly<Record<'host' | 'hostname' | 'user' | 'database', string>> {
  if (engine === 'sqlite') return { host: 'this path', hostname: '', user: '', database: text };
  if (engine === 'sqlserver') {
    const settings = new Map(
      text
        .split(';')
        .slice(1)
        .map((setting) => {
          const at = setting.indexOf('=');
          return [setting.slice(0, at).trim().toLowerCase(), setting.slice(at + 1)] as const;
        }),
    );
    const setting = (...names: readonly string[]) =>
      names.map((name) => settings.get(name)).find((value) => value !== undefined) ?? '';
    const host = text.split(';')[0]?.replace(/^\w+:\/\//, '') ?? '';
    return {
      ...{ host, hostname: host.replace(/[:\\].*$/, '') },
      user: setting('user', 'username', 'uid', 'userid'),
      database: setting('database', 'initial catalog'),
    };
  }
  const url = new URL(text);
  return {
    ...{ host: url.host, hostname: url.hostname.replace(/^\[|\]$/g, '') },
    user: decoded(url.username),
    database: decoded(url.pathname.slice(1)),
  };
}

/** As it stands where it is badly written: a sentence about an error must not become another. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
