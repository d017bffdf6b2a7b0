/** A document that can be requested by its name (`documentId`), without sending its text. */
export type NamedDocument = Readonly<{ name: string; document: string }>;

/** An operation that comes with the hub, which also serves as an example. */
export type Operation = NamedDocument & Readonly<{ title: string; variables?: Readonly<Record<string, unknown>> }>;

/** Returns the text of a known operation; `undefined` if none has that name. */
export const operationNamed = (operations: readonly NamedDocument[], name: unknown): string | undefined =>
  operations.find((operation) => operation.name === name)?.document;
