import type { Release } from '@accord/contract/permit';
import type { RequestEntry } from './RequestLog.ts';

/** The columns of an export. */
export const requestColumns = [
  ...['at', 'permit', 'user', 'agency', 'role', 'purpose', 'door', 'record'],
  ...['asked', 'told', 'withheld', 'figures', 'outcome', 'milliseconds'],
] as const;

/** An entry as rows of a table: one per record, or one where the request named none. With `record`, only that record's row. */
export function requestRows(entry: RequestEntry, record?: string): readonly (readonly string[])[] {
  const { at, permit, requester, door, asked, told, withheld, figures, outcome, milliseconds } = entry;
  const all = [...new Set(asked.flatMap(({ records }) => records))];
  const records = record === undefined ? all : all.filter((one) => one === record);
  const row = (one: string): readonly string[] => [
    ...[at, permit ?? '', requester?.user ?? '', requester?.agency ?? ''],
    ...[requester?.role ?? '', requester?.purpose ?? '', door, one],
    ...[kindsOf(asked, one), kindsOf(told, one), kindsOf(withheld, one)],
    ...[figures ? 'yes' : 'no', outcome, String(milliseconds)],
  ];
  return records.length > 0 ? records.map(row) : [row('')];
}

/** The kinds of information of one record, sorted. */
export const kindsOf = (releases: readonly Release[], record: string): string =>
  [...new Set(releases.filter(({ records }) => records.includes(record)).flatMap(({ categories }) => categories))]
    .sort()
    .join(' ');

/**
 * A line of CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front: sign-in names
 * and codes come from others.
 */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(text: string): string {
  // Spreadsheets skip white space before they look for the sign.
  const safe = /^[\s\p{C}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
