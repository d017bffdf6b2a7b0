import { type ReadPermit, readPermit, signingKey } from '@accord/contract/permit';
import {
  type ExchangeKey,
  type PermitKey,
  partsOfPermit,
  readKeyNote,
  readPermitUnder,
} from '@accord/contract/permitKey';
import { type ReadWriteOrder, readWriteOrder } from '@accord/contract/writeOrder';
import type { CryptoKey, JWK } from 'jose';
import { UsedPermits } from './UsedPermits.ts';

/** Why a request is turned away. */
export type RefusalCode = 'PERMIT_MISSING' | 'PERMIT_REFUSED' | 'KEY_UNKNOWN' | 'OPERATION_REFUSED';

/** A request that is turned away; `cause` is for the agency's own log and names no person. */
export type Refusal = Readonly<{ kind: 'REFUSED'; code: RefusalCode; cause: string }>;

/** A request that came with a good permit for exactly its body. */
export type Admission = Readonly<{ kind: 'ADMITTED'; permit: ReadPermit }>;
/** A request that came with a good write order for exactly its body. */
export type OrderAdmission = Readonly<{ kind: 'ADMITTED'; order: ReadWriteOrder }>;

export const refuse = (code: RefusalCode, cause: string): Refusal => ({ kind: 'REFUSED', code, cause });

/** Judges the `authorization` header of a request against the bytes of its body. */
export type Gate<Admitted> = (
  authorization: string | undefined,
  body: Uint8Array,
  now: Date,
) => Promise<Admitted | Refusal>;
export type PermitGate = Gate<Admission>;
export type OrderGate = Gate<OrderAdmission>;

const causes = {
  AGAIN: 'the permit was used before',
  FULL: 'more permits are in use than can be remembered',
} as const;

const bearer = /^Bearer ((?:[\w-]+\.[\w-]+\.[\w-]+~)?[\w-]+\.[\w-]+\.[\w-]+)$/i;

/**
 * The gate in front of everything an agency tells: nobody passes without a permit the hub signed for this agency, this body
 * and this half minute, and with one permit nobody passes twice.
 *
 * A permit is signed by the hub, or authenticated under a key that the hub agreed on with `own`. The body is judged as it came, before
 * anyone parses it. Of several keys of the hub, while one takes the place of another, each counts. Throws where one is no Ed25519 key.
 */
export async function permitGate({ own, ...of }: GateParts & Readonly<{ own: ExchangeKey }>): Promise<PermitGate> {
  const admit = await gateWith(readEither(own), of);
  return async (...request) => {
    const read = await admit(...request);
    return 'kind' in read ? read : { kind: 'ADMITTED', permit: read };
  };
}

/** The same gate in front of what is written: for write orders, which no permit opens, and which open nothing else. */
export async function orderGate(of: GateParts): Promise<OrderGate> {
  const admit = await gateWith(readWriteOrder, of);
  return async (...request) => {
    const read = await admit(...request);
    return 'kind' in read ? read : { kind: 'ADMITTED', order: read };
  };
}

type GateParts = Readonly<{ agency: string; hubKey: JWK | readonly JWK[] }>;
type Used = Readonly<{ id: string; until: number }>;
type Read<Note extends Used> = (
  token: string,
  against: Readonly<{ agency: string; body: Uint8Array; key: CryptoKey; now: Date }>,
) => Promise<Note>;

/** The hub's key notes that are remembered: one for each ten minutes, and room for what an attacker may have overheard. */
const mostKeys = 64;

/**
 * Reads a permit that is signed, or one under a key of which the note in front of it tells. A key is what two sides have agreed on; it
 * opens nothing, and so it may be remembered as long as its note holds. Permits themselves are not remembered but as used.
 */
function readEither(own: ExchangeKey): Read<ReadPermit> {
  const keys = new Map<string, PermitKey>();
  return async (token, against) => {
    const parts = partsOfPermit(token);
    if (!parts) return readPermit(token, against);
    const { agency, key, now } = against;
    const known = keys.get(parts.note);
    const read =
      known && known.until > now.getTime() / 1000
        ? known
        : readKeyNote(parts.note, own, { side: 'AGENCY', agency, key, now });
    if (read === 'OTHER_KEY') throw new OtherKey('the permit is under a key of another process');
    if (read !== known) remember(keys, read);
    return readPermitUnder(read, parts.permit, against);
  };
}

function remember(keys: Map<string, PermitKey>, key: PermitKey): void {
  const [oldest] = keys.keys();
  if (keys.size >= mostKeys && oldest !== undefined) keys.delete(oldest);
  keys.delete(key.note);
  keys.set(key.note, key);
}

/** Nothing is amiss but that the key is another's; told this, the hub signs its permit. */
class OtherKey extends Error {}

async function gateWith<Note extends Used>(read: Read<Note>, { agency, hubKey }: GateParts): Promise<Gate<Note>> {
  const keys = await Promise.all([hubKey].flat().map(signingKey));
  const used = new UsedPermits();
  return async (authorization, body, now) => {
    const token = bearer.exec(authorization ?? '')?.[1];
    if (token === undefined) return refuse('PERMIT_MISSING', 'no bearer token');
    try {
      const note = await readUnderAny(keys, (key) => read(token, { agency, body, key, now }));
      const use = used.take(note, now);
      return use === 'FIRST' ? note : refuse('PERMIT_REFUSED', causes[use]);
    } catch (error) {
      if (error instanceof OtherKey) return refuse('KEY_UNKNOWN', error.message);
      return refuse('PERMIT_REFUSED', error instanceof Error ? error.message : 'unreadable');
    }
  };
}

/** What is read under the first key under which it can be. Throws what was amiss under each, where it can be under none. */
async function readUnderAny<Note>(keys: readonly CryptoKey[], read: (key: CryptoKey) => Promise<Note>): Promise<Note> {
  const amiss = new Set<string>();
  for (const key of keys) {
    try {
      return await read(key);
    } catch (error) {
      if (error instanceof OtherKey) throw error;
      amiss.add(error instanceof Error ? error.message : 'unreadable');
    }
  }
  throw new Error([...amiss].join(' Under another key of the hub: '));
}
