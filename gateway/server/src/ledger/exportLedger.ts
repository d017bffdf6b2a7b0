import { createHash } from 'node:crypto';
import type { LedgerEntry } from '../store/LedgerEntry.ts';
import type { Ledger } from '../store/ledger.ts';
import type { LedgerFilter } from '../store/pageOfLedger.ts';

export type ExportFormat = 'jsonl' | 'csv';

/** The last line of an export. It describes the export, so that the file can be checked on its own. */
export type ExportManifest = Readonly<{
  ledger: string;
  /** True where it contains every entry of the ledger up to `end`; false where a filter was used. */
  whole: boolean;
  entries: number;
  /** Where the ledger ended when the export was made. */
  end: Readonly<{ seq: number; hash: string }>;
  /** Digest of all lines before this one, in UTF-8, each with its line feed. */
  sha256: string;
}>;

const columns = [
  ...(['seq', 'at', 'requestId', 'requester', 'role', 'requesterAgency', 'purpose', 'clientId', 'handle'] as const),
  ...(['agencyId', 'categories', 'basis', 'operation', 'prevHash', 'hash'] as const),
] satisfies readonly (keyof LedgerEntry)[];

/** Writes an export line by line, each with its line feed: the entries, oldest first, then the manifest. Memory: constant. */
export async function* exportLedger(
  ledger: Pick<Ledger, 'head' | 'stream'>,
  filter: LedgerFilter,
  format: ExportFormat,
): AsyncGenerator<string> {
  const { ledger: id, ...end } = await ledger.head();
  const digest = createHash('sha256');
  const hashed = (line: string): string => {
    digest.update(line);
    return line;
  };
  let entries = 0;
  if (format === 'csv') yield hashed(`${columns.join(',')}\n`);
  for await (const entry of ledger.stream({ ...filter, until: end.seq })) {
    entries += 1;
    yield hashed(`${format === 'csv' ? csvLine(entry) : JSON.stringify(entry)}\n`);
  }
  const whole = Object.keys(filter).length === 0;
  const manifest: ExportManifest = { ledger: id, whole, entries, end, sha256: digest.digest('hex') };
  yield format === 'csv' ? `# ${JSON.stringify({ manifest })}\n` : `${JSON.stringify({ manifest })}\n`;
}

const csvLine = (entry: LedgerEntry): string => columns.map((column) => cell(entry[column])).join(',');

/**
 * Writes one CSV cell (RFC 4180). An apostrophe goes before anything a spreadsheet would take for a formula, also after blanks, which
 * spreadsheets skip before they look for the sign.
 */
function cell(value: LedgerEntry[keyof LedgerEntry]): string {
  if (typeof value === 'number') return String(value);
  const text = value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : value.join(' ');
  const harmless = /^[\s\p{C}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
