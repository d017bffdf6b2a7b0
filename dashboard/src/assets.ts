import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder, ended by a separator, of everything the dashboard loads, compressed beside itself. Nothing in it is secret. */
export const assetsFolder: string = fileURLToPath(new URL('./browser/', import.meta.url));

/** The page's file name in the folder; answer every address of `isPage` with it. */
export const pageFile = 'index.html';

/** What may be asked by name (`documentId`): every operation of the dashboard, under its name and a digest of its text. */
export const readDashboardOperations = (): readonly Readonly<{ name: string; document: string }>[] =>
  JSON.parse(readFileSync(new URL('./operations.json', import.meta.url), 'utf8'));

/**
 * The strictest Content-Security-Policy under which the dashboard is known to run. `reached` are other origins it may talk to:
 * the identity provider's.
 *
 * Styles are inline because the chart library puts its own beside what it draws; scripts are not.
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
