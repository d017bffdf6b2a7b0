import { createHmac } from 'node:crypto';
import { keep } from '@accord/execution/keep';

/** Returns what the ledger keeps of an operation. */
export type OperationMark = (query: string, documentId: string | undefined) => string;

/** How many texts to cache digests of, and how many characters in all. */
const [textsKept, charactersKept] = [1_000, 4_000_000];

/**
 * Marks operations for the ledger: a digest of the text and, for one of the hub's own operations, its name.
 *
 * A name or text that the caller chose may contain anything, even a client's name, and the ledger is never edited. The digest is
 * made under the hub's secret: without it, nobody can find the text by trying.
 */
export function operationMarksUnder(secret: Uint8Array): OperationMark {
  const digestOf = keep(
    (query) =>
      createHmac('sha256', secret).update('operation in the ledger\0').update(query).digest('hex').slice(0, 16),
    textsKept,
    charactersKept,
  );
  return (query, documentId) => {
    const digest = digestOf(query);
    return documentId !== undefined ? `${documentId} ${digest}` : digest;
  };
}
