import { keep } from '@accord/execution/keep';

/** Which agencies are asked for compressed answers: all, none, or (`auto`) those on other machines: on its own a hub has nothing to gain. */
export type CompressAgencies = 'auto' | 'yes' | 'no';

/** Addresses that are kept read. */
const addressesKept = 4_000;
const thisMachine = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const asked: Readonly<Record<string, string>> = { 'accept-encoding': 'gzip' };
const unasked: typeof asked = {};

/** The headers by which an agency at an address is asked for a compressed answer, or for none. The address has been taken for one before. */
export function acceptFrom(compress: CompressAgencies): (url: string) => Readonly<Record<string, string>> {
  if (compress !== 'auto') return () => (compress === 'yes' ? asked : unasked);
  return keep((url) => (thisMachine.test(new URL(url).hostname) ? unasked : asked), addressesKept);
}
