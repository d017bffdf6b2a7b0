import { claimedAgency, type Dial, readDial } from '@accord/contract/dial';
import { signingKey } from '@accord/contract/permit';
import { CallerFault } from '../../CallerFault.ts';
import type { HubKeys } from '../../keys.ts';
import type { AgencyRow } from '../../store/agencies.ts';
import type { Store } from '../../store/Store.ts';
import { type Connections, mayDial } from './Connections.ts';

/** An agency that may connect, and its dial. */
export type Admitted = Readonly<{ agency: AgencyRow; dial: Dial }>;

/**
 * Returns the agency whose seal a dial carries, if it may connect. Otherwise throws `TOKEN_REFUSED`, whatever is wrong: the
 * agency is unknown, suspended or has an address, or the dial has another key, hub or time, or has come before.
 */
export async function admitDial(
  authorization: string | undefined,
  { store, keys, connections }: Readonly<{ store: Pick<Store, 'agencies'>; keys: HubKeys; connections: Connections }>,
  now: Date,
): Promise<Admitted> {
  const token = authorization?.replace(/^Bearer /i, '');
  if (!token) throw refused();
  const claimed = claimOf(token);
  const agency = (await store.agencies.all()).find(({ id }) => id === claimed);
  if (!agency?.publicKey || !mayDial(agency)) throw refused();
  const key = await signingKey(agency.publicKey).catch(() => undefined);
  if (!key) throw refused();
  const dial = await readDial(token, { agency: agency.id, hub: keys.publicJwk, key, now }).catch(() => undefined);
  if (!dial || !(await connections.expect(dial))) throw refused();
  return { agency, dial };
}

const refused = (): CallerFault => new CallerFault('TOKEN_REFUSED');

function claimOf(token: string): string | undefined {
  try {
    return claimedAgency(token);
  } catch {
    return undefined;
  }
}
