import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The folder, with a trailing separator, of everything the dashboard loads; the compressed copies lie beside the files. None of it
 * is secret.
 */
export const assetsFolder: string = fileURLToPath(new URL('./browser/', import.meta.url));

/** The page's file name in the folder; serve it for every address for which `isPage` is true. */
export const pageFile = 'index.html';

/**
 * Reads the operations that may be requested by name (`documentId`): all of the dashboard's, each under its name and a digest of
 * its text.
 */
export const readDashboardOperations = (): readonly Readonly<{ name: string; document: string }>[] =>
  JSON.parse(readFileSync(new URL('./operations.json', import.meta.url), 'utf8'));

/**
 * The strictest Content-Security-Policy under which the dashboard is known to run. `reached` lists the other origins it may talk
 * to: the identity provider's.
 *
 * Inline styles are allowed because the chart library adds its own to what it draws; inline scripts are not.
 */
export const contentSecurityPolicy = (reached: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    ['connect-src', "'self'", ...reached].join(' '),
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
