/** A document that may be asked by its name (`documentId`), without sending its text. */
export type NamedDocument = Readonly<{ name: string; document: string }>;

/** One that comes with the hub, as an example too. */
export type Operation = NamedDocument & Readonly<{ title: string; variables?: Readonly<Record<string, unknown>> }>;

/** The text of a known operation; `undefined` where there is none of that name. */
export const operationNamed = (operations: readonly NamedDocument[], name: unknown): string | undefined =>
  operations.find((operation) => operation.name === name)?.document;
