import { fileURLToPath } from 'node:url';

/**
 * The folder with everything that the page loads, with a trailing separator; serve it under `assetsPath`. Nothing in it is
 * secret.
 */
export const assetsFolder: string = fileURLToPath(new URL('./browser/', import.meta.url));

/**
 * The path on the hub's own origin where the page expects the folder. The page itself may be served elsewhere, its parts may
 * not.
 */
export const assetsPath = '/graphiql/';

/** The page's file name in the folder; answer `GET /graphiql` with it. */
export const pageFile = 'page.html';

/**
 * The strictest Content-Security-Policy under which the page is known to run, to be sent with the page and its workers.
 *
 * Styles are inline because the editor positions its lines that way; scripts are not. No site may frame the page: whoever has
 * pasted a token into it could be made to click on something they do not see.
 */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self' blob:",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');
