import { readCheckpoint } from '@accord/contract/checkpoint';
import type { JWK } from 'jose';
import type { SignedCheckpoint } from './checkpoints.ts';
import type { Finding } from './walkLedger.ts';

/**
 * Finds stored checkpoints that are not what one of these keys signed. An owner of the database can write others in their place, but cannot
 * sign them.
 */
export async function notSigned(kept: readonly SignedCheckpoint[], keys: readonly JWK[]): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { jws, ...says } of kept) {
    const signed = await readCheckpoint(jws, keys).catch(() => null);
    const which = `the hub's own checkpoint of ${says.at.toISOString()}`;
    if (signed === null) findings.push({ seq: says.seq, why: `${which} is not signed with its key` });
    else if (
      signed.ledger !== says.ledger ||
      signed.seq !== says.seq ||
      signed.hash !== says.hash ||
      signed.at.getTime() !== says.at.getTime()
    )
      findings.push({ seq: says.seq, why: `${which} differs from what was signed` });
  }
  return findings;
}
