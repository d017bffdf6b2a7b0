import type { CryptoKey } from 'jose';
import {
  bodyHash,
  clockToleranceSeconds,
  lifeOf,
  type PermitRequester,
  type PermitTo,
  permitTtlSeconds,
} from './permit.ts';
import { readNote, signNote } from './signedNote.ts';

/** What a write order asks an agency to do to one of its own records. */
const writeActs = ['ANSWER', 'RAISE', 'APPROVE', 'RETURN', 'REVIEW', 'EXTEND', 'END', 'CORRECT'] as const;
export type WriteAct = (typeof writeActs)[number];

/**
 * The signed note hub -> agency that goes with something to be written: who wants it written, in which record (the agency's own
 * number), and the act. The words themselves are in the body that the order was made for.
 */
export type WriteOrder = Readonly<{ requester: PermitRequester; record: string; act: WriteAct }>;

/** A write order after it was read. `id` is unique to this message; it is not accepted after `until` (seconds since 1970). */
export type ReadWriteOrder = WriteOrder & Readonly<{ id: string; until: number }>;

const issuer = 'accord-hub';
/** Its own kind, so that a permit is never taken for an order, nor an order for a permit. */
const orderKind = 'accord-write+jwt';

/** Signs a write order for one agency and one body. `now` in seconds since 1970. Returns a compact JWS. */
export async function mintWriteOrder(
  { requester, record, act }: WriteOrder,
  { agency, body, key, kid, now, id }: PermitTo,
): Promise<string> {
  return signNote(
    { requester, record, act, body: bodyHash(body), ...lifeOf({ issuer, agency, now }), jti: id },
    { kind: orderKind, kid, key },
  );
}

/**
 * Checks a write order at the agency, as `readPermit` does a permit. Rejects with an `Error` that names the claim if anything
 * is wrong. Nothing is written then.
 */
export async function readWriteOrder(
  token: string,
  against: Readonly<{ agency: string; body: Uint8Array | string; key: CryptoKey; now: Date }>,
): Promise<ReadWriteOrder> {
  const payload = readNote(token, {
    ...{ kind: orderKind, issuer, audience: against.agency, key: against.key, now: against.now },
    ...{ clockTolerance: clockToleranceSeconds, longestAge: permitTtlSeconds * 2 },
  });
  if (payload.body !== bodyHash(against.body)) throw new Error('The order was made for another request body.');
  const { jti, exp, iat, requester, record } = payload;
  if (typeof jti !== 'string' || typeof exp !== 'number' || typeof iat !== 'number')
    throw new Error('The order has no id of its own or no end.');
  if (!isRequester(requester)) throw new Error('The order names no requester.');
  const { user, role, agency, purpose } = requester;
  // INVARIANT: only an agency's own workers write in its system, whatever the hub says.
  if (agency !== against.agency)
    throw new Error("The requester is not of this agency; only its own workers' orders are taken.");
  const act = writeActs.find((one) => one === payload.act);
  if (typeof record !== 'string' || !act) throw new Error('The order names no record, or nothing to do.');
  const until = Math.min(exp, iat + permitTtlSeconds * 2) + clockToleranceSeconds;
  return { requester: { user, role, agency, purpose }, record, act, id: jti, until };
}

const isRequester = (value: unknown): value is PermitRequester =>
  typeof value === 'object' &&
  value !== null &&
  ['user', 'role', 'agency', 'purpose'].every((key) => typeof Reflect.get(value, key) === 'string');
