import { CompactSign, type CryptoKey, compactVerify, createLocalJWKSet, decodeProtectedHeader, type JWK } from 'jose';

/**
 * What the hub states about its ledger at one moment: the number of entries and the hash of the last. Holds nothing about any
 * client.
 */
export type Checkpoint = Readonly<{
  /** Which ledger it is about. */
  ledger: string;
  /** The number of entries, which is also the number of the last one. */
  seq: number;
  /** The hash of the last entry, which covers every entry before it. */
  hash: string;
  at: Date;
}>;

const algorithm = 'EdDSA';
const kind = 'accord-checkpoint+jws';

/** Signs a checkpoint. Returns a compact JWS (RFC 7515) to keep for a later comparison. */
export function mintCheckpoint(
  { ledger, seq, hash, at }: Checkpoint,
  { key, kid }: Readonly<{ key: CryptoKey; kid: string }>,
): Promise<string> {
  const statement = JSON.stringify({ ledger, entries: seq, hash, at: at.toISOString() });
  return new CompactSign(new TextEncoder().encode(statement))
    .setProtectedHeader({ alg: algorithm, kid, typ: kind })
    .sign(key);
}

/** Reads a checkpoint and checks its signature. Throws if no known key signed it, or if what was signed is not a checkpoint. */
export async function readCheckpoint(jws: string, keys: readonly JWK[]): Promise<Checkpoint> {
  const { payload, protectedHeader } = await compactVerify(jws, createLocalJWKSet({ keys: [...keys] }), {
    algorithms: [algorithm],
  });
  if (protectedHeader.typ !== kind) throw new Error(`This is signed, but as a "${protectedHeader.typ}".`);
  return parseCheckpoint(JSON.parse(new TextDecoder().decode(payload)));
}

/** Returns the id of the key a checkpoint claims to be signed with; empty if it names none. Does not check the signature. */
export const checkpointKeyId = (jws: string): string => decodeProtectedHeader(jws).kid ?? '';

function parseCheckpoint(value: unknown): Checkpoint {
  const part = (name: string): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  const [ledger, seq, hash, text] = [part('ledger'), part('entries'), part('hash'), part('at')];
  const at = new Date(typeof text === 'string' ? text : '');
  if (typeof ledger !== 'string' || typeof seq !== 'number' || typeof hash !== 'string' || Number.isNaN(at.getTime()))
    throw new Error('A checkpoint states "ledger", "entries", "hash" and "at".');
  return { ledger, seq, hash, at };
}
