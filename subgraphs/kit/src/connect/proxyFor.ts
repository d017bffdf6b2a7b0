import { getProxyForUrl } from 'proxy-from-env';
import { InputFault } from '../command/InputFault.ts';

/**
 * The proxy through which an address is reached from this machine, as its environment says: HTTPS_PROXY, for `http:` HTTP_PROXY, else
 * ALL_PROXY, but for what NO_PROXY names. Null: none.
 *
 * Throws one sentence where what is set is no address of a proxy.
 */
export function proxyFor(url: string): string | null {
  const proxy = getProxyForUrl(url.replace(/^ws/, 'http'));
  if (proxy === '') return null;
  if (URL.canParse(proxy) && /^https?:$/.test(new URL(proxy).protocol)) return proxy;
  // It may hold a password.
  throw new InputFault(
    'HTTPS_PROXY, HTTP_PROXY or ALL_PROXY is not the address of a proxy. Set it to one such as http://proxy.example.org:3128.',
  );
}

/** A proxy's name and port, without the password that may stand in its address. */
export const hostOf = (proxy: string): string => new URL(proxy).host;
