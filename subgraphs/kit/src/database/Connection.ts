import type { Engine } from './Catalogue.ts';

export type SqlValue = string | number | null;

/** A row by the names its columns have in the statement. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** One connection for reading, whatever the engine. */
export type Connection = Readonly<{
  engine: Engine;
  /** The rows of a statement; `values` stand for `$1`, `?` or `@P1`, as the engine writes them. Throws what the driver throws. */
  rows(sql: string, values?: readonly SqlValue[]): Promise<readonly SqlRow[]>;
  close(): Promise<void>;
}>;
