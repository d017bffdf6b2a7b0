import type { FastifyInstance } from 'fastify';
import type { JWK } from 'jose';
import type { Checkpoints } from '../store/checkpoints.ts';

const pageSize = 1_000;

/**
 * Serves what the hub signed about its ledger, and the public keys to check it with, to anybody: no client is in it.
 *
 * An agency fetches these from time to time and keeps them; a ledger that was cut or rewritten later does not fit them.
 */
export function serveCheckpoints(http: FastifyInstance, checkpoints: Checkpoints, keys: readonly JWK[]): void {
  http.get('/.well-known/jwks.json', async () => ({ keys }));

  /** `?after=N`: the oldest first, of more than N entries; at most a thousand. */
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
