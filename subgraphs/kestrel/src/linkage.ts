import { day } from '@accord/kit/day';
import type { Linkage } from '@accord/kit/Mapping';
import { Prisma, type PrismaClient } from './generated/prisma/client.ts';
import { accuracyOf, sex } from './personCodes.ts';

type Name = Readonly<{ given: string; family: string }>;

type Row = Readonly<{
  person_id: number;
  gender: string;
  birthdate: Date | null;
  birthdate_estimated: boolean;
  discharge_date: Date | null;
  username: string;
  /** The name in use comes first. Null when there is none. */
  names: readonly Name[] | null;
  history: readonly Name[] | null;
  city_village: string | null;
  postal_code: string | null;
}>;

/**
 * What linkage encodes about Kestrel's people, one statement a page: the name in use, every other name from both tables,
 * and the last address entered. Voided rows and voided people are left out.
 */
export const linkage = (db: PrismaClient): Linkage => ({
  count: () => db.person.count({ where: { voided: false } }),
  page: async (after, size) => {
    const further = after === null ? Prisma.empty : Prisma.sql`AND p.person_id > ${Number(after)}`;
    const rows = await db.$queryRaw<readonly Row[]>`
      SELECT p.person_id, gender, birthdate, birthdate_estimated, discharge_date, username, city_village, postal_code,
        (SELECT json_agg(json_build_object('given', n.given_name, 'family', n.family_name)
           ORDER BY n.preferred DESC, n.person_name_id DESC)
         FROM person_name n WHERE n.person_id = p.person_id AND NOT n.voided) AS names,
        (SELECT json_agg(json_build_object('given', h.given_name, 'family', h.family_name) ORDER BY h.name_history_id)
         FROM name_history h WHERE h.person_id = p.person_id AND NOT h.voided) AS history
      FROM person p
      JOIN provider ON provider_id = key_provider_id
      LEFT JOIN LATERAL (
        SELECT city_village, postal_code FROM person_address
        WHERE person_id = p.person_id AND NOT voided ORDER BY person_address_id DESC LIMIT 1
      ) address ON true
      WHERE NOT p.voided ${further}
      ORDER BY p.person_id LIMIT ${size}`;
    return rows.map(({ names, history, ...row }) => {
      const [current, ...others] = names ?? [];
      return {
        ...{ number: row.person_id, given: current?.given ?? null, family: current?.family ?? null },
        ...{ alsoKnownAs: [...others, ...(history ?? [])], dateOfBirth: day(row.birthdate), sex: sex(row.gender) },
        dobAccuracy: accuracyOf({ birthdate: row.birthdate, birthdateEstimated: row.birthdate_estimated }),
        ...{ suburb: row.city_village, postcode: row.postal_code },
        ...{ worker: row.username, open: row.discharge_date === null },
      };
    });
  },
});
