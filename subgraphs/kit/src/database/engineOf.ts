import type { Engine } from './Catalogue.ts';

/** The engine that a connection is to, by how its address begins; undefined where it begins like none. */
export function engineOf(url: string): Engine | undefined {
  if (/^postgres(ql)?:/.test(url)) return 'postgresql';
  if (/^(mysql|mariadb):/.test(url)) return 'mysql';
  if (/^sqlserver:/.test(url)) return 'sqlserver';
  return url.startsWith('file:') ? 'sqlite' : undefined;
}
