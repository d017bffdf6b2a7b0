import { day } from '@accord/kit/day';
import type { Linkage } from '@accord/kit/Mapping';
import { Prisma, type PrismaClient } from './generated/prisma/client.ts';
import { accuracy, sex } from './personCodes.ts';

type Name = Readonly<{ given: string; family: string }>;

type Row = Readonly<{
  id: number;
  given_name: string;
  family_name: string;
  date_of_birth: Date | null;
  dob_accuracy: string;
  sex: number;
  exited_on: Date | null;
  username: string;
  /** Null when the client has no other names. */
  aliases: readonly Name[] | null;
  suburb: string | null;
  postcode: string | null;
}>;

/**
 * What linkage encodes about HarbourCare's clients, one statement a page. Of several addresses it takes the last one
 * entered. Deleted rows and deleted clients are left out.
 */
export const linkage = (db: PrismaClient): Linkage => ({
  count: () => db.client.count({ where: { deletedAt: null } }),
  page: async (after, size) => {
    const further = after === null ? Prisma.empty : Prisma.sql`AND client.id > ${Number(after)}`;
    const rows = await db.$queryRaw<readonly Row[]>`
      SELECT client.id, given_name, family_name, date_of_birth, dob_accuracy, sex, exited_on, username, suburb, postcode,
        (SELECT json_agg(json_build_object('given', a.given_name, 'family', a.family_name) ORDER BY a.id)
         FROM client_alias a WHERE a.client_id = client.id AND a.deleted_at IS NULL) AS aliases
      FROM client
      JOIN staff ON staff.id = case_worker_id
      LEFT JOIN LATERAL (
        SELECT suburb, postcode FROM client_address
        WHERE client_id = client.id AND deleted_at IS NULL ORDER BY id DESC LIMIT 1
      ) address ON true
      WHERE client.deleted_at IS NULL ${further}
      ORDER BY client.id LIMIT ${size}`;
    return rows.map((row) => ({
      ...{ number: row.id, given: row.given_name, family: row.family_name, alsoKnownAs: row.aliases ?? [] },
      ...{ dateOfBirth: day(row.date_of_birth), dobAccuracy: accuracy(row.dob_accuracy), sex: sex(row.sex) },
      ...{ suburb: row.suburb, postcode: row.postcode, worker: row.username, open: row.exited_on === null },
    }));
  },
});
