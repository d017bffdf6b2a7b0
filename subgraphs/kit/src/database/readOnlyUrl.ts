import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The path of a SQLite file, given as a path or a `file:` or `sqlite:` URL. */
export const sqlitePath = (file: string): string =>
  file.startsWith('file://') ? fileURLToPath(file) : resolve(file.replace(/^(file|sqlite):/, ''));

/**
 * The libSQL URL of a SQLite file for reading only: SQLite itself refuses every write on every connection, and the file is never made.
 *
 * libSQL's client takes no `mode`, but hands the path it decodes to SQLite, which understands a whole `file:…?mode=ro` URI in its
 * place: hence one URI inside the other.
 */
export const readOnlyUrl = (file: string): string =>
  `file:${encodeURIComponent(`${pathToFileURL(sqlitePath(file)).href}?mode=ro`)}`;
