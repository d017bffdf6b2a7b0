import type { Linkage } from '@accord/kit/Mapping';
import { Prisma, type PrismaClient } from './generated/prisma/client.ts';
import { accuracy, aliasesOf, dateOfBirth, known, sex } from './personCodes.ts';

type Row = Readonly<
  Record<'F_NAM' | 'S_NAM' | 'AKA_F_NAM' | 'AKA_S_NAM' | 'DOB_TXT' | 'DOB_EST' | 'SEX_CD' | 'CLS_DT', string> &
    // Null where the other table has no matching row: this system does not enforce the reference.
    Record<'USR_LOGIN' | 'ADR_SB' | 'ADR_PC', string | null> & { PRS_NO: number }
>;

/** What linkage encodes about Wattle's people, one statement a page. People who were merged away are left out. */
export const linkage = (db: PrismaClient): Linkage => ({
  count: () => db.person.count({ where: { MRG_TO: null } }),
  page: async (after, size) => {
    const further = after === null ? Prisma.empty : Prisma.sql`AND PRS_NO > ${Number(after)}`;
    const rows = await db.$queryRaw<readonly Row[]>`
      SELECT PRS_NO, F_NAM, S_NAM, AKA_F_NAM, AKA_S_NAM, DOB_TXT, DOB_EST, SEX_CD, CLS_DT, USR_LOGIN, ADR_SB, ADR_PC
      FROM TBL_PERS
      LEFT JOIN USERS ON USR_INIT = WKR_INIT
      LEFT JOIN TBL_CTACT USING (PRS_NO)
      WHERE MRG_TO IS NULL ${further}
      ORDER BY PRS_NO LIMIT ${size}`;
    return rows.map((row) => ({
      ...{ number: row.PRS_NO, given: known(row.F_NAM), family: known(row.S_NAM), alsoKnownAs: aliasesOf(row) },
      ...{ dateOfBirth: dateOfBirth(row), dobAccuracy: accuracy(row.DOB_EST), sex: sex(row.SEX_CD) },
      ...{ suburb: known(row.ADR_SB), postcode: known(row.ADR_PC), worker: row.USR_LOGIN, open: row.CLS_DT === '' },
    }));
  },
});
