import { createHmac } from 'node:crypto';
import { keep } from '@accord/execution/keep';

/** What the ledger keeps of what was asked. */
export type OperationMark = (query: string, documentId: string | undefined) => string;

/** Texts whose digest is kept, and their characters together. */
const [textsKept, charactersKept] = [1_000, 4_000_000];

/**
 * Marks operations for the ledger: a digest of the text and, where it is one of the hub's own operations, its name.
 *
 * A name or text that the caller chose may hold anything, a client's name too, and the ledger is never edited. The digest is
 * made under the hub's secret: without it nobody can try which text it may be of.
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
