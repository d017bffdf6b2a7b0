import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { assetsFolder, contentSecurityPolicy, pageFile } from '@accord/dashboard/assets';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { discoverProvider } from '../identity/discoverProvider.ts';

/** The settings that every page gets before anybody has signed in. Nothing in them is secret. */
export type DashboardSettings = Readonly<{
  /** `people`: people of the demonstration, to choose from; `oidc`: the hub's own identity provider. */
  signIn:
    | Readonly<{ kind: 'people' }>
    | Readonly<{
        kind: 'oidc';
        issuer: string;
        clientId: string;
        scope: string;
        /** What the provider needs besides to issue a token for the hub: `resource` (RFC 8707), `audience`. */
        parameters: Readonly<Record<string, string>>;
      }>;
  /** Minutes without a key press or touch after which a session ends. */
  idleMinutes: number;
  /** Where "Leave now" leads. */
  leaveTo: string;
}>;

/**
 * Serves the dashboard at `/`, from this origin alone. It is a client of the graph like any other: besides its own files it gets
 * its settings, and nothing else that `/graphql` would not return.
 *
 * Every request for a page gets the one page, which does its own routing; any other unknown request gets the usual 404.
 */
export async function serveDashboard(http: FastifyInstance, settings: DashboardSettings): Promise<void> {
  const { signIn } = settings;
  const reached = signIn.kind === 'oidc' ? originsOf(signIn.issuer) : async () => [];
  const headers = {
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
  };
  const page = await readFile(join(assetsFolder, pageFile), 'utf8');
  await http.register(fastifyStatic, {
    root: assetsFolder,
    wildcard: false,
    index: false,
    // The page has one way out, with its policy: under its own name it went without, and any site could frame it.
    globIgnore: [`${pageFile}*`],
    // Said below, and would be said again.
    cacheControl: false,
    decorateReply: false,
    preCompressed: true,
    // The names of these files change with their content.
    setHeaders: (response, path) => {
      const forEver = path.includes(`${sep}assets${sep}`);
      response.setHeader('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
      response.setHeader('x-content-type-options', 'nosniff');
    },
  });
  http.get('/settings.json', async (_request, reply) => reply.header('cache-control', 'no-store').send(settings));
  http.get('/*', async (request, reply) => {
    if (!request.headers.accept?.includes('text/html')) return reply.callNotFound();
    return reply
      .headers({
        ...headers,
        'content-security-policy': contentSecurityPolicy(await reached()),
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
      })
      .send(page);
  });
}

/** The provider's origins that pages contact. It is asked until it answers; until then, the issuer's own. */
function originsOf(issuer: string): () => Promise<readonly string[]> {
  let known: readonly string[] | undefined;
  return async () => {
    known ??= await discoverProvider(issuer).then(
      ({ origins }) => origins,
      () => undefined,
    );
    return known ?? [new URL(issuer).origin];
  };
}
