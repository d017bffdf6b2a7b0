import type { Mapping } from '@accord/kit/Mapping';
import { Prisma, type PrismaClient } from './generated/prisma/client.ts';
import { concernKind } from './personSections.ts';

/** Everybody on file, under the key by which other tables refer to them (`person`). */
const onFile = Prisma.sql`
  SELECT p.id COLLATE utf8mb4_bin AS person, p.opened_at, p.closed_at
  FROM parent p JOIN family f ON f.id = p.family_id WHERE p.is_active AND f.is_active
  UNION ALL SELECT CONVERT(CONCAT(c.family_id, '/', c.child_no) USING utf8mb4) COLLATE utf8mb4_bin, c.opened_at, c.closed_at
  FROM child c JOIN family f ON f.id = c.family_id WHERE c.is_active AND f.is_active`;

type Count = Readonly<{ code: string; count: bigint }>;

/** Counts across both people tables. Rows of people who are not on file are not counted. */
export const figures =
  (db: PrismaClient): NonNullable<Mapping['figures']> =>
  async ({ from, to }) => {
    const [people, concerns, needs] = await Promise.all([
      db.$queryRaw<readonly Count[]>`SELECT 'all' AS code, count(*) AS count FROM (${onFile}) known
        WHERE DATE(opened_at) <= ${to} AND (closed_at = '0000-00-00 00:00:00' OR DATE(closed_at) >= ${from})`,
      db.$queryRaw<readonly Count[]>`SELECT kind AS code, count(*) AS count FROM concern
        WHERE is_active AND raised_on BETWEEN ${from} AND ${to}
          AND person COLLATE utf8mb4_bin IN (SELECT person FROM (${onFile}) known) GROUP BY kind`,
      db.$queryRaw<readonly Count[]>`SELECT CAST(reason AS CHAR) AS code, count(*) AS count FROM need
        WHERE is_active AND met_on = '0000-00-00' AND found_on BETWEEN ${from} AND ${to}
          AND person COLLATE utf8mb4_bin IN (SELECT person FROM (${onFile}) known) GROUP BY reason`,
    ]);
    return {
      people: Number(people[0]?.count ?? 0),
      alerts: concerns.map(({ code, count }) => [concernKind(code) ?? code, Number(count)] as const),
      needs: needs.map(({ code, count }) => [code, Number(count)] as const),
    };
  };
