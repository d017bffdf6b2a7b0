import fastify from 'fastify';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import { listenFault } from '../http/listenFault.ts';

/** Where what is counted can be read: never where callers ask. */
export type MetricsSettings = Readonly<{ host: string; port: number }>;

/** Its settings' names. */
const named = { host: 'ACCORD_METRICS_HOST', port: 'ACCORD_METRICS_PORT' };

/**
 * Listens for whoever scrapes: `GET /metrics`, and nothing else. Throws a `StartFault` where nobody can listen there.
 *
 * Without sign-in, as Prometheus has it: whoever reaches the address may read. Hence it is one of its own, and 127.0.0.1 unless the
 * operator says otherwise.
 */
export async function serveMetrics(
  { host, port }: MetricsSettings,
  tell: () => Promise<string>,
  log: Logger,
): Promise<Readonly<{ close(): Promise<void> }>> {
  const http = fastify({ logger: false, forceCloseConnections: true });
  http.setErrorHandler((err, _request, reply) => {
    log.error({ err }, 'the metrics could not be read');
    return reply.code(500).send();
  });
  http.get('/metrics', async (_request, reply) => {
    const text = await tell();
    return reply.headers({ 'content-type': Registry.PROMETHEUS_CONTENT_TYPE, 'cache-control': 'no-store' }).send(text);
  });
  try {
    await http.listen({ host, port });
  } catch (error) {
    await http.close();
    throw listenFault({ host, port, named }, error) ?? error;
  }
  return { close: () => http.close() };
}
