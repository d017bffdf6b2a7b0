import type { MetricsSettings } from '@accord/server/metrics/serveMetrics';
import { StartFault } from '@accord/server/postgres/StartFault';
import { type Environment, numberOf } from './numberOf.ts';

/**
 * Where the hub's metrics can be read; undefined if no port is set, and then nothing is counted. Never on the port for callers
 * (`publicPort`), whose address the whole partnership can reach. Throws a `StartFault` that names the variable.
 */
export function readMetrics(env: Environment, publicPort: number): MetricsSettings | undefined {
  const { ACCORD_METRICS_PORT: text, ACCORD_METRICS_HOST: host = '127.0.0.1' } = env;
  if (host === '') throw new StartFault('ACCORD_METRICS_HOST is empty. Set it to something, or do not set it at all.');
  if (text === undefined) {
    if (env.ACCORD_METRICS_HOST === undefined) return undefined;
    throw new StartFault('ACCORD_METRICS_HOST is set and ACCORD_METRICS_PORT is not: set both, or neither.');
  }
  const port = numberOf(env, 'ACCORD_METRICS_PORT', 0, 65_535);
  if (port === publicPort)
    throw new StartFault(`ACCORD_METRICS_PORT is ${port}, where the hub itself listens. Set it to a port of its own.`);
  return { host, port };
}
