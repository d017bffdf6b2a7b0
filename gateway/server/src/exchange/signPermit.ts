import { mintPermit, type Permit } from '@accord/contract/permit';
import {
  agreeOnKey,
  type ExchangeKey,
  keyNoteTtlSeconds,
  mintPermitUnder,
  type PermitKey,
} from '@accord/contract/permitKey';
import type { CryptoKey } from 'jose';

/** Makes the permit for one message to one agency. */
export type SignPermit = (
  message: Readonly<{
    agency: string;
    body: string;
    id: string;
    now: Date;
    permit: Permit;
    /** The public key that the agency sent (`toldKey`). If left out, the permit is signed with the hub's key and needs no other. */
    theirs?: string | undefined;
  }>,
) => Promise<string>;

/** How long before its end a key note is renewed, in seconds. */
const renewedBefore = 60;

/** Makes permits signed with the hub's key; with `own`, also permits under a key agreed with each agency that sent one of its own. */
export function signPermitsWith(key: CryptoKey, kid: string, own?: ExchangeKey): SignPermit {
  const agreed = new Map<string, Readonly<{ theirs: string; with: PermitKey }>>();
  const keyWith = (agency: string, theirs: string, now: number, by: ExchangeKey): PermitKey | undefined => {
    const known = agreed.get(agency);
    const holds = known && now >= known.with.until - keyNoteTtlSeconds && now < known.with.until - renewedBefore;
    if (holds && known.theirs === theirs) return known.with;
    try {
      const fresh = agreeOnKey(by, { agency, theirs, key, kid, now });
      agreed.set(agency, { theirs, with: fresh });
      return fresh;
    } catch {
      // What the agency sent is not a key.
      return undefined;
    }
  };
  return async ({ agency, body, id, now, permit, theirs }) => {
    const to = { agency, body, id, now: Math.floor(now.getTime() / 1000) };
    const under = theirs === undefined || !own ? undefined : keyWith(agency, theirs, to.now, own);
    return under ? mintPermitUnder(under, permit, to) : mintPermit(permit, { ...to, key, kid });
  };
}
