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
 * One side's pair of keys (X25519) for agreeing on a key that hub and agency share, so that not every permit has to be signed.
 *
 * The agency sends its public key with its answers (`keyWord`). The hub's public key is in a *key note*, which the hub signs
 * with its signing key, for one agency and one key of that agency. From the two keys both sides derive a secret that only they
 * have, and each message's permit is authenticated under it (HMAC-SHA256). Such a permit is like any other: for one body, half
 * a minute, and one use.
 *
 * An agency need not prove that its public key is its own: whoever substitutes another cannot make the agency accept anything,
 * only make it fail to.
 */
export type ExchangeKey = Readonly<{ secret: KeyObject; publicKey: string }>;

/** The key that authenticates permits. Both sides derive it; neither ever sends it. */
export type PermitKey = Readonly<{ note: string; mac: Uint8Array; until: number }>;

/** How long a key note is valid, in seconds. A note opens nothing by itself. */
export const keyNoteTtlSeconds = 600;

const [issuer, noteKind, permitKind] = ['accord-hub', 'accord-permit-key+jwt', 'accord-permit-mac+jwt'];
/** The prefix that turns 32 bytes into an X25519 private key in PKCS #8 (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const word = 'key=';
/** Separates a key note from the permit under its key. */
const between = '~';

/** Returns a new pair for this process alone. */
export const freshExchangeKey = (): ExchangeKey => exchangeKey(generateKeyPairSync('x25519').privateKey);

/** Returns the pair that all replicas of a hub derive from their common secret. */
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

/** Returns the word in `takesHeader` with which an agency sends its public key. */
export const keyWord = ({ publicKey }: ExchangeKey): string => `${word}${publicKey}`;

/** Returns the public key among an agency's words; undefined if there is none. */
export function toldKey(words: ReadonlySet<string>): string | undefined {
  for (const one of words) if (/^key=[\w-]{43}$/.test(one)) return one.slice(word.length);
  return undefined;
}

/**
 * At the hub: returns a key for one agency, with the note that announces it to that agency. `now` in seconds since 1970. Throws
 * if `theirs` is not a key.
 */
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

/**
 * The result of reading a key note. `OTHER_KEY`: the note is good, but for another key than this one, for example because the
 * agency has restarted.
 */
export type ReadKey = PermitKey | 'OTHER_KEY';

/**
 * Reads a key note: at the agency it was made for, or at the hub, where another replica may have made it. Throws unless it is
 * this hub's note for this agency, and valid now.
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

/** Returns a permit for one agency and one body under a shared key, with the key note in front. `now` in seconds since 1970. */
export function mintPermitUnder(
  { note, mac }: PermitKey,
  { requester, releases, figures }: Permit,
  { agency, body, now, id }: Readonly<{ agency: string; body: string; now: number; id: string }>,
): string {
  const others = { figures, body: bodyHash(body), ...lifeOf({ issuer, agency, now }), jti: id };
  const claims = `{"requester":${JSON.stringify(requester)},"releases":[${releases.map(releaseText).join()}],${JSON.stringify(others).slice(1)}`;
  return `${note}${between}${signNoteUnder(claims, { kind: permitKind, sign: (text) => hmac(mac, text) })}`;
}

/**
 * Category lists already written as JSON. They make up most of a permit, and the same decided lists come up again and again.
 */
const written = new WeakMap<readonly string[], string>();

function releaseText({ records, categories, basis }: Release): string {
  let kinds = written.get(categories);
  if (kinds === undefined) {
    kinds = JSON.stringify(categories);
    written.set(categories, kinds);
  }
  return `{"records":${JSON.stringify(records)},"categories":${kinds}${basis ? `,"basis":"${basis}"` : ''}}`;
}

/** Returns the two parts of a permit under a shared key; undefined for a signed one. */
export function partsOfPermit(token: string): Readonly<{ note: string; permit: string }> | undefined {
  const at = token.indexOf(between);
  return at < 0 ? undefined : { note: token.slice(0, at), permit: token.slice(at + 1) };
}

/** Checks a permit under a shared key, as `readPermit` does a signed one. Throws if anything is wrong. */
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
