import { isObject, type Json } from '@accord/execution/Json';
import type { GraphQLError } from 'graphql';

/** One request to a subgraph: as text for senders that pass it on, and as values for subgraphs in this process. */
export class Sent {
  readonly query: string;
  readonly #queryText: string;
  readonly #variablesText: () => string;
  readonly #atHand: (() => Readonly<Json> | undefined) | undefined;
  #variables: Readonly<Json> | undefined;

  /**
   * `queryText` is the query as a JSON string; `variablesText` returns the variables as a JSON object. `atHand` returns them as values
   * where they need not be parsed from the text; whoever answers may keep those values but not change them.
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

  /** The body of the HTTP request, as JSON. */
  get body(): string {
    return `{"query":${this.#queryText},"variables":${this.#variablesText()}}`;
  }

  /** The variables: always the same object, belonging to this request alone. */
  get variables(): Readonly<Json> {
    this.#variables ??= this.#atHand?.() ?? objectIn(this.#variablesText());
    return this.#variables;
  }
}

/** Parses a JSON object; returns an empty one where the text is not an object. */
export function objectIn(text: string): Json {
  if (text === '{}') return {};
  const value: unknown = JSON.parse(text);
  return isObject(value) ? value : {};
}

/** A subgraph's answer (GraphQL specification, 7.1). Nothing in it may be relied on before it is checked. */
export type Answer = Readonly<{ data?: unknown; errors?: unknown }>;

/** One request under way: what every call of its plan reads and adds to. */
export type Run = Readonly<{
  /** The answer as it grows, including everything fetched only because the plan needs it. */
  data: Json;
  /** Variables as the caller gave them; subgraphs coerce them by the same definitions. */
  given: Readonly<Json>;
  /** Variables after coercion (GraphQL specification, 6.1.2), defaults included. */
  coerced: Readonly<Json>;
  send(service: string, sent: Sent): Promise<Answer>;
  /** Reports an error. `fetch` is the fetch's number in the plan: errors go out in that order, whichever came first. */
  fail(fetch: number, error: GraphQLError): void;
}>;
