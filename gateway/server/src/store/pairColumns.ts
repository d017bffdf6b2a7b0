import type { LinkWord } from '../generated/prisma/enums.ts';

/**
 * SQL: true where nobody can take back any more that the records of the pair `p` are two people's. Either it is not known who said so, or
 * that agency has none left of the records it said so about. An agency that left the partnership has none.
 */
export const isNobodysWord = `(p.apart_act IS NOT NULL AND NOT EXISTS (
  SELECT FROM link_pair said JOIN record own ON own.handle IN (said.one, said.other)
  WHERE said.apart_act = p.apart_act AND own.agency_id = p.apart_agency AND own.removed_at IS NULL))`;

/** SQL columns of a pair `p`, with its records as they are now. */
export const pairColumns = `p.id, p.one, p.other, p.band, p.dice, p.reasons, p.at, p.one_word AS "oneWord", p.one_by AS "oneBy",
  p.one_at AS "oneAt", p.one_why AS "oneWhy", p.other_word AS "otherWord", p.other_by AS "otherBy", p.other_at AS "otherAt",
  p.other_why AS "otherWhy", p.apart_agency AS "apartAgency", p.reopened_at AS "reopenedAt", ${isNobodysWord} AS "isNobodysWord",
  a.agency_id AS "oneAgency", b.agency_id AS "otherAgency", a.client_id AS "oneClient", b.client_id AS "otherClient"`;
export const withRecords = `LEFT JOIN record a ON a.handle = p.one AND a.removed_at IS NULL
  LEFT JOIN record b ON b.handle = p.other AND b.removed_at IS NULL`;

export const bothSaid = (word: LinkWord): string => `(p.one_word = '${word}' AND p.other_word = '${word}')`;
export const anySaid = (word: LinkWord): string =>
  `(p.one_word IS NOT DISTINCT FROM '${word}' OR p.other_word IS NOT DISTINCT FROM '${word}')`;
/** SQL: true where a record is the agency's (`$1`) and, if a worker is named (`$2`), that worker's. */
export const isOwn = (record: 'a' | 'b'): string =>
  `(${record}.agency_id = $1 AND ($2::text IS NULL OR ${record}.worker = $2))`;
/** SQL: true where both records are there and in two files. */
export const areTwoFiles = 'a.handle IS NOT NULL AND b.handle IS NOT NULL AND a.client_id IS DISTINCT FROM b.client_id';
