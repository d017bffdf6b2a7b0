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

/** A request that is turned away. `cause` is for the agency's own log and names no person. */
export type Refusal = Readonly<{ kind: 'REFUSED'; code: RefusalCode; cause: string }>;

/** A request with a valid permit for exactly its body. */
export type Admission = Readonly<{ kind: 'ADMITTED'; permit: ReadPermit }>;
/** A request with a valid write order for exactly its body. */
export type OrderAdmission = Readonly<{ kind: 'ADMITTED'; order: ReadWriteOrder }>;

export const refuse = (code: RefusalCode, cause: string): Refusal => ({ kind: 'REFUSED', code, cause });

/** Checks the `authorization` header of a request against the bytes of its body. */
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
 * The gate in front of everything an agency discloses: it lets a request through only with a permit that the hub issued for
 * this agency, this body and this half minute, and each permit only once.
 *
 * A permit is signed by the hub, or authenticated under a key that the hub agreed on with `own`. The body is checked as it
 * arrived, before anyone parses it. Where several hub keys are given, because one is replacing another, each is accepted.
 * Throws where one is not an Ed25519 key.
 */
export async function permitGate({ own, ...of }: GateParts & Readonly<{ own: ExchangeKey }>): Promise<PermitGate> {
  const admit = await gateWith(readEither(own), of);
  return async (...request) => {
    const read = await admit(...request);
    return 'kind' in read ? read : { kind: 'ADMITTED', permit: read };
  };
}

/** The same gate in front of writes. It accepts write orders only; a permit does not open it, and an order opens nothing else. */
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

/**
 * How many of the hub's key notes are remembered: one is issued every ten minutes, and the rest is room for notes an
 * attacker may replay.
 */
const mostKeys = 64;

/**
 * Reads a signed permit, or one under the key that the note in front of it describes. A key is what both sides agreed on
 * and opens nothing by itself, so it may be remembered while its note is valid. Permits themselves are remembered only as
 * used.
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

/** The permit is fine except that its key belongs to another process. On seeing this code, the hub signs its permit instead. */
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

/** Reads the note under the first key that fits. Throws the reason for each key if none does. */
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
