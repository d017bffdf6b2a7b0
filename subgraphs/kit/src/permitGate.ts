import { readPermit, signingKey } from '@accord/contract/permit';
import type { JWK } from 'jose';
import { type Releases, releasesOf } from './releases.ts';

/** Why a request is turned away. */
export type RefusalCode = 'PERMIT_MISSING' | 'PERMIT_REFUSED' | 'OPERATION_REFUSED';

/** A request that is turned away; `cause` is for the agency's own log and names no person. */
export type Refusal = Readonly<{ kind: 'REFUSED'; code: RefusalCode; cause: string }>;

/** A request that came with a good permit for exactly its body. */
export type Admission = Readonly<{ kind: 'ADMITTED'; releases: Releases }>;

export const refuse = (code: RefusalCode, cause: string): Refusal => ({ kind: 'REFUSED', code, cause });

/** Judges the `authorization` header of a request against the bytes of its body. */
export type PermitGate = (
  authorization: string | undefined,
  body: Uint8Array,
  now: Date,
) => Promise<Admission | Refusal>;

const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/**
 * The gate in front of everything an agency tells: nobody passes without a permit the hub signed for this agency, this body
 * and this half minute.
 *
 * The body is judged as it came, before anyone parses it. Throws where the hub's key is no Ed25519 key.
 */
export async function permitGate({ agency, hubKey }: Readonly<{ agency: string; hubKey: JWK }>): Promise<PermitGate> {
  const key = await signingKey(hubKey);
  return async (authorization, body, now) => {
    const token = bearer.exec(authorization ?? '')?.[1];
    if (token === undefined) return refuse('PERMIT_MISSING', 'no bearer token');
    try {
      return { kind: 'ADMITTED', releases: releasesOf(await readPermit(token, { agency, body, key, now })) };
    } catch (error) {
      return refuse('PERMIT_REFUSED', error instanceof Error ? error.message : 'unreadable');
    }
  };
}
