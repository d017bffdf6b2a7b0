import { getProxyForUrl } from 'proxy-from-env';
import { InputFault } from '../command/InputFault.ts';

/**
 * The proxy for an address, from this machine's environment: HTTPS_PROXY (HTTP_PROXY for `http:`), else ALL_PROXY, except
 * for what NO_PROXY names. Null: none.
 *
 * Throws one sentence where the setting is not the address of a proxy.
 */
export function proxyFor(url: string): string | null {
  const proxy = getProxyForUrl(url.replace(/^ws/, 'http'));
  if (proxy === '') return null;
  if (URL.canParse(proxy) && /^https?:$/.test(new URL(proxy).protocol)) return proxy;
  // Not shown, because it may contain a password.
  throw new InputFault(
    'HTTPS_PROXY, HTTP_PROXY or ALL_PROXY is not the address of a proxy. Set it to one such as http://proxy.example.org:3128.',
  );
}

/** A proxy's host and port, without any password in its address. */
export const hostOf = (proxy: string): string => new URL(proxy).host;
