import type { Engine } from './Catalogue.ts';

/** The engine of a connection, from the beginning of its URL; undefined where no engine's URL begins like that. */
export function engineOf(url: string): Engine | undefined {
  if (/^postgres(ql)?:/.test(url)) return 'postgresql';
  if (/^(mysql|mariadb):/.test(url)) return 'mysql';
  if (/^sqlserver:/.test(url)) return 'sqlserver';
  return url.startsWith('file:') ? 'sqlite' : undefined;
}
