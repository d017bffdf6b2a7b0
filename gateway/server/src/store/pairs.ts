import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { LinkBand, LinkWord } from '../generated/prisma/enums.ts';
import { alone } from './alone.ts';
import { type Apart, apart } from './apart.ts';
import type { Database } from './Database.ts';
import { anySaid, areTwoFiles, bothSaid, isOwn, pairColumns, withRecords } from './pairColumns.ts';
import { takeGates } from './raiseEpochs.ts';

/** A record's keys in the form in which they are compared; the filters are bytes. */
export type EncodedRecord = Readonly<{
  handle: string;
  agencyId: string;
  clientId: string | null;
  seq: number;
  keyEpoch: number;
  slk: string | null;
  clk: Uint8Array | null;
  /** Filters of 128 bytes each, concatenated. */
  aliases: Uint8Array | null;
  parts: number;
  sexCode: string | null;
  dobAccuracy: string | null;
}>;

/** Only the filters of a record. */
export type RecordFilters = Pick<EncodedRecord, 'handle' | 'seq' | 'keyEpoch' | 'clk' | 'aliases'>;

export type NewPair = Readonly<{
  one: string;
  other: string;
  band: LinkBand;
  dice: number;
  reasons: readonly string[];
}>;

/** The outcome of a comparison: pairs that are alike, and pairs that are not, or no longer. */
export type Compared = Readonly<{ alike: readonly NewPair[]; apart: readonly NewPair[] }>;

/** What one side's agency says of a pair. */
export type PairWord = Readonly<{ word: LinkWord; by: string; agency: string; why: string; at: Date }>;

export type PairRow = NewPair &
  Readonly<{
    id: string;
    at: Date;
    oneWord: LinkWord | null;
    oneBy: string | null;
    oneAt: Date | null;
    oneWhy: string | null;
    otherWord: LinkWord | null;
    otherBy: string | null;
    otherAt: Date | null;
    otherWhy: string | null;
    /** The agency that said they are two people's; null where nobody says so. */
    apartAgency: string | null;
    /** True where that was said, and nobody is left who could take it back as their own word. */
    isNobodysWord: boolean;
    /** When it was last taken back that they are two people's. From then on people decide. */
    reopenedAt: Date | null;
    /** Agency and client of both records now; null where a record is gone. */
    oneAgency: string | null;
    otherAgency: string | null;
    oneClient: string | null;
    otherClient: string | null;
  }>;

/** Which pairs of an agency: all, or those of one worker's records; and where the page begins. */
export type PairPage = Readonly<{
  agencyId: string;
  worker: string | null;
  after: Readonly<{ at: Date; id: string }> | null;
  first: number;
}>;

