import { isObject, type Json } from '@accord/execution/Json';
import type { GraphQLError } from 'graphql';

/** One request to a subgraph as it is sent: as text for those who send it on, and as values for those who answer it in this process. */
export class Sent {
  readonly query: string;
  readonly #queryText: string;
  readonly #variablesText: () => string;
  readonly #atHand: (() => Readonly<Json> | undefined) | undefined;
  #variables: Readonly<Json> | undefined;

  /**
   * `queryText` is the query as JSON; `variablesText` gives the variables, a JSON object. `atHand` gives the same as values, where they need
   * not be read from it: whoever answers may keep them and not change them.
   */
  constructor(
    query: string,
    queryText: string,
    variablesText: () => string,
    atHand?: () => Readonly<Json> | undefined,
  ) {
    this.query = query;
    this.#queryText = queryText;
    this.#variablesText = variablesText;
    this.#atHand = atHand;
  }

  /** Body of the request over HTTP, as JSON. */
  get body(): string {
    return `{"query":${this.#queryText},"variables":${this.#variablesText()}}`;
  }

  /** The same object whenever it is asked for, and nobody else's. */
  get variables(): Readonly<Json> {
    this.#variables ??= this.#atHand?.() ?? objectIn(this.#variablesText());
    return this.#variables;
  }
}

/** The object that a JSON text is; empty where it is none. */
export function objectIn(text: string): Json {
  if (text === '{}') return {};
  const value: unknown = JSON.parse(text);
  return isObject(value) ? value : {};
}

/** What a subgraph answers (GraphQL specification, 7.1). Nothing of it is believed before it is looked at. */
export type Answer = Readonly<{ data?: unknown; errors?: unknown }>;

/** One request under way: what each call of its plan reads and adds to. */
export type Run = Readonly<{
  /** The answer as it grows, with all that was fetched for the plan's own sake too. */
  data: Json;
  /** Variables as the caller gave them. Subgraphs coerce them by the same definitions. */
  given: Readonly<Json>;
  /** Variables as coerced (GraphQL specification, 6.1.2), with their defaults. */
  coerced: Readonly<Json>;
  send(service: string, sent: Sent): Promise<Answer>;
  /** `fetch` is the place of the fetch in its plan: errors are told in that order, whichever came first. */
  fail(fetch: number, error: GraphQLError): void;
}>;
