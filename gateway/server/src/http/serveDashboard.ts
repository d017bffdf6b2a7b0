import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { assetsFolder, contentSecurityPolicy, pageFile } from '@accord/dashboard/assets';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { discoverProvider } from '../identity/discoverProvider.ts';

/** What every page is told before anybody has signed in. Nothing in it is secret. */
export type DashboardSettings = Readonly<{
  /** `people`: the demonstration's, who are chosen; `oidc`: the hub's own identity provider. */
  signIn:
    | Readonly<{ kind: 'people' }>
    | Readonly<{
        kind: 'oidc';
        issuer: string;
        clientId: string;
        scope: string;
        /** What the provider wants beside, to give a token for the hub: `resource` (RFC 8707), `audience`. */
        parameters: Readonly<Record<string, string>>;
      }>;
  /** Minutes without a key or a touch after which a session ends. */
  idleMinutes: number;
  /** Where "Leave now" goes. */
  leaveTo: string;
}>;

/**
 * Serves the dashboard at `/`, from this origin alone. It is a client of the graph like any other: beside its own files it is
 * given its settings, and nothing else that `/graphql` would not tell.
 *
 * Whatever asks for a page gets the page, which finds its way by itself; whatever does not gets the usual "nothing here".
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
    // Their names change with what is in them.
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

/** Origins of the provider that pages talk to, asked for until it answers; until then, the issuer's own. */
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
