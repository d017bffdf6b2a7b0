import type { MetricsSettings } from '@accord/server/metrics/serveMetrics';
import { StartFault } from '@accord/server/postgres/StartFault';
import { type Environment, numberOf } from './numberOf.ts';

/**
 * Where the hub's metrics can be read; undefined if no port is set, and then nothing is counted. Never on the port for callers
 * (`publicPort`), whose address the whole partnership can reach. Throws a `StartFault` that names the variable.
 */
export function readMetrics(env: Environment, publicPort: number): MetricsSettings | undefined {
  const { ACCORD_METRICS_PORT: text, ACCORD_METRICS_HOST: host = '127.0.0.1' } = env;
  if (host === '') throw new StartFault('ACCORD_METRICS_HOST is empty. Set it to a value, or unset it.');
  if (text === undefined) {
    if (env.ACCORD_METRICS_HOST === undefined) return undefined;
    throw new StartFault('ACCORD_METRICS_HOST is set, but ACCORD_METRICS_PORT is not. Set both, or neither.');
  }
  const port = numberOf(env, 'ACCORD_METRICS_PORT', 0, 65_535);
  if (port === publicPort)
    throw new StartFault(`ACCORD_METRICS_PORT is ${port}, the port of the hub itself. Set it to another port.`);
  return { host, port };
}
