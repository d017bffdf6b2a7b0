import { verifyMapping } from '@accord/kit/check/verifyMapping';
import { codes } from '@accord/kit/codes';
import type { Mapping } from '@accord/kit/Mapping';
import { many, one } from '@accord/kit/section';
import { table } from '@accord/kit/table';
import { PrismaPg } from '@prisma/adapter-pg';
import { now } from '../../../subgraphs/kit/tests/inventedAgency.ts';
import { marlin } from './agency.ts';
import { PrismaClient as PostgresClient } from './generated/postgresql/client.ts';
import type { PrismaClient } from './generated/sqlite/client.ts';
import { engines, type OpenMarlin, openMarlin } from './openMarlin.ts';

const sentencesOf = async (mapping: Mapping, db: object) =>
  (await verifyMapping(mapping, { db, sample: 12, now }))
    .filter(({ level }) => level !== 'HINT')
    .map(({ level, sentence }) => `${level} ${sentence}`);

/** How the vendor's last update left the tables, and what the check reports. */
const schemaMistakes = [
  {
    what: 'a column that was renamed',
    sql: 'ALTER TABLE "TBL_ADULT" RENAME COLUMN "SEX_CD" TO "SEX"',
    said: 'FATAL Table "TBL_ADULT" has no column "SEX_CD", which prisma/schema.prisma says it has. Correct the schema, or run "accord-agency init" again.',
    back: 'ALTER TABLE "TBL_ADULT" RENAME COLUMN "SEX" TO "SEX_CD"',
  },
  {
    what: 'a table that was renamed',
    sql: 'ALTER TABLE "TBL_OFF" RENAME TO "TBL_OFFICER"',
    said: 'FATAL There is no table "TBL_OFF", which prisma/schema.prisma says there is. Correct the schema, or run "accord-agency init" again.',
    back: 'ALTER TABLE "TBL_OFFICER" RENAME TO "TBL_OFF"',
  },
  {
    what: 'a number column that became text',
    sql: 'ALTER TABLE "TBL_CHILD" RENAME COLUMN "BORN" TO "OLD"; ALTER TABLE "TBL_CHILD" ADD COLUMN "BORN" TEXT DEFAULT \'1980\'; UPDATE "TBL_CHILD" SET "BORN" = \'a day in May\'',
    said: 'FATAL Column "BORN" of model Child holds a string where prisma/schema.prisma says integer. Correct the schema, or run "accord-agency init" again.',
    back: 'ALTER TABLE "TBL_CHILD" DROP COLUMN "BORN"; ALTER TABLE "TBL_CHILD" RENAME COLUMN "OLD" TO "BORN"',
  },
  {
    what: 'a view that is gone',
    sql: 'DROP VIEW "V_RISK"',
    said: 'FATAL There is no table "V_RISK", which prisma/schema.prisma says there is. Correct the schema, or run "accord-agency init" again.',
    back: '',
  },
];

describe.each(engines)('tables that differ from the schema, on %s', (engine) => {
  let open: OpenMarlin;
  beforeAll(async () => {
    open = await openMarlin(engine, 12);
  });
  afterAll(() => open.close());

  test('tables that match the schema are not reported', async () => {
    expect(await sentencesOf(marlin(open.db), open.db)).toEqual([
      'FAULT identity: 1 row has JSON that cannot be read in column "INFO" of model Adult. It is told as if nothing were there.',
    ]);
  });

  test.each(schemaMistakes)('$what', async ({ sql, said, back }) => {
    await open.run(sql);
    expect(await sentencesOf(marlin(open.db), open.db)).toEqual([said]);
    if (back) await open.run(back);
  });
});

test('a role without rights, and a server that is not there, on postgresql', async () => {
  const open = await openMarlin('postgresql', 1);
  const opened = async (url: (own: string) => string, use: (db: PrismaClient) => Promise<void>) => {
    const db = new PostgresClient({ adapter: new PrismaPg({ connectionString: url(open.url) }) });
    await use(db as PrismaClient).finally(() => db.$disconnect());
  };
  try {
    await open.run(
      'CREATE ROLE reader LOGIN PASSWORD \'pw\'; GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader; REVOKE SELECT ON "TBL_NOTE" FROM reader',
    );
    await opened(
      (own) => own.replace('postgres:pw', 'reader:pw'),
      async (db) =>
        expect(await sentencesOf(marlin(db), db)).toEqual([
          'FATAL The role in DATABASE_URL cannot read table "TBL_NOTE". Grant it SELECT on that table, or remove the model from prisma/schema.prisma.',
        ]),
    );
    await opened(
      () => 'postgresql://reader:pw@127.0.0.1:1/marlin',
      async (db) =>
        expect(await sentencesOf(marlin(db), db)).toEqual([
          'FATAL The database in DATABASE_URL does not answer. Start the database, or correct its address.',
        ]),
    );
  } finally {
    await open.close();
  }
});

type Sections = (db: PrismaClient) => Readonly<Record<string, unknown>>;

