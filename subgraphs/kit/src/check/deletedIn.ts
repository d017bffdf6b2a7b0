import { goneWords, hereWords, mergedWords } from '../database/goneWords.ts';

const either = (words: readonly string[]): string => words.map((word) => word.replaceAll(' ', '')).join('|');

const merged = `(${either(mergedWords)})(away|by|(to|into|with|of)([a-z]*(id|no|nr|num|ref))?|id|no|nr|ref)?`;
/** The whole of a name, so that `voidedReason` and `activeSince` are none. */
const gone = new RegExp(`^(is|was)?(${either(goneWords)}|${merged})(at|on|by|date|dt|ts|flag|flg|yn|ind)?$`);
const standing = new RegExp(`^(is)?(${either(hereWords)})(flag|flg|yn|ind)?$`);

/**
 * The column by which a row says of itself that it was deleted, voided or merged away; null where none does.
 *
 * By the column's name, in whatever spelling, and a value that says yes (or, of `active` and the like, no).
 */
export function deletedIn(row: unknown): string | null {
  if (typeof row !== 'object' || row === null) return null;
  for (const [column, value] of Object.entries(row)) {
    const name = column.toLowerCase().replaceAll(/[^a-z]/g, '');
    if (gone.test(name) && saysYes(value)) return column;
    if (standing.test(name) && saysNo(value)) return column;
  }
  return null;
}

/** Whether a column's name is one by which rows are marked as gone. */
export function marksDeleted(column: string): 'YES_IS_GONE' | 'NO_IS_GONE' | null {
  const name = column.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (gone.test(name)) return 'YES_IS_GONE';
  return standing.test(name) ? 'NO_IS_GONE' : null;
}

/** Whether a column's name is one by which a row names the one it was merged into. */
export const marksMerged = (column: string): boolean =>
  new RegExp(`^(is|was)?${merged}$`).test(column.toLowerCase().replaceAll(/[^a-z]/g, ''));

const words = {
  yes: new Set(['y', 'yes', 't', 'true', '1', 'j', 'x']),
  no: new Set(['n', 'no', 'f', 'false', '0', 'n/a', 'na', 'none', 'nil', 'null', '-']),
};

/** Whether something is written there that is no no. */
export function saysYes(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false;
  if (value instanceof Date) return true;
  const text = String(value).toLowerCase();
  // A day, a number of another record, a name: whatever was written down, something was.
  return words.yes.has(text) || !(words.no.has(text) || Number(text) === 0);
}

const saysNo = (value: unknown): boolean => value !== null && words.no.has(String(value).toLowerCase());
