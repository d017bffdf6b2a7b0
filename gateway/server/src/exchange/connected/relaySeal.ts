import { hkdfSync } from 'node:crypto';
import { bodyHash } from '@accord/contract/permit';
import { jwtVerify, SignJWT } from 'jose';

/** Where a replica accepts messages from the others for an agency that is connected to it; `:agency` is the agency's id. */
export const relayPath = '/agencies/relay/:agency';

/** Seals that show a replica that another replica of the same hub sent this message for this agency. */
export type RelaySeals = Readonly<{
  seal(agency: string, message: string, now: Date): Promise<string>;
  /** Returns the digest of the message that the seal was made for. Throws if anything is wrong. */
  read(token: string, agency: string, now: Date): Promise<string>;
}>;

const algorithm = 'HS256';
const kind = 'accord-relay+jwt';
const ttlSeconds = 30;

/** Makes seals under the secret that all replicas share. Reading one costs next to nothing, so a flood of false ones costs little. */
export function relaySealsUnder(secret: Uint8Array): RelaySeals {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'accord relay between replicas', 32));
  return {
    seal: (agency, message, now) =>
      new SignJWT({ body: bodyHash(message) })
        .setProtectedHeader({ alg: algorithm, typ: kind })
        .setAudience(agency)
        .setIssuedAt(Math.floor(now.getTime() / 1000))
        .setExpirationTime(Math.floor(now.getTime() / 1000) + ttlSeconds)
        .sign(key),
    async read(token, agency, now) {
      const { payload } = await jwtVerify(token, key, {
        ...{ algorithms: [algorithm], typ: kind, audience: agency },
        ...{ currentDate: now, requiredClaims: ['iat', 'exp', 'body'], clockTolerance: 5 },
      });
      return String(payload.body);
    },
  };
}
