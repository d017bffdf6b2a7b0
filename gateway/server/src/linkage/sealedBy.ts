import { readSeal, signingKey } from '@accord/contract/permit';
import { decodeJwt } from 'jose';
import { CallerFault } from '../CallerFault.ts';
import type { HubKeys } from '../keys.ts';
import type { AgencyRow } from '../store/agencies.ts';
import type { Store } from '../store/Store.ts';

/** What an agency's program sent, and its seal; `hubs` are this hub's public keys. */
export type Sent = Readonly<{ authorization: string | undefined; body: string; hubs: HubKeys['ownJwks'] }>;

/** Returns the agency whose seal a body carries. Throws `TOKEN_MISSING`, or `TOKEN_REFUSED` whatever is wrong with the seal. */
export async function sealedBy(
  { authorization, body, hubs }: Sent,
  store: Pick<Store, 'agencies'>,
  now: Date,
): Promise<AgencyRow> {
  const token = authorization?.replace(/^Bearer /i, '');
  if (!token) throw new CallerFault('TOKEN_MISSING');
  // Read outside the `try`: that the database cannot be reached does not make the seal wrong.
  const partners = await store.agencies.all();
  try {
    const issuer = decodeJwt(token).iss;
    const partner = partners.find(({ id, state }) => id === issuer && state === 'ACTIVE');
    if (!partner?.publicKey) throw new CallerFault('TOKEN_REFUSED');
    await readSeal(token, { agency: partner.id, body, key: await signingKey(partner.publicKey), now, hubs });
    return partner;
  } catch {
    throw new CallerFault('TOKEN_REFUSED');
  }
}
