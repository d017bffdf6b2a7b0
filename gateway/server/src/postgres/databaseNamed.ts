import pg from 'pg';

/** Describes the database of an address for a sentence or a log: its host and name, never its password. */
export function databaseNamed(url: string): string {
  if (URL.canParse(url)) {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  }
  try {
    // Socket addresses have a form of PostgreSQL's own.
    const { host, database } = new pg.Client({ connectionString: url });
    return `${host}/${database}`;
  } catch {
    return 'at DATABASE_URL';
  }
}
