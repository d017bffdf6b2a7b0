import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assetsFolder, assetsPath, contentSecurityPolicy, pageFile } from '@accord/graphiql/assets';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Serves GraphiQL and its parts from this origin; nothing is loaded from anywhere else. */
export async function serveGraphiql(http: FastifyInstance): Promise<void> {
  await http.register(fastifyStatic, {
    root: assetsFolder,
    prefix: assetsPath,
    index: false,
    setHeaders: (response) => {
      response.setHeader('content-security-policy', contentSecurityPolicy);
    },
  });
  http.get('/graphiql', async (_request, reply) =>
    reply
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': contentSecurityPolicy,
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
      .send(await readFile(join(assetsFolder, pageFile))),
  );
}
