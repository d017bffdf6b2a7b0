import type { CatalogueColumn, CatalogueTable } from '../database/Catalogue.ts';
import type { Reference } from '../database/references.ts';
import type { ColumnIdea } from './columnWords.ts';
import type { SectionName } from './sectionWords.ts';
import type { Ways } from './waysByKind.ts';

/** How certain a guess is, 0 to 1, and why, in words for the person who confirms it. */
export type Guess = Readonly<{ confidence: number; reasons: readonly string[] }>;

export type ColumnGuess = Guess &
  Readonly<{
    idea: ColumnIdea;
    column: CatalogueColumn;
    /** The way from the table's row to the column, if that is in another table. */
    over?: readonly Reference[];
  }>;

/**
 * A column that marks a row as gone, and the value it holds for rows that are not (`here`). `gone`: the only value that
 * means gone, so that a row without any value stays; null where every value other than `here` means gone. `ownWords`: it
 * says neither yes nor no, so that it may be about an address, a number or both.
 */
export type GoneGuess = Guess &
  Readonly<{
    column: CatalogueColumn;
    here: null | boolean | number | string;
    gone: null | boolean | number | string;
    ownWords?: true;
  }>;

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
    /** From this table to the people, over no column, one or several. */
    path: readonly Reference[];
    columns: readonly ColumnGuess[];
    gone: readonly GoneGuess[];
    /** The column that marks names as in use: the others are former names, and still the person's. */
    current: GoneGuess | null;
    /** For a table of ways to reach people: which kinds are telephones and which e-mail, where its list of kinds says so. */
    ways?: Ways;
    /** What else should be known before relying on the guess. */
    doubts: readonly string[];
  }>;

/** What an agency's tables seem to be. A part that was not found is null. */
export type Proposal = Readonly<{
  people: TableGuess | null;
  /** The table that says which people are clients; null where all are. */
  clients: TableGuess | null;
  sections: Readonly<Record<SectionName, TableGuess | null>>;
  /** Where names, telephone numbers and addresses are, if not with the people. */
  names: TableGuess | null;
  contact: TableGuess | null;
  /** Former names and nicknames in a table of their own. */
  aliases: TableGuess | null;
  address: TableGuess | null;
  /** Tables with more of these although the people have columns for them, if rows there are marked as not to be disclosed. */
  furtherContact: TableGuess | null;
  furtherAddress: TableGuess | null;
  workers: TableGuess | null;
  codes: readonly TableGuess[];
  /** Every other table, with the reason it was not placed. */
  unplaced: readonly Readonly<{ table: CatalogueTable; why: string }>[];
  /** What could not be determined, one sentence each. */
  remarks: readonly string[];
  references: readonly Reference[];
}>;

export const columnOf = (guess: TableGuess | null, idea: ColumnIdea): CatalogueColumn | null =>
  guess?.columns.find((column) => column.idea === idea)?.column ?? null;
