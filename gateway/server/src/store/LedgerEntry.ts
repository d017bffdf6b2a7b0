import { createHash } from 'node:crypto';

/** Who asked, why and when: the same for all that one request tells. */
export type Inquiry = Readonly<{
  requestId: string;
  at: Date;
  requester: string;
  role: string;
  requesterAgency: string;
  purpose: string;
  operation: string;
}>;

/** What of whose record was told, and on what that stood. Ids and codes only. */
export type Told = Readonly<{
  clientId: string;
  handle: string;
  /** Whose record it is. */
  agencyId: string;
  categories: readonly string[];
  /** Ids of the facts the permits stood on. */
  basis: readonly string[];
}>;

/** One disclosure: what of whose record was told to whom, why, and on what it stood. */
export type Disclosure = Inquiry & Told;

/** A disclosure in its place in the chain. */
export type LedgerEntry = Disclosure &
  Readonly<{
    /** From 1, without gaps. */
    seq: number;
    /** Of the entry before; 64 zeros for the first. */
    prevHash: string;
    hash: string;
  }>;

/**
 * SHA-256, in hexadecimal, over all of the entry but its hash: as JSON, its fields in the order of their names.
 *
 * Changing any value, or the order of the entries, changes this hash or breaks the chain to the next one.
 */
export function hashOf(entry: Omit<LedgerEntry, 'hash'>): string {
  const canonical = JSON.stringify({
    agencyId: entry.agencyId,
    at: entry.at.toISOString(),
    basis: entry.basis,
    categories: entry.categories,
    clientId: entry.clientId,
    handle: entry.handle,
    operation: entry.operation,
    prevHash: entry.prevHash,
    purpose: entry.purpose,
    requestId: entry.requestId,
    requester: entry.requester,
    requesterAgency: entry.requesterAgency,
    role: entry.role,
    seq: entry.seq,
  });
  return createHash('sha256').update(canonical).digest('hex');
}
