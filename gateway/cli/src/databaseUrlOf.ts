import { StartFault } from '@accord/server/postgres/StartFault';
import pg from 'pg';
import type { Environment } from './serve/numberOf.ts';

/**
 * DATABASE_URL; undefined if it is not set. Throws a `StartFault`, which does not repeat the value, if it is empty (a forgotten
 * secret) or not the address of a PostgreSQL: otherwise a hub would start with an empty database of its own.
 */
export function databaseUrlOf({ DATABASE_URL: url }: Environment): string | undefined {
  if (url === undefined) return undefined;
  if (url === '')
    throw new StartFault('DATABASE_URL is empty. Set it to the address of a PostgreSQL database, or unset it.');
  if (/^(postgres(ql)?:\/\/|socket:|\/)/.test(url) && canBeRead(url)) return url;
  throw new StartFault(
    'DATABASE_URL is not the address of a PostgreSQL database. Set it to one such as postgresql://accord:secret@db.example.org:5432/accord.',
  );
}

function canBeRead(connectionString: string): boolean {
  try {
    return new pg.Client({ connectionString }).host !== '';
  } catch {
    return false;
  }
}
