/** What protects an agency's database. Each is a setting (`readSettings.ts`). */
export type AgencyLimits = Readonly<{
  requestsPerMinute: number;
  requestsAtOnce: number;
  requestsWaiting: number;
  /** Records one permit may name. */
  recordsAtOnce: number;
  /** Time for one answer with the waiting, in milliseconds: a little less than the hub's own patience. */
  answerMs: number;
}>;

export const usualAgencyLimits: AgencyLimits = {
  requestsPerMinute: 6_000,
  requestsAtOnce: 8,
  requestsWaiting: 200,
  recordsAtOnce: 2_000,
  answerMs: 2_500,
};
