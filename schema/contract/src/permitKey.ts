import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import type { CryptoKey } from 'jose';
import {
  bodyHash,
  clockToleranceSeconds,
  lifeOf,
  type Permit,
  parsePermit,
  permitTtlSeconds,
  type ReadPermit,
  type Release,
} from './permit.ts';
import { type Claims, readNote, readNoteUnder, signNote, signNoteUnder } from './signedNote.ts';

/**
 * A key that hub and agency share, so that not every permit has to be signed.
 *
 * Each side has a pair of keys for X25519. The agency tells its public one with its answers (`keyWord`); the hub's is in a *key note*,
 * which the hub signs with its own key, for one agency and one key of that agency. Out of both comes a secret that only these two have,
 * and under it each message's permit is authenticated (HMAC-SHA256), a permit like any other: for one body, half a minute, and once.
 *
 * An agency need not prove whose its public key is: whoever puts another in its place cannot make the agency take anything, only fail to.
 */
export type ExchangeKey = Readonly<{ secret: KeyObject; publicKey: string }>;

/** With what a permit is authenticated: made by both sides, told by neither. */
export type PermitKey = Readonly<{ note: string; mac: Uint8Array; until: number }>;

/** How long a key note holds, in seconds. It opens nothing by itself. */
export const keyNoteTtlSeconds = 600;

const [issuer, noteKind, permitKind] = ['accord-hub', 'accord-permit-key+jwt', 'accord-permit-mac+jwt'];
/** In front of 32 bytes it makes a private key of X25519 (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const word = 'key=';
/** Between a key note and the permit under its key. */
const between = '~';

/** A pair of this process's own. */
export const freshExchangeKey = (): ExchangeKey => exchangeKey(generateKeyPairSync('x25519').privateKey);

/** The pair that all replicas of a hub make of their common secret. */
export const exchangeKeyOf = (secret: Uint8Array): ExchangeKey =>
  exchangeKey(
    createPrivateKey({
      key: Buffer.concat([pkcs8, Buffer.from(hkdfSync('sha256', secret, '', 'accord permit key', 32))]),
      ...{ format: 'der', type: 'pkcs8' },
    }),
  );

function exchangeKey(secret: KeyObject): ExchangeKey {
  const { x } = createPublicKey(secret).export({ format: 'jwk' });
  if (x === undefined) throw new Error('The key has no public half.');
  return { secret, publicKey: x };
}

/** The word by which an agency tells its public key, among those of `takesHeader`. */
export const keyWord = ({ publicKey }: ExchangeKey): string => `${word}${publicKey}`;

/** The public key an agency tells; undefined where it tells none. */
export function toldKey(words: ReadonlySet<string>): string | undefined {
  for (const one of words) if (/^key=[\w-]{43}$/.test(one)) return one.slice(word.length);
  return undefined;
}

/** At the hub: a key for one agency, with the note that tells the agency of it. `now` in seconds. Throws where `theirs` is no key. */
export function agreeOnKey(
  own: ExchangeKey,
  to: Readonly<{ agency: string; theirs: string; key: CryptoKey; kid: string; now: number }>,
): PermitKey {
  const until = to.now + keyNoteTtlSeconds;
  const claims = { hub: own.publicKey, agency: to.theirs, iss: issuer, aud: to.agency, iat: to.now, exp: until };
  const note = signNote(claims, { kind: noteKind, kid: to.kid, key: to.key });
  return {
    note,
    mac: sharedKey(own.secret, to.theirs, { hub: own.publicKey, agency: to.theirs, id: to.agency }),
    until,
  };
}

/** What reading a key note came to. `OTHER_KEY`: it is good, and for another key than this one, as when the agency began anew. */
export type ReadKey = PermitKey | 'OTHER_KEY';

/**
 * Reads a key note: at the agency it was made for, or at the hub, one that another of its replicas made. Throws where it is none of this
 * hub for this agency, now.
 */
export function readKeyNote(
  note: string,
  own: ExchangeKey,
  against: Readonly<{ side: 'HUB' | 'AGENCY'; agency: string; key: CryptoKey; now: Date }>,
): ReadKey {
  const { hub, agency, exp } = readNote(note, {
    ...{ kind: noteKind, issuer, audience: against.agency, key: against.key, now: against.now },
    ...{ clockTolerance: clockToleranceSeconds, longestAge: keyNoteTtlSeconds },
  });
  if (typeof hub !== 'string' || typeof agency !== 'string' || typeof exp !== 'number')
    throw new Error('The key note names no keys.');
  const [mine, theirs] = against.side === 'AGENCY' ? [agency, hub] : [hub, agency];
  if (mine !== own.publicKey) return 'OTHER_KEY';
  return { note, mac: sharedKey(own.secret, theirs, { hub, agency, id: against.agency }), until: exp };
}

function sharedKey(
  secret: KeyObject,
  theirs: string,
  { hub, agency, id }: Readonly<{ hub: string; agency: string; id: string }>,
): Uint8Array {
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: theirs }, format: 'jwk' });
  const shared = diffieHellman({ privateKey: secret, publicKey });
  return new Uint8Array(hkdfSync('sha256', shared, `${hub}.${agency}`, `accord permits for ${id}`, 32));
}

/** A permit for one agency and one body under a shared key, with the key note in front. `now` in seconds. */
export function mintPermitUnder(
  { note, mac }: PermitKey,
  { requester, releases, figures }: Permit,
  { agency, body, now, id }: Readonly<{ agency: string; body: string; now: number; id: string }>,
): string {
  const others = { figures, body: bodyHash(body), ...lifeOf({ issuer, agency, now }), jti: id };
  const claims = `{"requester":${JSON.stringify(requester)},"releases":[${releases.map(releaseText).join()}],${JSON.stringify(others).slice(1)}`;
  return `${note}${between}${signNoteUnder(claims, { kind: permitKind, sign: (text) => hmac(mac, text) })}`;
}

/** Lists of kinds of information that were written before. Most of a permit is such a list, and what was decided is asked for again. */
const written = new WeakMap<readonly string[], string>();

function releaseText({ records, categories, basis }: Release): string {
  let kinds = written.get(categories);
  if (kinds === undefined) {
    kinds = JSON.stringify(categories);
    written.set(categories, kinds);
  }
  return `{"records":${JSON.stringify(records)},"categories":${kinds}${basis ? `,"basis":"${basis}"` : ''}}`;
}

/** The two parts of such a permit; undefined where it is an ordinary one. */
export function partsOfPermit(token: string): Readonly<{ note: string; permit: string }> | undefined {
  const at = token.indexOf(between);
  return at < 0 ? undefined : { note: token.slice(0, at), permit: token.slice(at + 1) };
}

/** Checks a permit under a shared key as `readPermit` does one that is signed. Throws where anything is amiss. */
export function readPermitUnder(
  { mac }: PermitKey,
  permit: string,
  against: Readonly<{ agency: string; body: Uint8Array | string; now: Date }>,
): ReadPermit {
  const isGood = (text: string, mark: Uint8Array): boolean => {
    const right = hmac(mac, text);
    return mark.length === right.length && timingSafeEqual(mark, right);
  };
  const claims: Claims = readNoteUnder(permit, isGood, {
    ...{ kind: permitKind, issuer, audience: against.agency, now: against.now },
    ...{ clockTolerance: clockToleranceSeconds, longestAge: permitTtlSeconds * 2 },
  });
  return parsePermit(claims, against.body);
}

const hmac = (key: Uint8Array, text: string): Buffer => createHmac('sha256', key).update(text).digest();