const adults = (db: PrismaClient) =>
  table({
    rows: () => db.adult.findMany({ where: { DEL: 'N' } }),
    of: ({ SITE, NO }) => `ADULT/${SITE.replace('/', '~1')}/${NO}`,
  });
const parties = (db: PrismaClient) =>
  table({ rows: () => db.party.findMany({ take: 5 }), of: ({ OWNER }) => `ADULT/${OWNER}` });
const cases = (db: PrismaClient) =>
  table({ rows: () => db.matter.findMany({ where: { CASE_NO: 'C-ALL' } }), of: () => 'ADULT/EA~1ST/1' });
const sex = codes({ M: 'MALE', F: 'FEMALE', '?': 'NOT_STATED' }, { rest: null });
const name = { given: 'Ada', family: 'Moss' };

/** Mappings with one wrong section, over a database of twelve adults and twelve children, and what the check reports. */
const mappingMistakes: readonly Readonly<{ what: string; sections: Sections; said: readonly string[] }>[] = [
  {
    what: 'a join by the wrong column',
    sections: (db) => ({
      episodes: many(table({ rows: () => db.party.findMany(), of: ({ CASE_NO }) => CASE_NO }), (row) => ({
        id: row.CASE_NO,
      })),
    }),
    said: [
      'FATAL episodes: 20 of 20 rows of model Party belong to no record that was asked for, according to "of". None of them is told. Correct "of", or the column that "rows" searches.',
    ],
  },
  {
    what: 'rows of others beside those that were asked for',
    sections: (db) => ({
      episodes: many(
        table({ rows: () => db.adult.findMany(), of: ({ NO }) => (NO > 6 ? `ADULT/WEST/${NO}` : NO) }),
        () => ({
          id: 1,
        }),
      ),
    }),
    said: [
      'FAULT episodes: 11 of 12 rows of model Adult belong to no record that was asked for, according to "of". Have "rows" load only those that were asked for.',
    ],
  },
  {
    what: 'a code told as it is',
    sections: (db) => ({
      alerts: many(cases(db), ({ CASE_NO, STAT }) => ({ id: CASE_NO, about: ['FV_RISK'], status: STAT as 'ACTIVE' })),
    }),
    said: [
      'FAULT alerts.status: 1 of 10 records give a value that is not one of ACTIVE, UNDER_REVIEW, CLOSED, ENTERED_IN_ERROR. It comes from column "STAT" of model Matter. Turn it into a value the contract has.',
    ],
  },
  {
    what: 'a day told as it is written',
    sections: (db) => ({ episodes: many(cases(db), ({ CASE_NO, OPENED }) => ({ id: CASE_NO, start: OPENED })) }),
    said: [
      'FAULT episodes.start: 1 of 10 records give a value that is not a date written YYYY-MM-DD. It comes from column "OPENED" of model Matter. Turn it into a value the contract has, or give null.',
    ],
  },
  {
    what: 'a value that was changed on its way',
    sections: (db) => ({
      episodes: many(cases(db), ({ CASE_NO, STAT, OPENED }) => ({
        id: CASE_NO,
        programme: STAT,
        start: OPENED && `on ${OPENED}`,
      })),
    }),
    said: [
      'FAULT episodes.start: 1 of 10 records give a value that is not a date written YYYY-MM-DD. It comes from column "OPENED" of model Matter. Turn it into a value the contract has, or give null.',
    ],
  },
  {
    what: 'a kind of information nobody agreed',
    sections: (db) => ({ notes: many(cases(db), ({ CASE_NO }) => ({ id: CASE_NO, about: ['WEATHER'] })) }),
    said: [
      'FAULT notes.about: 1 of 10 records give a kind of information the contract does not have. Turn it into a value the contract has.',
    ],
  },
  {
    what: 'entries without ids, and with the same',
    sections: (db) => ({
      needs: many(parties(db), ({ OWNER }) => ({ id: 'one', about: [], code: OWNER.endsWith('2') ? '3' : 'three' })),
      alerts: many(cases(db), () => ({ about: [] }) as { id: string; about: [] }),
    }),
    said: [
      'FAULT needs.id: 2 of 10 records give an id that another entry of the same record has. Turn it into a value the contract has.',
      'FAULT needs.code: 2 of 10 records give a code that is not a national reason ("three"). Turn it into a value the contract has, or give null.',
      'FAULT alerts.id: 1 of 10 records give nothing, where the contract needs a value. Turn it into a value the contract has.',
    ],
  },
  {
    what: 'a field of no contract',
    sections: (db) => ({ identity: one(adults(db), () => ({ name, shoeSize: 38 })) }),
    said: [
      'FAULT identity.shoeSize: 10 of 10 records give a field that Identity does not have in the contract. Turn it into a value the contract has, or give null.',
    ],
  },
  {
    what: 'what throws on every row',
    sections: (db) => ({
      address: one(adults(db), (row) => ({ line: (Reflect.get(row, 'ADDRESS') as { LINE: string }).LINE })),
    }),
    said: [
      'FATAL address: The mapping throws TypeError. This affects 10 of 10 records. Have it give null for such rows.',
    ],
  },
  {
    what: 'what throws on some',
    sections: (db) => ({
      address: one(parties(db), (row) => {
        if (row.CASE_NO === 'C-ALL') throw new RangeError(`no place for ${row.OWNER}`);
        return { line: null };
      }),
    }),
    said: [
      'FAULT address: The mapping throws RangeError after it read column "OWNER" of model Party. This affects 3 of 10 records. Have it give null for such rows.',
    ],
  },
  {
    what: 'what throws on some rows of a list, of which the others must not look like all',
    sections: (db) => ({
      alerts: many(parties(db), (row) => {
        if (row.CASE_NO === 'C-ALL') throw new RangeError(`no place for ${row.OWNER}`);
        return { id: row.CASE_NO, about: ['FV_RISK'] };
      }),
    }),
    said: [
      'FAULT alerts: The mapping throws RangeError after it read column "OWNER" of model Party. This affects 3 of 10 records. Correct how the column is read. A row for which the mapping gives null is told to nobody, while the list looks complete.',
    ],
  },
  {
    what: 'a statement the schema does not have',
    sections: (db) => ({
      address: one(
        table({ rows: () => db.adult.findMany({ where: { SHOE: 38 } as object }), of: () => 1 }),
        () => null,
      ),
    }),
    said: [
      'FATAL address: A statement of the mapping names "SHOE", which is not in prisma/schema.prisma. This affects 10 of 10 records. Run "npm run build": the compiler then shows where.',
    ],
  },
  {
    what: 'linkage that begins anew with every page',
    sections: (db) => ({ linkage: { page: () => marlin(db).linkage?.page(null, 5) } }),
    said: [
      'FATAL linkage: 5 of 10 records came twice. Have each page begin after the number it is given, in a stable order; otherwise a sync would never finish.',
    ],
  },
  {
    what: 'linkage of records that are not on file, with values of its own',
    sections: (db) => ({
      linkage: {
        page: async (after: string | null, size: number) =>
          ((after === null && (await marlin(db).linkage?.page(after, size))) || []).map((row) => ({
            ...{ ...row, dateOfBirth: '3/2/1980', sex: 'F' },
            number: String(row.number).replace('ADULT', 'OTHER'),
          })),
      },
    }),
    said: [
      'FATAL records: 6 of 6 records that linkage announces are not on file in "records". Have both leave out the same rows, and write numbers alike.',
      'FAULT linkage.dateOfBirth: 6 of 6 records give a value that is not a date written YYYY-MM-DD. Turn it into a value the contract has, or give null.',
      'FAULT linkage.sex: 6 of 6 records give a value that is not one of MALE, FEMALE, ANOTHER_TERM, NOT_STATED. Turn it into a value the contract has, or give null.',
    ],
  },
];

