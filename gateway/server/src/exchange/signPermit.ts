import { mintPermit, type Permit } from '@accord/contract/permit';
import type { CryptoKey } from 'jose';

/** Signs the permit for one message to one agency. */
export type SignPermit = (
  message: Readonly<{ agency: string; body: string; id: string; now: Date; permit: Permit }>,
) => Promise<string>;

/** Permits under the hub's key. */
export const signPermitsWith =
  (key: CryptoKey, kid: string): SignPermit =>
  ({ agency, body, id, now, permit }) =>
    mintPermit(permit, { agency, body, key, kid, id, now: Math.floor(now.getTime() / 1000) });
