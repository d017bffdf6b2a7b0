import { ownAccess } from '../../parts/ownAccess.ts';
import type { LedgerSearchQuery } from './generated/ledger.ts';

const columns = ['at', 'requester', 'agency', 'purpose', 'why', 'client', 'categories'] as const;

/**
 * Disclosures as CSV (RFC 4180) with a header row. A cell that a spreadsheet would run as a formula is made harmless. Where the person
 * themself looked, nobody is named, as on the page.
 */
export function asCsv(disclosures: LedgerSearchQuery['disclosures']['nodes']): string {
  const rows = disclosures.map(({ at, requester, requesterAgency, purpose, why, client, categories }) => [
    ...[at, purpose === ownAccess ? '' : requester, requesterAgency?.id ?? '', purpose, why, client?.id ?? ''],
    categories.join(' '),
  ]);
  return [columns, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
