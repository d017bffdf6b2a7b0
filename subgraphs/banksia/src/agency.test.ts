import { randomBytes } from 'node:crypto';
import { assertReadOnly } from '@accord/kit/database/assertReadOnly';
import { mariaDb } from '@accord/kit/database/mariaDb';
import type { Mapping } from '@accord/kit/Mapping';
import { inventPartnership } from '@accord/people/inventPartnership';
import { figuresIn } from '@accord/seeding/figuresIn';
import { linkageOf, linkagePages } from '@accord/seeding/linkageOf';
import { toldBy, toldByEach } from '@accord/seeding/toldBy';
import { toldOf } from '@accord/seeding/toldOf';
import { describeMariaDb } from '../../kit/tests/mariaDbHere.ts';
import { banksia } from './agency.ts';
import { openDatabase } from './database.ts';
import { PrismaClient } from './generated/prisma/client.ts';
import { everyTopic } from './personSections.ts';
import { createBanksia, type Seeded } from './seed.ts';
import { filedAt, mistakenText, tableRows } from './tableRows.ts';

const asOf = '2026-11-22';
// Harbour's invented people serve as Banksia's; one has the letters and signs an old table may not hold.
const invented = inventPartnership({ seed: 11, count: 150, asOf })
  .people.flatMap(({ records }) => records.filter(({ agency }) => agency === 'harbour'))
  .map((record, nth) =>
    nth === 1
      ? {
          ...record,
          spelling: { ...record.spelling, given: 'Zoë 🌻', family: 'Nguyễn' },
          place: { line: 'Straße 3, Château Île', suburb: 'Weiß', state: 'VIC' as const, postcode: '3000' },
          notes: [
            {
              id: 1,
              writtenOn: '2026-02-03',
              writtenBy: record.worker.login,
              text: `😀${'ö'.repeat(70_000)}`,
              about: ['HEALTH', 'AOD'],
              describesFamilyViolence: false,
            },
          ],
        }
      : record,
  );
const filed = filedAt(invented, asOf);

describeMariaDb('CareTrack on a real MariaDB', () => {
  let seeded: Seeded;
  let db: PrismaClient;
  let mapping: Mapping;

  beforeAll(async () => {
    const name = `accord_banksia_${randomBytes(4).toString('hex')}`;
    const rows = tableRows(filed);
    seeded = await createBanksia({
      adminUrl: 'mysql://root@127.0.0.1:3306/',
      name,
      readerPassword: "it's / a %40",
      rows,
    });
    db = openDatabase(seeded.url);
    mapping = banksia(db);
  });
  afterAll(async () => {
    await db?.$disconnect();
    await seeded?.drop();
  });

  test('every filed record is told as it was filed, parents and children, with umlauts, emoji and days that are none', async () => {
    expect(filed.some(({ number }) => number.startsWith('CHILD/'))).toBe(true);
    expect(filed.some(({ record }) => record.spelling.dateOfBirth === null)).toBe(true);
    const read = await toldByEach(
      mapping,
      filed.map(({ number }) => number),
    );
    expect(read).toEqual(
      filed.map(({ record }) => {
        const { housing: _housing, episodes: _episodes, ...told } = toldOf(record);
        return told;
      }),
    );
  });

  test('what is not active is told nowhere, nor whoever it belongs to', async () => {
    const gone = await db.parent.findMany({ where: { active: false } });
    expect(gone.length).toBeGreaterThan(0);
    for (const { id } of gone) expect(await toldBy(mapping, `PARENT/${id}`)).toBeNull();
    expect(await db.concern.count({ where: { details: mistakenText, active: true } })).toBeGreaterThan(0);
    const everything = JSON.stringify(
      await toldByEach(
        mapping,
        filed.map(({ number }) => number),
      ),
    );
    expect(everything).not.toContain(mistakenText);
  });

  test('a number written another way is nobody, though MariaDB compares without case and blanks', async () => {
    const [parent] = filed.filter(({ number }) => number.startsWith('PARENT/'));
    const [child] = filed.filter(({ number }) => number.startsWith('CHILD/'));
    const own = parent?.number.slice(7) ?? '';
    for (const other of [
      own,
      `PARENT/${own.toUpperCase()}`,
      `PARENT/${own} `,
      `parent/${own}`,
      `CHILD/${own}`,
      `${child?.number} `,
      child?.number.replace('/', '//') ?? '',
      `PARENT/${child?.number.slice(6)}`,
    ])
      expect([other, await toldBy(mapping, other)]).toEqual([other, null]);
  });

  test('linkage comes page by page, every record on file once', async () => {
    const rows = (await linkagePages(mapping, 7)).flat();
    expect(rows).toHaveLength(filed.length);
    expect(await mapping.linkage?.count?.()).toBe(filed.length);
    expect(new Map(rows.map((row) => [row.number, row]))).toEqual(
      new Map(filed.map(({ record, number }) => [number, { ...linkageOf(record), number }])),
    );
  });

  test('figures count what is on file in the period, both days included', async () => {
    for (const period of [
      { from: '2026-01-01', to: '2026-06-30' },
      { from: '1900-01-01', to: asOf },
    ]) {
      const figures = await mapping.figures?.(period);
      const byCode = (counts: Iterable<readonly [string, number]> = []) => Object.fromEntries(counts);
      expect({ people: figures?.people, alerts: byCode(figures?.alerts), needs: byCode(figures?.needs) }).toEqual(
        figuresIn(
          filed.map(({ record }) => record),
          period,
        ),
      );
    }
  });

  test('the number of statements does not grow with the number of records', async () => {
    const sent: string[] = [];
    const counted = new PrismaClient({ adapter: mariaDb(seeded.url), log: [{ emit: 'event', level: 'query' }] });
    counted.$on('query', ({ query }) => sent.push(query));
    const asked = async (count: number): Promise<number> => {
      sent.length = 0;
      const batch = { now: new Date(0) };
      const { identity, alerts, notes, needs } = banksia(counted);
      for (const section of [identity, alerts, notes, needs])
        await Promise.all(filed.slice(0, count).map(({ number }) => section?.of(number, batch)));
      return sent.length;
    };
    const some = await asked(20);
    expect(some).toBeGreaterThan(0);
    expect(await asked(200)).toBe(some);
    await counted.$disconnect();
  });

  test('the reader cannot write, and a user who can is found out at the start', async () => {
    await assertReadOnly(db, 'mysql', 'Banksia');
    const admin = openDatabase(seeded.adminUrl);
    await expect(assertReadOnly(admin, 'mysql', 'Banksia')).rejects.toThrow('Use a user with SELECT only');
    await admin.$disconnect();
    await expect(db.parent.updateMany({ data: { phone: '' } })).rejects.toThrow();
    await expect(db.$executeRawUnsafe('CREATE TABLE mine (id int)')).rejects.toThrow();
  });
});

test('a note with a topic nobody knows is about nothing', () => {
  expect(everyTopic('housing,mental')).toEqual(['HOUSING', 'MENTAL_HEALTH']);
  for (const words of ['', 'housing,new']) expect(everyTopic(words)).toEqual([]);
});
