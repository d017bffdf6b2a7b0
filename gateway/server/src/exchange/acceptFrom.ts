import { keep } from '@accord/execution/keep';

/**
 * Which agencies are asked for compressed answers: all, none, or (`auto`) those on other machines, because on the same machine
 * there is nothing to gain.
 */
export type CompressAgencies = 'auto' | 'yes' | 'no';

/** How many addresses are cached. */
const addressesKept = 4_000;
const thisMachine = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const asked: Readonly<Record<string, string>> = { 'accept-encoding': 'gzip' };
const unasked: typeof asked = {};

/**
 * Returns the headers for a request to an agency's address: they ask for a compressed answer, or are empty. Addresses must be
 * valid URLs.
 */
export function acceptFrom(compress: CompressAgencies): (url: string) => Readonly<Record<string, string>> {
  if (compress !== 'auto') return () => (compress === 'yes' ? asked : unasked);
  return keep((url) => (thisMachine.test(new URL(url).hostname) ? unasked : asked), addressesKept);
}
