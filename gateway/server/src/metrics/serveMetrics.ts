import { withoutSchemas } from '@accord/contract/withoutSchemas';
import fastify from 'fastify';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import { listenFault } from '../http/listenFault.ts';

/** Where metrics are served: never at the address callers use. */
export type MetricsSettings = Readonly<{ host: string; port: number }>;

/** Names of the two settings, for error messages. */
const named = { host: 'ACCORD_METRICS_HOST', port: 'ACCORD_METRICS_PORT' };

/**
 * Serves `GET /metrics` for Prometheus, and nothing else. Throws a `StartFault` where it cannot listen there.
 *
 * There is no sign-in, as is usual for Prometheus: anyone who reaches the address may read. Hence it has an address of its own, 127.0.0.1
 * unless the operator says otherwise.
 */
export async function serveMetrics(
  { host, port }: MetricsSettings,
  tell: () => Promise<string>,
  log: Logger,
): Promise<Readonly<{ close(): Promise<void> }>> {
  const http = fastify({ logger: false, schemaController: withoutSchemas, forceCloseConnections: true });
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
