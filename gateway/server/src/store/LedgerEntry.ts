import { createHash } from 'node:crypto';

/** Who asked, why and when: the same for everything one request discloses. */
export type Inquiry = Readonly<{
  requestId: string;
  at: Date;
  requester: string;
  role: string;
  requesterAgency: string;
  purpose: string;
  operation: string;
}>;

/** What was disclosed of whose record, and the facts that allowed it. Ids and codes only. */
export type Told = Readonly<{
  clientId: string;
  handle: string;
  /** The agency whose record it is. */
  agencyId: string;
  categories: readonly string[];
  /** Ids of the facts the permits were based on. */
  basis: readonly string[];
}>;

/** One disclosure: what of whose record was disclosed to whom, why, and on what basis. */
export type Disclosure = Inquiry & Told;

/** A disclosure in its place in the chain. */
export type LedgerEntry = Disclosure &
  Readonly<{
    /** Counts from 1, without gaps. */
    seq: number;
    /** Hash of the entry before; 64 zeros for the first. */
    prevHash: string;
    hash: string;
  }>;

/**
 * Returns the SHA-256, in hexadecimal, of the whole entry except its hash: as JSON, with its fields in alphabetical order.
 *
 * Changing any value, or the order of the entries, changes this hash or breaks the chain to the next entry.
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
