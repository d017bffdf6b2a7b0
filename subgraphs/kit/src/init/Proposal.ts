import type { CatalogueColumn, CatalogueTable } from '../database/Catalogue.ts';
import type { Reference } from '../database/references.ts';
import type { ColumnIdea } from './columnWords.ts';
import type { SectionName } from './sectionWords.ts';
import type { Ways } from './waysByKind.ts';

/** How sure, 0 to 1, and why, in words for whoever confirms it. */
export type Guess = Readonly<{ confidence: number; reasons: readonly string[] }>;

export type ColumnGuess = Guess &
  Readonly<{
    idea: ColumnIdea;
    column: CatalogueColumn;
    /** From the table's row to where the column stands, if that is another table. */
    over?: readonly Reference[];
  }>;

/**
 * A column that says a row is gone, and what it holds where the row is not (`here`). `gone`: the one value that says it is, so that a row
 * of which it says nothing stays; null where whatever is not `here` says so.
 */
export type GoneGuess = Guess &
  Readonly<{ column: CatalogueColumn; here: null | boolean | number | string; gone: null | boolean | number | string }>;

export type TableRole =
  | 'people'
  | 'clients'
  | SectionName
  | 'names'
  | 'aliases'
  | 'contact'
  | 'address'
  | 'workers'
  | 'codes';

export type TableGuess = Guess &
  Readonly<{
    table: CatalogueTable;
    as: TableRole;
    /** From this table to the people, over none, one or several columns. */
    path: readonly Reference[];
    columns: readonly ColumnGuess[];
    gone: readonly GoneGuess[];
    /** The column that says of names that they are in use: the others are former ones, and no less theirs. */
    current: GoneGuess | null;
    /** Of a table of ways of reaching somebody, which kinds are which, where its list of kinds says so. */
    ways?: Ways;
    /** What else should be known before it is believed. */
    doubts: readonly string[];
  }>;

/** What an agency's tables seem to be. A part that was not found is null. */
export type Proposal = Readonly<{
  people: TableGuess | null;
  /** Says which of the people are clients; null where all are. */
  clients: TableGuess | null;
  sections: Readonly<Record<SectionName, TableGuess | null>>;
  /** Where people's names, telephone numbers and addresses stand, if not with the people. */
  names: TableGuess | null;
  contact: TableGuess | null;
  /** Former names and nicknames in a table of their own. */
  aliases: TableGuess | null;
  address: TableGuess | null;
  /** Where more of it stands although the people have columns for it, if rows there are marked as told to nobody. */
  furtherContact: TableGuess | null;
  furtherAddress: TableGuess | null;
  workers: TableGuess | null;
  codes: readonly TableGuess[];
  /** Every other table, with why it was not placed. */
  unplaced: readonly Readonly<{ table: CatalogueTable; why: string }>[];
  /** What the whole could not make out, one sentence each. */
  remarks: readonly string[];
  references: readonly Reference[];
}>;

export const columnOf = (guess: TableGuess | null, idea: ColumnIdea): CatalogueColumn | null =>
  guess?.columns.find((column) => column.idea === idea)?.column ?? null;
