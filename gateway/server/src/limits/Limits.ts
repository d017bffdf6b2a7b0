/**
 * What one request may ask of the hub, and one requester of it in a minute. Each is a setting (RUNNING.md).
 *
 * They hold before a document is validated, planned or answered: planning an enormous one would keep the process from everybody else.
 */
export type Limits = Readonly<{
  /** Bytes of one request's body. */
  bodyBytes: number;
  /** Bytes of its variables, as JSON. */
  variablesBytes: number;
  /** Lists and objects within one another, in variables and in arguments. */
  valueDepth: number;
  /** Words and signs of a document. */
  tokens: number;
  /** Fields within one another. */
  depth: number;
  /** Fields of one operation, its fragments put in place. */
  fields: number;
  /** Of these, the ones it begins with. */
  rootFields: number;
  /** Different aliases of a document. */
  aliases: number;
  /** Directives on one place of a document. */
  directives: number;
  /** Values that may have to be found, counted by `measureDocument`. */
  cost: number;
  /** Items on one page of any list. A list may allow fewer. */
  pageItems: number;
  /** Requests of one person at one agency, on each replica. */
  ratePerMinute: number;
  /** Requests from one address, whoever asks, on each replica. */
  addressRatePerMinute: number;
  /** Requests being answered at one time, on each replica. */
  atOnce: number;
  /** Time to answer one request, in milliseconds. */
  answerMs: number;
  /** Time a caller has to send one request whole, in milliseconds. */
  receiveMs: number;
}>;

/** What holds where nothing is set. The operations that come with the hub stay under half of it. */
export const usualLimits: Limits = {
  bodyBytes: 102_400,
  // The text of a rule set has some forty thousand.
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
