import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mapping } from '@accord/kit/Mapping';
import { inventPartnership } from '@accord/people/inventPartnership';
import { figuresIn } from '@accord/seeding/figuresIn';
import { linkageOf, linkagePages } from '@accord/seeding/linkageOf';
import { toldBy, toldByEach } from '@accord/seeding/toldBy';
import { toldOf } from '@accord/seeding/toldOf';
import { everyLetter, wattle } from './agency.ts';
import { openDatabase } from './database.ts';
import type { PrismaClient } from './generated/prisma/client.ts';
import { mergedText } from './mergedAway.ts';
import { createExisting } from './seed.ts';

const partnership = inventPartnership({ seed: 11, count: 500, asOf: '2026-11-22' });
const filed = partnership.people.flatMap(({ records }) => records.filter(({ agency }) => agency === 'wattle'));

let folder: string;
let db: PrismaClient;
let mapping: Mapping;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wattle-'));
  const file = join(folder, 'wattle.db');
  await createExisting({ file, partnership: () => partnership, whenPresent: 'keep' });
  db = openDatabase(file);
  mapping = wattle(db);
});

afterAll(async () => {
  await db.$disconnect();
  await rm(folder, { recursive: true, force: true });
});

test('every filed record is told as it was filed', async () => {
  const read = await toldByEach(
    mapping,
    filed.map(({ number }) => number),
  );
  expect(read).toEqual(filed.map((record) => toldOf(record)));
});

test('a person who was merged away is nobody, and nothing of the old file is told', async () => {
  const gone = await db.person.findMany({ where: { MRG_TO: { not: null } } });
  expect(gone.length).toBeGreaterThan(0);
  for (const { PRS_NO } of gone) expect(await toldBy(mapping, String(PRS_NO))).toBeNull();
  const everything = JSON.stringify(
    await toldByEach(
      mapping,
      filed.map(({ number }) => number),
    ),
  );
  expect(everything).not.toContain(mergedText);
});

test('a number written another way is nobody', async () => {
  const number = String(filed[0]?.number);
  for (const other of [`0${number}`, ` ${number}`, `${number}.0`, `${number}e0`, '-1', '99999999999', 'x', ''])
    expect(await toldBy(mapping, other)).toBeNull();
});

test('linkage comes page by page, every record on file once', async () => {
  const pages = await linkagePages(mapping, 7);
  expect(Math.max(...pages.map((page) => page.length))).toBe(7);
  const byNumber = new Map(pages.flat().map((row) => [row.number, row]));
  expect(byNumber.size).toBe(pages.flat().length);
  expect(await mapping.linkage?.count?.()).toBe(byNumber.size);
  expect(byNumber).toEqual(new Map(filed.map((record) => [record.number, linkageOf(record)])));
});

test('figures count what is on file in the period, both days included', async () => {
  for (const period of [
    { from: '2026-01-01', to: '2026-06-30' },
    { from: '1900-01-01', to: '2026-11-22' },
    { from: filed[1]?.alerts[0]?.raisedOn ?? '2026-03-03', to: filed[1]?.alerts[0]?.raisedOn ?? '2026-03-03' },
  ]) {
    const figures = await mapping.figures?.(period);
    expect(figures && { ...figures, alerts: byCode(figures.alerts), needs: byCode(figures.needs) }).toEqual(
      figuresIn(filed, period),
    );
  }
});

test('a note whose letters were never typed, or nobody knows, is about nothing', () => {
  expect(everyLetter('HN')).toEqual(['HOUSING', 'MENTAL_HEALTH']);
  for (const letters of ['', 'H?', 'H N', 'z']) expect(everyLetter(letters)).toEqual([]);
});

const byCode = (counts: Iterable<readonly [string, number]>) => Object.fromEntries(counts);
