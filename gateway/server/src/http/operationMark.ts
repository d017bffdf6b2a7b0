import { createHmac } from 'node:crypto';

/**
 * What the ledger keeps of what was asked: a digest of its text and, where it is one of the hub's own operations, its name.
 *
 * A name or text that the caller chose may hold anything, a client's name too, and the ledger is never edited. The digest is
 * made under the hub's secret: without it nobody can try which text it may be of.
 */
export function operationMark(query: string, documentId: string | undefined, secret: Uint8Array): string {
  const digest = createHmac('sha256', secret)
    .update('operation in the ledger\0')
    .update(query)
    .digest('hex')
    .slice(0, 16);
  return documentId !== undefined ? `${documentId} ${digest}` : digest;
}
