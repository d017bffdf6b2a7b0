/** One request as it came over HTTP, its body parsed and its size checked. */
export type Incoming = Readonly<{
  id: string;
  authorization: string | undefined;
  purpose: string | undefined;
  body: Readonly<Record<string, unknown>>;
  /** What was asked, for the ledger: `operationMark`. */
  operation: string;
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal;
}>;
