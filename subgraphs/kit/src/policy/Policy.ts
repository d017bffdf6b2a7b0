/**
 * A kind of information that is never released: to nobody, or to requesters who match every list that is given. An empty
 * list matches everybody.
 */
export type NeverKind = Readonly<{
  category: string;
  agencies: readonly string[];
  purposes: readonly string[];
  roles: readonly string[];
}>;

/** What an agency itself withholds, whatever a permit allows. A policy only takes away. */
export type Policy = Readonly<{
  /** If set, no request is answered. The reason is for the agency's own log. */
  off: Readonly<{ reason: string | null }> | null;
  /** De-identified figures are returned, and nothing of any record. */
  aggregateOnly: boolean;
  /** Requests from other agencies get only what the person consented to. */
  consentedOnly: boolean;
  /** False where no figures are returned. */
  figures: boolean;
  never: Readonly<{
    kinds: readonly NeverKind[];
    /** The agency's own record numbers. */
    records: ReadonlySet<string>;
    /** Nothing dated before this day, `YYYY-MM-DD`. */
    before: string | null;
    /** Nothing dated after this day. */
    after: string | null;
  }>;
}>;

/** The policy of an agency that leaves everything to the permits. */
export const noPolicy: Policy = {
  ...{ off: null, aggregateOnly: false, consentedOnly: false, figures: true },
  never: { kinds: [], records: new Set(), before: null, after: null },
};
