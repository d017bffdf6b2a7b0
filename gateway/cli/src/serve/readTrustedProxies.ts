import { BlockList, isIP } from 'node:net';
import { StartFault } from '@accord/server/postgres/StartFault';
import type { Environment } from './numberOf.ts';

/**
 * Addresses of the proxies in front of the hub; by default none. Throws a `StartFault` if one is neither an address nor a
 * network.
 */
export function readTrustedProxies(env: Environment): readonly string[] {
  const named = (env.ACCORD_TRUSTED_PROXIES ?? '').split(',').map((part) => part.trim());
  const proxies = named.filter((part) => part !== '');
  const amiss = proxies.find((proxy) => !isAddressOrNetwork(proxy));
  if (amiss !== undefined)
    throw new StartFault(
      `ACCORD_TRUSTED_PROXIES names "${amiss}". Set it to addresses and networks separated by commas, such as 10.0.0.7,10.1.0.0/16.`,
    );
  return proxies;
}

function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits] = text.split('/', 2);
  const version = isIP(address);
  if (version === 0) return false;
  if (bits === undefined) return true;
  try {
    new BlockList().addSubnet(address, Number(bits), version === 4 ? 'ipv4' : 'ipv6');
    return bits !== '';
  } catch {
    return false;
  }
}
