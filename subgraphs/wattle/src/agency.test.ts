import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mapping } from '@accord/kit/Mapping';
import { inventPartnership } from '@accord/people/inventPartnership';
import { toldBy, toldByEach } from '@accord/seeding/toldBy';
import { tellsWhatIsFiled } from '../../seeding/tests/tellsWhatIsFiled.ts';
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

tellsWhatIsFiled({ mapping: () => mapping, filed });

test('a person who was merged away has no record, and nothing of the old file is served', async () => {
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

test('a note without letters, or with an unknown letter, is about nothing', () => {
  expect(everyLetter('HN')).toEqual(['HOUSING', 'MENTAL_HEALTH']);
  for (const letters of ['', 'H?', 'H N', 'z']) expect(everyLetter(letters)).toEqual([]);
});
