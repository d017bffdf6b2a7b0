import { CompactSign, type CryptoKey, compactVerify, createLocalJWKSet, decodeProtectedHeader, type JWK } from 'jose';

/** What the hub says of its ledger at a moment: so many entries, the last with this hash. It holds nothing of any client. */
export type Checkpoint = Readonly<{
  /** Which ledger. */
  ledger: string;
  /** How many entries, which is the last one's number. */
  seq: number;
  /** The last entry's hash, and through it every entry's. */
  hash: string;
  at: Date;
}>;

const algorithm = 'EdDSA';
const kind = 'accord-checkpoint+jws';

/** Signs a checkpoint. Returns a compact JWS (RFC 7515), to be kept by whoever wants to compare later. */
export function mintCheckpoint(
  { ledger, seq, hash, at }: Checkpoint,
  { key, kid }: Readonly<{ key: CryptoKey; kid: string }>,
): Promise<string> {
  const statement = JSON.stringify({ ledger, entries: seq, hash, at: at.toISOString() });
  return new CompactSign(new TextEncoder().encode(statement))
    .setProtectedHeader({ alg: algorithm, kid, typ: kind })
    .sign(key);
}

/** Reads a checkpoint and checks its signature. Throws where no key signed it, and where it is something else that was signed. */
export async function readCheckpoint(jws: string, keys: readonly JWK[]): Promise<Checkpoint> {
  const { payload, protectedHeader } = await compactVerify(jws, createLocalJWKSet({ keys: [...keys] }), {
    algorithms: [algorithm],
  });
  if (protectedHeader.typ !== kind) throw new Error(`This is signed, but as a "${protectedHeader.typ}".`);
  return parseCheckpoint(JSON.parse(new TextDecoder().decode(payload)));
}

/** The id of the key that a checkpoint says it is signed with; empty where it says none. Does not check the signature. */
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
