import type { Database } from './Database.ts';
import type { LedgerEntry } from './LedgerEntry.ts';

/** Selects entries. Parts left out test nothing; all given parts must hold. */
export type LedgerFilter = Readonly<{
  /** This client and every client whose file became part of theirs. */
  clientId?: string;
  /** Also every client in whose file one of this client's records used to be, with what was disclosed there about others. */
  formerFiles?: true;
  /** The agency whose records were disclosed. */
  agencyId?: string;
  /** The record that was disclosed. */
  handle?: string;
  /** The agency it was disclosed to. Never includes what people were shown of themselves, whichever agency they signed in through. */
  requesterAgency?: string;
  /** Only disclosures to agencies other than this one. */
  notToldTo?: string;
  purpose?: string;
  /** At this instant or later. */
  from?: Date;
  /** Before this instant. */
  to?: Date;
}>;

export type LedgerPage = LedgerFilter &
  Readonly<{
    /** Entries after this one in the order of the page; null: from its beginning. */
    after: number | null;
    first: number;
    /** Not beyond this entry. */
    until?: number;
    newestFirst?: boolean;
  }>;

type Row = Omit<LedgerEntry, 'seq'> & Readonly<{ seq: string }>;

const selection = `SELECT seq, at, request_id AS "requestId", requester, role, requester_agency AS "requesterAgency", purpose,
  client_id AS "clientId", handle, agency_id AS "agencyId", categories, basis, operation, prev_hash AS "prevHash", hash
  FROM ledger_entry`;

/** Returns entries of the ledger, oldest first unless asked otherwise. Uses plain SQL, because verification reads every entry. */
export async function pageOfLedger(
  database: Pick<Database, 'pool'>,
  { after, until, newestFirst = false, ...page }: LedgerPage,
): Promise<readonly LedgerEntry[]> {
  const values: unknown[] = [];
  const tests: string[] = [];
  const test = (comparison: string, value: unknown): void => {
    if (value === undefined || value === null) return;
    values.push(value);
    tests.push(comparison.replace('?', `$${values.length}`));
  };
  if (page.clientId !== undefined) {
    const [id, ...merged] = await idsLeadingTo(page.clientId, page.formerFiles ?? false, database);
    // A single id is compared directly, so that its entries come in order from the index.
    if (merged.length === 0) test('client_id = ?', id);
    else test('client_id = ANY(?)', [id, ...merged]);
  }
  test('agency_id = ?', page.agencyId);
  test('handle = ?', page.handle);
  test('purpose = ?', page.purpose);
  test("requester_agency = ? AND role <> 'CLIENT'", page.requesterAgency);
  test("requester_agency <> ? AND role <> 'CLIENT'", page.notToldTo);
  test('at >= ?', page.from);
  test('at < ?', page.to);
  test(newestFirst ? 'seq < ?' : 'seq > ?', after);
  test('seq <= ?', until);
  values.push(page.first);
  const where = tests.length === 0 ? '' : `WHERE ${tests.join(' AND ')}`;
  const order = `ORDER BY seq ${newestFirst ? 'DESC' : 'ASC'} LIMIT $${values.length}`;
  const { rows } = await database.pool.query<Row>(`${selection} ${where} ${order}`, values);
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

async function idsLeadingTo(
  id: string,
  formerFiles: boolean,
  { pool }: Pick<Database, 'pool'>,
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM client WHERE merged_into = $1
     UNION SELECT decided.client_id FROM link_decision decided JOIN record ON record.handle = decided.handle
     WHERE $2 AND record.client_id = $1 AND decided.client_id <> $1`,
    [id, formerFiles],
  );
  return [id, ...rows.map((client) => client.id)];
}
