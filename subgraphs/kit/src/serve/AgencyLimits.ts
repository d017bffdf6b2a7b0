/** The limits that protect an agency's database. Each is a setting (`readSettings.ts`). */
export type AgencyLimits = Readonly<{
  requestsPerMinute: number;
  requestsAtOnce: number;
  requestsWaiting: number;
  /** How many records one permit may name. */
  recordsAtOnce: number;
  /** Milliseconds for one answer, waiting included: a little less than the hub's own timeout. */
  answerMs: number;
}>;

export const usualAgencyLimits: AgencyLimits = {
  requestsPerMinute: 6_000,
  requestsAtOnce: 8,
  requestsWaiting: 200,
  recordsAtOnce: 2_000,
  answerMs: 2_500,
};
