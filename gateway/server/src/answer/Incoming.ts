import type { Late } from '../limits/withinTime.ts';

/** What was asked: a document that may be no GraphQL, and the rest of its right form (`readAsked`). */
export type Asked = Readonly<{
  query: string;
  /** Undefined where none was named. */
  operationName: string | undefined;
  variables: Readonly<Record<string, unknown>>;
}>;

/** One request as it came over HTTP, its body parsed and its size checked. */
export type Incoming = Readonly<{
  id: string;
  authorization: string | undefined;
  purpose: string | undefined;
  asked: Asked;
  /** What was asked, for the ledger: `operationMarksUnder`. */
  operation: string;
  /** Whether nobody waits for the answer any more. */
  late: Late;
}>;
