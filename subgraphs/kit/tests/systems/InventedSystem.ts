/**
 * A case management system nobody has, of more than fifty tables. Beside the tables that matter stand those that look like them: staff
 * with days of birth, animals with sex and names, companies, notes about staff, templates, audits.
 */
export type InventedSystem = Readonly<{
  ddl: string;
  /** Tables that have nothing to do with anybody's file. */
  besides: string;
  rows: readonly string[];
  /** What no file and no line on the screen may say. */
  secrets: readonly string[];
}>;
