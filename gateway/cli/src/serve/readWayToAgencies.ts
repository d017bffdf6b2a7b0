import { usualAgencyConnections } from '@accord/server/exchange/httpTransport';
import { StartFault } from '@accord/server/postgres/StartFault';
import type { HubSettings } from '@accord/server/serveHub';
import { type Environment, numberOf } from './numberOf.ts';

/** The most connections: an agency has no use for more. */
const most = 1_000;

/**
 * How agencies are asked: over how many connections each, and which are asked for compressed answers. Throws a `StartFault`
 * that names the variable.
 */
export function readWayToAgencies(
  env: Environment,
): Required<Pick<HubSettings, 'connectionsPerAgency' | 'compressAgencies'>> {
  const connectionsPerAgency = numberOf(env, 'ACCORD_AGENCY_CONNECTIONS', usualAgencyConnections, most);
  const { ACCORD_AGENCY_COMPRESS: compressAgencies = 'auto' } = env;
  if (compressAgencies !== 'auto' && compressAgencies !== 'yes' && compressAgencies !== 'no')
    throw new StartFault(`ACCORD_AGENCY_COMPRESS is "${compressAgencies}". Set it to auto, yes or no.`);
  return { connectionsPerAgency, compressAgencies };
}
