import type { Mapping } from '@accord/kit/Mapping';
import { inventPartnership } from '@accord/people/inventPartnership';
import { createExisting, readerUrl } from '@accord/seeding/createExisting';
import { type ThrowawayPostgres, throwawayPostgres } from '@accord/seeding/throwawayPostgres';
import { toldBy, toldByEach } from '@accord/seeding/toldBy';
import { tellsWhatIsFiled } from '../../seeding/tests/tellsWhatIsFiled.ts';
import { everyKind, harbour } from './agency.ts';
import { openDatabase } from './database.ts';
import type { PrismaClient } from './generated/prisma/client.ts';
import { mistakenText } from './leftBehind.ts';
import { harbourCare } from './seed.ts';

const partnership = inventPartnership({ seed: 11, count: 500, asOf: '2026-11-22' });
const filed = partnership.people.flatMap(({ records }) => records.filter(({ agency }) => agency === 'harbour'));

let server: ThrowawayPostgres;
let db: PrismaClient;
let mapping: Mapping;

beforeAll(async () => {
  server = await throwawayPostgres();
  const { adminUrl } = server;
  await createExisting(harbourCare, {
    adminUrl,
    readerPassword: 'pw',
    partnership: () => partnership,
    whenPresent: 'keep',
  });
  db = openDatabase(readerUrl(adminUrl, 'harbour', 'pw'));
  mapping = harbour(db);
});

afterAll(async () => {
  await db.$disconnect();
  await server.stop();
});

tellsWhatIsFiled({ mapping: () => mapping, filed });

test('a deleted client has no record, and nothing deleted is served', async () => {
  const gone = await db.client.findMany({
    where: { deletedAt: { not: null } },
    include: { alerts: { where: { deletedAt: null } } },
  });
  expect(gone.length).toBeGreaterThan(0);
  for (const { id } of gone) expect(await toldBy(mapping, String(id))).toBeNull();
  const everything = JSON.stringify(
    await toldByEach(
      mapping,
      filed.map(({ number }) => number),
    ),
  );
  expect(everything).not.toContain(mistakenText);
});

test('a note of kind `UNS` (not sorted) is about nothing, whatever else is ticked', () => {
  expect(everyKind(['HOU', 'MH'])).toEqual(['HOUSING', 'MENTAL_HEALTH']);
  for (const kinds of [['UNS'], ['HOU', 'UNS'], ['HOU', 'NEW'], []]) expect(everyKind(kinds)).toEqual([]);
});

test('data quality equals a count made row by row', async () => {
  const live = { deletedAt: null };
  const [today, yearAgo] = [new Date('2026-11-22'), new Date('2025-11-22')];
  const people = await db.client.findMany({ where: live, include: { notes: true, needs: true, alerts: true } });
  const alerts = await db.alert.findMany({ where: { ...live, client: live } });
  const needs = await db.need.findMany({ where: { ...live, client: live } });
  const held = alerts.filter(({ status }) => ['open', 'in_review'].includes(status));
  const untouched = people.filter(({ exitedOn, registeredOn, notes, needs, alerts }) => {
    const written = [
      ...notes.filter(({ deletedAt }) => !deletedAt).map(({ writtenOn }) => writtenOn),
      ...needs.filter(({ deletedAt }) => !deletedAt).map(({ identifiedOn }) => identifiedOn),
      ...alerts.filter(({ deletedAt }) => !deletedAt).map(({ raisedOn }) => raisedOn),
    ];
    return exitedOn === null && registeredOn < yearAgo && !written.some((day) => day >= yearAgo);
  });
  expect(await mapping.dataQuality?.({ today: '2026-11-22', yearAgo: '2025-11-22' })).toEqual({
    records: people.length,
    birthDates: {
      missing: people.filter(({ dateOfBirth }) => dateOfBirth === null).length,
      estimated: people.filter(({ dobAccuracy, dateOfBirth }) => dobAccuracy === 'EEE' && dateOfBirth).length,
    },
    untouched: untouched.length,
    alerts: {
      active: held.length,
      withoutReview: held.filter(({ reviewDueOn }) => reviewDueOn === null).length,
      overdue: held.filter(({ reviewDueOn }) => reviewDueOn !== null && reviewDueOn < today).length,
    },
    // The mapping gives every code a meaning.
    alertCodes: { all: alerts.length, unmapped: 0 },
    needCodes: { all: needs.length, unmapped: 0 },
  });
  expect(held.length).toBeGreaterThan(20);
});
