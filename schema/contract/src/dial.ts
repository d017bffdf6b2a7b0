import { type CryptoKey, calculateJwkThumbprint, decodeJwt, type JWK, jwtVerify, SignJWT } from 'jose';

/** Where an agency that cannot open a port dials the hub. */
export const dialPath = '/agencies/connect';

/**
 * The eight bytes of the ping by which the hub says that it asks over a connection from now on: it has seen that the agency serves the
 * contract and takes its permits. One that it does not ask over is closed, with the reason in the farewell (GOAWAY).
 */
export const acceptedPing = 'accepted';

/** Who dials: an agency, and which of its running programs. `id` is this attempt's own. */
export type Dial = Readonly<{ agency: string; program: string; id: string }>;

/** How long a sealed dial holds, in seconds, and how far two clocks may be apart. */
const dialTtlSeconds = 30;
const clockTolerance = 5;

const algorithm = 'EdDSA';
const kind = 'accord-dial+jwt';

/** The hub is named by its key, so that what is sealed for one hub opens no other, whatever address it was dialled at. */
const hubNamed = async (key: JWK): Promise<string> => `accord-hub:${await calculateJwkThumbprint(key)}`;

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

/** The agency a dial says it is from. Nothing of it is checked yet. Throws where it is no token. */
export const claimedAgency = (token: string): string | undefined => decodeJwt(token).iss;

/**
 * Checks at the hub that this agency dials this hub, now. That the same dial has not come before is for the caller to see to, by its id.
 *
 * Throws where anything is amiss.
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
 * Over a dialled connection a permit comes in front of the body, and this header says how many bytes it has: it names every record it
 * is for, and of headers over some 140 KiB Node's HTTP/2 ends the whole connection.
 */
export const permitLengthHeader = 'accord-permit-length';
