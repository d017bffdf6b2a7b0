/** A kind of information that is never released: to nobody, or to those who fit every list that is given. An empty list fits everybody. */
export type NeverKind = Readonly<{
  category: string;
  agencies: readonly string[];
  purposes: readonly string[];
  roles: readonly string[];
}>;

/** What an agency itself says of what it releases, beside all that a permit may allow. It only ever takes away. */
export type Policy = Readonly<{
  /** Nobody is answered. The reason is for the agency's own log. */
  off: Readonly<{ reason: string | null }> | null;
  /** De-identified figures are told and nothing of any record. */
  aggregateOnly: boolean;
  /** Of others' requests, only what stands on the person's own word. */
  consentedOnly: boolean;
  /** False where no figures are told. */
  figures: boolean;
  never: Readonly<{
    kinds: readonly NeverKind[];
    /** The agency's own numbers. */
    records: ReadonlySet<string>;
    /** Nothing dated before this day, `YYYY-MM-DD`. */
    before: string | null;
    /** Nothing dated after this day. */
    after: string | null;
  }>;
}>;

/** An agency that leaves it all to the permits. */
export const noPolicy: Policy = {
  ...{ off: null, aggregateOnly: false, consentedOnly: false, figures: true },
  never: { kinds: [], records: new Set(), before: null, after: null },
};
