import type { FastifyInstance } from 'fastify';
import type { JWK } from 'jose';
import type { Checkpoints } from '../store/checkpoints.ts';

const pageSize = 1_000;

/**
 * Serves the hub's signed checkpoints, and the public keys to verify them, to anyone: no client is in them.
 *
 * Agencies fetch checkpoints from time to time and keep them. A ledger that is later cut or rewritten does not match them.
 */
export function serveCheckpoints(http: FastifyInstance, checkpoints: Checkpoints, keys: readonly JWK[]): void {
  http.get('/.well-known/jwks.json', async () => ({ keys }));

  /** `?after=N`: checkpoints of more than N entries, oldest first, at most a thousand. */
  http.get('/ledger/checkpoints', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const page = await checkpoints.page({ after: afterOf(request.query), first: pageSize });
    return { checkpoints: page.map(({ jws }) => jws) };
  });

  http.get('/ledger/checkpoints/last', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    const last = await checkpoints.last();
    return { checkpoints: last ? [last.jws] : [] };
  });
}

function afterOf(query: unknown): number {
  const text: unknown = typeof query === 'object' && query !== null ? Reflect.get(query, 'after') : undefined;
  const after = Number(text ?? 0);
  return Number.isSafeInteger(after) && after > 0 ? after : 0;
}
