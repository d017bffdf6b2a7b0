/** An operation that may be asked by name (`documentId`), without sending its text. */
export type Operation = Readonly<{
  name: string;
  title: string;
  document: string;
  variables?: Readonly<Record<string, unknown>>;
}>;

/** The text of a known operation; `undefined` where there is none of that name. */
export const operationNamed = (operations: readonly Operation[], name: unknown): string | undefined =>
  operations.find((operation) => operation.name === name)?.document;
