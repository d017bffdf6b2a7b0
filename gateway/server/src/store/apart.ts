import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Database } from './Database.ts';
import type { LinkWord } from './moveRows.ts';
import { anySaid, areTwoFiles, bothSaid, isNobodysWord, isOwn, pairColumns, withRecords } from './pairColumns.ts';
import type { PairPage, PairRow } from './pairs.ts';
import { takeGates } from './raiseEpochs.ts';

/** Statements that two records are two people's. Each is stored with the pair and with the agency that may take it back. */
export type Apart = Readonly<{
  /**
   * True where some record of the one client and some record of the other were said to be two people's, or where what is on file implies it:
   * one of them speaks for the other, or did until they used violence, or a block protects one from the other.
   */
  saidApart: (client: string, other: string) => Promise<boolean>;
  /**
   * Pairs with a record of this agency that were said to be two people's: by this agency, or by someone where nobody is left who could take
   * that back. Latest first, by time (`saidAt`) and id.
   */
  denied: (of: PairPage) => Promise<readonly (PairRow & Readonly<{ saidAt: Date }>)[]>;
  /**
   * Takes back that the records of a pair are two people's, with everything else that was said in the same act. People then decide about
   * these pairs afresh: what either side had said of them no longer counts, and neither does an agreement on another pair of the same two
   * files that they are the same person.
   *
   * @returns the reopened pairs. Empty, with nothing changed, where this agency does not say so (any more) and others could take it back.
   */
  reopen: (id: string, by: Readonly<{ agencyId: string; at: Date }>) => Promise<readonly PairRow[]>;
}>;

export function apart({ pool, transaction }: Database): Apart {
  return {
    saidApart: (client, other) => saidApart(pool, client, other),
    denied: async ({ agencyId, worker, after, first }) => {
      // `OFFSET 0`: whether it is nobody's word is worked out for the agency's own pairs only. For everybody's it would take twice as long.
      const { rows } = await pool.query<PairRow & Readonly<{ saidAt: Date }>>(
        `SELECT * FROM (SELECT ${pairColumns}, CASE p.one_word WHEN 'DIFFERENT' THEN p.one_at ELSE p.other_at END AS "saidAt"
           FROM link_pair p ${withRecords}
           WHERE p.apart_act IS NOT NULL AND ${areTwoFiles} AND (${isOwn('a')} OR ${isOwn('b')}) OFFSET 0) AS said
         WHERE ("apartAgency" = $1 OR "isNobodysWord") AND ($3::timestamptz IS NULL OR ("saidAt", id) < ($3, $4))
         ORDER BY "saidAt" DESC, id DESC LIMIT $5`,
        [agencyId, worker, after?.at ?? null, after?.id ?? null, first],
      );
      return rows;
    },
    reopen: (id, { agencyId, at }) =>
      transaction(async (connection) => {
        const { rows } = await connection.query<{ client: string }>(
          `SELECT DISTINCT record.client_id AS client FROM link_pair p JOIN record ON record.handle IN (p.one, p.other)
           WHERE ${saidWith} AND record.client_id IS NOT NULL`,
          [id, agencyId],
        );
        await takeGates(
          connection,
          rows.map(({ client }) => client),
        );
        const { rows: reopened } = await connection.query<PairRow>(
          `SELECT ${pairColumns} FROM link_pair p ${withRecords} WHERE ${saidWith} ORDER BY p.id`,
          [id, agencyId],
        );
        await connection.query(
          `UPDATE link_pair p SET ${nothingSaid}, apart_agency = NULL, apart_act = NULL, reopened_at = $2 WHERE id = ANY($1)`,
          [reopened.map((row) => row.id), at],
        );
        for (const { oneClient, otherClient } of reopened)
          await connection.query(
            `UPDATE link_pair p SET ${nothingSaid}, reopened_at = $3 FROM record a, record b
             WHERE a.handle = p.one AND b.handle = p.other AND ${bothSaid('SAME')}
               AND ((a.client_id = $1 AND b.client_id = $2) OR (a.client_id = $2 AND b.client_id = $1)) AND $1 <> $2`,
            [oneClient, otherClient, at],
          );
        return reopened;
      }),
  };
}

const nothingSaid = ['one', 'other']
  .flatMap((side) => ['word', 'by', 'at', 'why'].map((column) => `${side}_${column} = NULL`))
  .join(', ');

/**
 * SQL condition for the pairs `p` said to be two people's in the same act as the pair `$1`, if that act was agency `$2`'s or is nobody's.
 */
const saidWith = `p.apart_act = (SELECT p.apart_act FROM link_pair p WHERE p.id = $1 AND (p.apart_agency = $2 OR ${isNobodysWord}))`;

/**
 * Says of all pairs between these records and those that they are different people, whatever was said before. Where another agency has
 * already said so, its word stays its own: otherwise this agency could take it back.
 */
export async function tellApart(
  connection: ClientBase,
  these: readonly string[],
  those: readonly string[],
  { by, agency, reason, at }: LinkWord,
): Promise<void> {
  await connection.query(
    `INSERT INTO link_pair AS p (one, other, band, dice, reasons, at, one_word, one_by, one_why, one_at, apart_agency, apart_act)
     SELECT LEAST(a, b), GREATEST(a, b), 'REVIEW', 0, '{}', $5, 'DIFFERENT', $3, $4, $5, $6, $7
     FROM unnest($1::text[]) AS a CROSS JOIN unnest($2::text[]) AS b
     ON CONFLICT (one, other) DO UPDATE SET one_word = 'DIFFERENT', one_by = $3, one_why = $4, one_at = $5,
       apart_agency = $6, apart_act = $7
       WHERE NOT ${anySaid('DIFFERENT')} OR p.apart_agency IS NOT DISTINCT FROM $6`,
    [these, those, by, reason, at, agency ?? null, randomUUID()],
  );
}

/**
 * As `Apart.saidApart`. Includes records that have been removed: they may come back, and would then be in one file. Nobody speaks for
 * themself or is protected from themself, so a proxy or a block between two people says that they are two.
 */
export async function saidApart(asks: Pick<ClientBase, 'query'>, client: string, other: string): Promise<boolean> {
  const { rowCount } = await asks.query(
    `SELECT FROM link_pair p JOIN record a ON a.handle = p.one JOIN record b ON b.handle = p.other WHERE ${anySaid('DIFFERENT')}
       AND ((a.client_id = $1 AND b.client_id = $2) OR (a.client_id = $2 AND b.client_id = $1))
     UNION ALL SELECT FROM fact f JOIN client c ON (c.id IN ($1, $2) OR c.merged_into IN ($1, $2))
       AND (f.kind = 'PROXY' AND f.body ->> 'person' = c.id OR f.kind = 'BLOCK' AND f.body -> 'against' ? c.id)
     WHERE f.client_id IN ($1, $2) AND COALESCE(c.merged_into, c.id) <> f.client_id
       AND (f.ended_at IS NULL OR f.kind = 'PROXY' AND f.ended_why = 'USES_VIOLENCE') LIMIT 1`,
    [client, other],
  );
  return rowCount === 1;
}
