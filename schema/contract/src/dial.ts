import { type CryptoKey, decodeJwt, type JWK, jwtVerify, SignJWT } from 'jose';
import { hubNamed } from './hubNamed.ts';

/** The path at which an agency that cannot open a port connects to the hub. */
export const dialPath = '/agencies/connect';

/**
 * The eight bytes of the ping that tells an agency its connection is in use from now on: the hub has checked that the agency
 * serves the contract and accepts its permits. The hub closes a connection it will not use and gives the reason in the GOAWAY
 * frame.
 */
export const acceptedPing = 'accepted';

/** Who dials: an agency, and which of its running programs. `id` is unique to this attempt. */
export type Dial = Readonly<{ agency: string; program: string; id: string }>;

/** How long a sealed dial is valid, and how far the two clocks may differ; both in seconds. */
const dialTtlSeconds = 30;
const clockTolerance = 5;

const algorithm = 'EdDSA';
const kind = 'accord-dial+jwt';

/** Seals a dial with the agency's key. `now` in seconds since 1970. Returns a compact JWS. */
export async function sealDial(
  { agency, program, id }: Dial,
  to: Readonly<{ hub: JWK; key: CryptoKey; now: number }>,
): Promise<string> {
  return new SignJWT({ program })
    .setProtectedHeader({ alg: algorithm, typ: kind })
    .setIssuer(agency)
    .setAudience(await hubNamed(to.hub))
    .setIssuedAt(to.now)
    .setExpirationTime(to.now + dialTtlSeconds)
    .setJti(id)
    .sign(to.key);
}

/** Returns the agency that a dial claims to come from, unverified. Throws if it is not a token. */
export const claimedAgency = (token: string): string | undefined => decodeJwt(token).iss;

/**
 * Checks at the hub that this agency is dialling this hub, now. Throws if anything is wrong.
 *
 * CAUTION: does not detect a repeated dial. The caller must reject an `id` it has seen before.
 */
export async function readDial(
  token: string,
  against: Readonly<{ agency: string; hub: JWK; key: CryptoKey; now: Date }>,
): Promise<Dial> {
  const { payload } = await jwtVerify(token, against.key, {
    algorithms: [algorithm],
    issuer: against.agency,
    audience: await hubNamed(against.hub),
    typ: kind,
    currentDate: against.now,
    requiredClaims: ['exp', 'iat', 'jti', 'program'],
    maxTokenAge: dialTtlSeconds,
    clockTolerance,
  });
  const { program, jti } = payload;
  if (!isShort(program) || !isShort(jti)) throw new Error('The dial names no program, or has no id of its own.');
  return { agency: against.agency, program, id: jti };
}

const isShort = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{16,64}$/.test(value);

/**
 * Over a dialled connection the permit is sent in front of the body, and this header gives its length in bytes. A permit names
 * every record it covers, and Node's HTTP/2 ends the whole connection if the headers exceed about 140 KiB.
 */
export const permitLengthHeader = 'accord-permit-length';