export type Pairs = Apart &
  Readonly<{
    /**
     * Runs `work` unless another replica is running it; then returns false at once. Only one process may compare records at a time, so that
     * of two new records one is compared with the other.
     */
    alone: (work: () => Promise<void>) => Promise<boolean>;
    /** The first records after this place in the order in which their keys changed, without removed ones. */
    encodedAfter: (seq: number, first: number) => Promise<readonly EncodedRecord[]>;
    /** As `encodedAfter`, but only the filters, for whoever keeps all of them in memory. */
    filtersAfter: (seq: number, first: number) => Promise<readonly RecordFilters[]>;
    /** The place in that order up to which every record has been compared with all before it. */
    comparedTo: () => Promise<number>;
    encodingsOf: (handles: readonly string[]) => Promise<readonly EncodedRecord[]>;
    /** Handles of the records with these linkage keys, by key epoch and key (`1 …`). */
    withSlk: (slks: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;
    /** For each of these records, the records with which it is in a pair on file. */
    onFileWith: (handles: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;
    /**
     * Stores what a comparison found, and how far it came. A pair on file gets its new likeness, and what was said of it stays. A pair that
     * is no longer alike and of which nothing was said is dropped, because the data that suggested it was corrected. It stays if it had a
     * linkage key in common and is still partly alike.
     */
    put: (found: Compared, comparedTo: number, at: Date) => Promise<void>;
    /** Puts the pair of two records on file where it is not there yet. @returns its id. */
    propose: (handle: string, other: string, at: Date) => Promise<string>;
    /** Pairs connected with these records, directly or through others, by automatic links or because both sides said they are one person. */
    hangingTogether: (handles: readonly string[]) => Promise<readonly PairRow[]>;
    /** Pairs with a record of this agency of which it has said nothing yet, or LATER; oldest first, by time and id. */
    queue: (of: PairPage) => Promise<readonly PairRow[]>;
    find: (id: string) => Promise<PairRow | null>;
    /**
     * Records what an agency says of a pair for its side, or for both sides where both records are its own. The last word counts. It is
     * written before the two files are made one or after (`mergeClients`), never in between.
     *
     * @returns false, and changes nothing, where it had already been said that they are two people's: that stands.
     */
    say: (id: string, sides: readonly ('one' | 'other')[], word: PairWord) => Promise<boolean>;
  }>;

export function pairs(database: Database): Pairs {
  const { pool, transaction } = database;
  const encoded = async (text: string, values: readonly unknown[]): Promise<readonly EncodedRecord[]> => {
    const { rows } = await pool.query<Omit<EncodedRecord, 'seq'> & Readonly<{ seq: string }>>(
      `SELECT handle, agency_id AS "agencyId", client_id AS "clientId", encoded_seq AS seq, key_epoch AS "keyEpoch", slk,
         clk, aliases, parts, sex_code AS "sexCode", dob_accuracy AS "dobAccuracy"
       FROM record WHERE removed_at IS NULL AND key_epoch IS NOT NULL AND ${text}`,
      [...values],
    );
    return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
  };
  return {
    ...apart(database),
    alone: async (work) => {
      const did = await alone({ pool }, 'compareRecords', async () => {
        await work();
        return true;
      });
      return did === true;
    },
    encodedAfter: (seq, first) => encoded('encoded_seq > $1 ORDER BY encoded_seq LIMIT $2', [seq, first]),
    filtersAfter: async (seq, first) => {
      const { rows } = await pool.query<Omit<RecordFilters, 'seq'> & Readonly<{ seq: string }>>({
        name: 'pairs.filtersAfter',
        text: `SELECT handle, encoded_seq AS seq, key_epoch AS "keyEpoch", clk, aliases FROM record
               WHERE removed_at IS NULL AND key_epoch IS NOT NULL AND encoded_seq > $1 ORDER BY encoded_seq LIMIT $2`,
        values: [seq, first],
      });
      return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
    },
    comparedTo: async () => {
      const { rows } = await pool.query<{ seq: string }>('SELECT compared_seq AS seq FROM linkage_state WHERE id = 1');
      return Number(rows[0]?.seq ?? 0);
    },
    encodingsOf: (handles) => encoded('handle = ANY($1)', [handles]),
    withSlk: async (slks) => {
      const { rows } = await pool.query<{ key: string; handles: readonly string[] }>(
        `SELECT key_epoch || ' ' || slk AS key, array_agg(handle) AS handles FROM record
         WHERE slk = ANY($1) AND key_epoch IS NOT NULL AND removed_at IS NULL GROUP BY key_epoch, slk`,
        [slks],
      );
      return new Map(rows.map(({ key, handles }) => [key, handles]));
    },
    onFileWith: async (handles) => {
      const { rows } = await pool.query<{ handle: string; others: readonly string[] }>(
        `SELECT handle, array_agg(other) AS others
         FROM (SELECT one AS handle, other FROM link_pair WHERE one = ANY($1)
               UNION ALL SELECT other, one FROM link_pair WHERE other = ANY($1)) AS pair GROUP BY handle`,
        [handles],
      );
      return new Map(rows.map(({ handle, others }) => [handle, others]));
    },
    put: ({ alike, apart }, comparedTo, at) =>
      transaction(async (connection) => {
        await takeBack(connection, apart);
        await insert(connection, alike, at);
        await connection.query('UPDATE linkage_state SET compared_seq = GREATEST(compared_seq, $1) WHERE id = 1', [
          comparedTo,
        ]);
      }),
    propose: async (handle, other, at) => {
      const { rows } = await pool.query<{ id: string }>(
        `INSERT INTO link_pair (one, other, band, dice, reasons, at)
         VALUES (LEAST($1::text, $2::text), GREATEST($1::text, $2::text), 'REVIEW', 0, '{}', $3)
         ON CONFLICT (one, other) DO UPDATE SET one = excluded.one RETURNING id`,
        [handle, other, at],
      );
      const [pair] = rows;
      if (pair === undefined) throw new Error('A pair that was put on file has no id.');
      return pair.id;
    },
    hangingTogether: async (handles) => {
      const { rows } = await pool.query<PairRow>(
        `WITH RECURSIVE reached (handle) AS (
           SELECT unnest($1::text[])
           UNION SELECT CASE p.one WHEN r.handle THEN p.other ELSE p.one END
             FROM reached r JOIN link_pair p ON r.handle IN (p.one, p.other)
             WHERE (p.band = 'AUTOMATIC' AND p.reopened_at IS NULL) OR ${bothSaid('SAME')})
         SELECT ${pairColumns} FROM link_pair p ${withRecords}
         WHERE p.one IN (SELECT handle FROM reached) AND p.other IN (SELECT handle FROM reached)`,
        [handles],
      );
      return rows;
    },
    queue: async ({ agencyId, worker, after, first }) => {
      const waitsFor = (side: 'one' | 'other', record: 'a' | 'b') =>
        `(${isOwn(record)} AND (p.${side}_word IS NULL OR p.${side}_word = 'LATER'))`;
      const { rows } = await pool.query<PairRow>(
        `SELECT ${pairColumns} FROM link_pair p ${withRecords}
         WHERE ${areTwoFiles} AND NOT ${anySaid('DIFFERENT')} AND (${waitsFor('one', 'a')} OR ${waitsFor('other', 'b')})
           AND ($3::timestamptz IS NULL OR (p.at, p.id) > ($3, $4))
         ORDER BY p.at, p.id LIMIT $5`,
        [agencyId, worker, after?.at ?? null, after?.id ?? null, first],
      );
      return rows;
    },
    find: async (id) => {
      const { rows } = await pool.query<PairRow>(
        `SELECT ${pairColumns} FROM link_pair p ${withRecords} WHERE p.id = $1`,
        [id],
      );
      return rows[0] ?? null;
    },
    say: (id, sides, { word, by, agency, why, at }) =>
      transaction(async (connection) => {
        const { rows } = await connection.query<{ client: string }>(
          `SELECT DISTINCT record.client_id AS client FROM link_pair p JOIN record ON record.handle IN (p.one, p.other)
           WHERE p.id = $1 AND record.client_id IS NOT NULL`,
          [id],
        );
        await takeGates(
          connection,
          rows.map(({ client }) => client),
        );
        const said = sides.map(
          (side) => `${side}_word = $2::link_word, ${side}_by = $3, ${side}_why = $4, ${side}_at = $5`,
        );
        const isApart = word === 'DIFFERENT';
        const { rowCount } = await connection.query(
          `UPDATE link_pair p SET ${said.join(', ')}, apart_agency = $6, apart_act = $7 WHERE id = $1 AND NOT ${anySaid('DIFFERENT')}`,
          [id, word, by, why, at, isApart ? agency : null, isApart ? randomUUID() : null],
        );
        return rowCount === 1;
      }),
  };
}

/**
 * Among unrelated people, one pair in 400 is this much alike. That is rare enough for judging one known pair, though not for a search among
 * everyone.
 */
const stillAlike = 0.5;

/**
 * Handles pairs that are no longer alike. They stay, with their new comparison, if something was said of them, or if they had a linkage key
 * in common and are still partly alike: someone who marries and moves looks like one person with a new name, not like a mistake. Pairs
 * within one file stay as they were.
 */
async function takeBack(connection: ClientBase, apart: readonly NewPair[]): Promise<void> {
  const them = `json_to_recordset($1::json) AS f (one text, other text, band text, dice float8, reasons text[])
    WHERE p.one = f.one AND p.other = f.other AND NOT EXISTS (SELECT FROM record a JOIN record b USING (client_id)
      WHERE a.handle = p.one AND b.handle = p.other)`;
  const nothingSaid = 'p.one_word IS NULL AND p.other_word IS NULL AND p.reopened_at IS NULL';
  const hadOneKey = `(p.reasons && '{SLK_EQUAL,ALIKE_BEFORE}'::text[] AND f.dice >= ${stillAlike})`;
  const values = [JSON.stringify(apart)];
  await connection.query(`DELETE FROM link_pair p USING ${them} AND ${nothingSaid} AND NOT ${hadOneKey}`, values);
  await connection.query(
    `UPDATE link_pair p SET band = f.band::link_band, dice = f.dice,
       reasons = f.reasons || CASE WHEN ${hadOneKey} THEN '{ALIKE_BEFORE}'::text[] ELSE '{}' END FROM ${them}`,
    values,
  );
}

async function insert(connection: ClientBase, found: readonly NewPair[], at: Date): Promise<void> {
  await connection.query(
    `INSERT INTO link_pair (one, other, band, dice, reasons, at)
     SELECT one, other, band::link_band, dice, reasons, $2
     FROM json_to_recordset($1::json) AS f (one text, other text, band text, dice float8, reasons text[])
     ON CONFLICT (one, other) DO UPDATE SET band = excluded.band, dice = excluded.dice, reasons = excluded.reasons`,
    [JSON.stringify(found), at],
  );
}
