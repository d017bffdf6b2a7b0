/**
 * Limits for one request to the hub, and for one requester's requests in a minute. Each is a setting (RUNNING.md).
 *
 * They apply before a document is validated, planned or answered: planning an enormous one would keep the process from everybody
 * else.
 */
export type Limits = Readonly<{
  /** Bytes of a request's body. */
  bodyBytes: number;
  /** Bytes of its variables, as JSON. */
  variablesBytes: number;
  /** Levels of nested lists and objects, in variables and in arguments. */
  valueDepth: number;
  /** Tokens of a document: its words and punctuation. */
  tokens: number;
  /** Levels of nested fields. */
  depth: number;
  /** Fields of one operation, with its fragments expanded. */
  fields: number;
  /** Fields at an operation's top level. */
  rootFields: number;
  /** Different aliases of a document. */
  aliases: number;
  /** Directives in one place of a document. */
  directives: number;
  /** Values that may have to be found, as counted by `measureDocument`. */
  cost: number;
  /** Items on one page of any list. A list may allow fewer. */
  pageItems: number;
  /** Requests of one person at one agency in a minute, on each replica. */
  ratePerMinute: number;
  /** Requests from one address in a minute, whoever asks, on each replica. */
  addressRatePerMinute: number;
  /** Requests being answered at once, on each replica. */
  atOnce: number;
  /** Time to answer one request, in milliseconds. */
  answerMs: number;
  /** Time a caller has to send a whole request, in milliseconds. */
  receiveMs: number;
}>;

/** The defaults. The operations that come with the hub stay under half of each. */
export const usualLimits: Limits = {
  bodyBytes: 102_400,
  // A rule set's text takes some forty thousand.
  variablesBytes: 65_536,
  valueDepth: 8,
  tokens: 5_000,
  depth: 15,
  fields: 500,
  rootFields: 20,
  aliases: 50,
  directives: 5,
  cost: 50_000,
  pageItems: 200,
  ratePerMinute: 600,
  addressRatePerMinute: 12_000,
  atOnce: 256,
  answerMs: 20_000,
  receiveMs: 10_000,
};