describe('mappings that are wrong', () => {
  let open: OpenMarlin;
  beforeAll(async () => {
    open = await openMarlin('sqlite', 10);
  });
  afterAll(() => open.close());

  test.each(mappingMistakes)('$what', async ({ sections, said }) => {
    const { records, linkage } = marlin(open.db);
    const { starts: _ofBoth, ...adultsOnly } = linkage ?? { page: async () => [] };
    const mapping = { id: 'marlin', records, linkage: adultsOnly, ...sections(open.db) } as Mapping;
    const found = await verifyMapping(mapping, { db: open.db, sample: 12, now });
    expect(found.filter(({ level }) => level !== 'HINT').map(({ level, sentence }) => `${level} ${sentence}`)).toEqual(
      said,
    );
  });

  test('a code beside correct ones is reported, a name in place of a code never is', async () => {
    const mapping = (column: 'SEX_CD' | 'SURNAME' | 'GIVEN'): Mapping => ({
      ...marlin(open.db),
      identity: one(adults(open.db), (row) => ({ name: null, sex: sex(row[column]) })),
    });
    await open.run(`UPDATE "TBL_ADULT" SET "SEX_CD" = 'X9' WHERE "NO" IN (1, 2, 3)`);
    const hints = async (column: 'SEX_CD' | 'SURNAME' | 'GIVEN') =>
      (await verifyMapping(mapping(column), { db: open.db, sample: 40, now }))
        .map(({ sentence }) => sentence)
        .filter((sentence) => sentence.includes('not in the map'));
    const rest = 'Such a code becomes `rest`. Add it to the map if it means something.';
    expect(await hints('SEX_CD')).toEqual([
      `identity: 3 rows have a code that is not in the map ("X9") in column "SEX_CD" of model Adult. ${rest}`,
    ]);
    expect(await hints('SURNAME')).toEqual([
      `identity: 10 rows have a code that is not in the map in column "SURNAME" of model Adult. ${rest}`,
    ]);
  });
});
