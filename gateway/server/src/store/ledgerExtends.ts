import type { Database } from './Database.ts';
import { entryBeyondHead } from './verifyLedger.ts';
import type { Place } from './walkPart.ts';

const pageSize = 20_000;

/** How many entries of a page are as they were written, and the hashes of its first and last. */
type Page = Readonly<{ held: number; first: string | null; last: string | null }>;

// The bytes hashed are those that `hashOf` makes of an entry. Hashing comes before the window function, because PostgreSQL copies for that
// whatever it has of each entry. `concat` joins in one step but leaves out nulls; no list may be null.
const page = `SELECT count(*) FILTER (WHERE holds AND prev_hash = coalesce(before, $3, prev_hash))::integer AS held,
    max(hash) FILTER (WHERE seq = $1) AS first, max(hash) FILTER (WHERE seq = $2) AS last
  FROM (SELECT seq, hash, prev_hash, holds, lag(hash) OVER (ORDER BY seq) AS before
    FROM (SELECT seq, hash, prev_hash,
        basis IS NOT NULL AND categories IS NOT NULL AND hash = encode(sha256(convert_to(concat('{"agencyId":', to_json(agency_id),
          ',"at":"', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          '","basis":', to_json(basis), ',"categories":', to_json(categories),
          ',"clientId":', to_json(client_id), ',"handle":', to_json(handle),
          ',"operation":', to_json(operation), ',"prevHash":', to_json(prev_hash),
          ',"purpose":', to_json(purpose), ',"requestId":', to_json(request_id),
          ',"requester":', to_json(requester), ',"requesterAgency":', to_json(requester_agency),
          ',"role":', to_json(role), ',"seq":', seq, '}'), 'UTF8')), 'hex') AS holds
      FROM ledger_entry WHERE seq BETWEEN $1 AND $2 ORDER BY seq OFFSET 0) AS hashed) AS entry`;

/**
 * True where every entry from one place to a later one is there, is as it was written and follows the one before; where the entries of both
 * places have the given hashes; and where nothing stands after the end of the ledger.
 *
 * The database checks its own table. The hub checks each entry once before it vouches for it, and reading and hashing the entries here cost
 * it more than anything else about its ledger. False only says that the entries have to be walked (`verifyLedger`), which finds where and
 * why.
 */
export async function ledgerExtends(database: Database, since: Place, to: Place): Promise<boolean> {
  // The entry before the first was checked when that was vouched for.
  let before: string | null = null;
  for (let from = since.seq; from <= to.seq; from += pageSize) {
    const until = Math.min(from + pageSize - 1, to.seq);
    const { held, first, last } = await lookAt(database, from, until, before);
    if (held !== until - from + 1) return false;
    if (from === since.seq && first !== since.hash) return false;
    before = last;
  }
  return before === to.hash && (await entryBeyondHead(database)) === null;
}

async function lookAt({ pool }: Database, from: number, until: number, before: string | null): Promise<Page> {
  // Without a name, so that it is planned each time rather than by a plan from when the ledger was short.
  const { rows } = await pool.query<Page>(page, [from, until, before]);
  return rows[0] ?? { held: 0, first: null, last: null };
}
