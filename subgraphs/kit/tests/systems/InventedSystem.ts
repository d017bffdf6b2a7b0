/**
 * An invented case management system with more than fifty tables. Beside the tables that matter stand similar ones: staff
 * with dates of birth, animals with sex and names, companies, notes about staff, templates, audits.
 */
export type InventedSystem = Readonly<{
  ddl: string;
  /** Tables that have nothing to do with anybody's file. */
  besides: string;
  rows: readonly string[];
  /** What must not appear in any file or on the screen. */
  secrets: readonly string[];
}>;
