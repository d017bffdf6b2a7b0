import type { Late } from '../limits/withinTime.ts';

/** What was asked: a document, which may not be valid GraphQL, and the rest in the right form (`readAsked`). */
export type Asked = Readonly<{
  query: string;
  /** Undefined where the caller named none. */
  operationName: string | undefined;
  variables: Readonly<Record<string, unknown>>;
}>;

/** One HTTP request, with its body parsed and its size checked. */
export type Incoming = Readonly<{
  id: string;
  authorization: string | undefined;
  purpose: string | undefined;
  asked: Asked;
  /** A mark of the operation for the ledger (`operationMarksUnder`). */
  operation: string;
  /** Tells whether the caller has stopped waiting for the answer. */
  late: Late;
}>;
