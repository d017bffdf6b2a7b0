import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The path of a SQLite file, given as a path or a `file:` or `sqlite:` URL. */
export const sqlitePath = (file: string): string =>
  file.startsWith('file://') ? fileURLToPath(file) : resolve(file.replace(/^(file|sqlite):/, ''));

/**
 * The libSQL URL that opens a SQLite file for reading only: SQLite itself refuses every write on every connection, and the
 * file is never created.
 *
 * libSQL's client accepts no `mode`, but passes the decoded path to SQLite, which accepts a whole `file:…?mode=ro` URI as a
 * path: hence one URI inside the other.
 */
export const readOnlyUrl = (file: string): string =>
  `file:${encodeURIComponent(`${pathToFileURL(sqlitePath(file)).href}?mode=ro`)}`;
