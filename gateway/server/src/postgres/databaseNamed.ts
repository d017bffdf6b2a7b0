import pg from 'pg';

/** Which database an address is of, in a sentence or a log: its host and its name, never its password. */
export function databaseNamed(url: string): string {
  if (URL.canParse(url)) {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  }
  try {
    // Addresses of sockets are PostgreSQL's own kind.
    const { host, database } = new pg.Client({ connectionString: url });
    return `${host}/${database}`;
  } catch {
    return 'at DATABASE_URL';
  }
}
