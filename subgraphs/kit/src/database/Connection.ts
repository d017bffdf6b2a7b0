import type { Engine } from './Catalogue.ts';

export type SqlValue = string | number | null;

/** A row, by the column names of the statement. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** A read connection, whatever the engine. */
export type Connection = Readonly<{
  engine: Engine;
  /** The rows of a statement; `values` are for `$1`, `?` or `@P1`, as the engine writes them. Throws the driver's errors. */
  rows(sql: string, values?: readonly SqlValue[]): Promise<readonly SqlRow[]>;
  close(): Promise<void>;
}>;
