import { goneWords, hereWords, mergedWords } from '../database/goneWords.ts';

const either = (words: readonly string[]): string => words.map((word) => word.replaceAll(' ', '')).join('|');

const merged = `(${either(mergedWords)})(away|by|(to|into|with|of)([a-z]*(id|no|nr|num|ref))?|id|no|nr|ref)?`;
/** Matches the whole name, so that `voidedReason` and `activeSince` do not count. */
const gone = new RegExp(`^(is|was)?(${either(goneWords)}|${merged})(at|on|by|date|dt|ts|flag|flg|yn|ind)?$`);
const standing = new RegExp(`^(is)?(${either(hereWords)})(flag|flg|yn|ind)?$`);

/**
 * The column by which a row is marked as deleted, voided or merged away; null where there is none.
 *
 * Judged by the column's name, in any spelling, and a value that means yes (or no, for `active` and the like).
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

/** Whether a column of this name marks rows as gone, and by which answer; null where it does not. */
export function marksDeleted(column: string): 'YES_IS_GONE' | 'NO_IS_GONE' | null {
  const name = column.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (gone.test(name)) return 'YES_IS_GONE';
  return standing.test(name) ? 'NO_IS_GONE' : null;
}

/** Whether a column of this name holds the row that this one was merged into. */
export const marksMerged = (column: string): boolean =>
  new RegExp(`^(is|was)?${merged}$`).test(column.toLowerCase().replaceAll(/[^a-z]/g, ''));

const words = {
  yes: new Set(['y', 'yes', 't', 'true', '1', 'j', 'x']),
  no: new Set(['n', 'no', 'f', 'false', '0', 'n/a', 'na', 'none', 'nil', 'null', '-']),
};

/** Whether the value is present and does not mean no. */
export function saysYes(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false;
  if (value instanceof Date) return true;
  const text = String(value).toLowerCase();
  // A date, another record's number, a name: something was entered.
  return words.yes.has(text) || !(words.no.has(text) || Number(text) === 0);
}

const saysNo = (value: unknown): boolean => value !== null && words.no.has(String(value).toLowerCase());
