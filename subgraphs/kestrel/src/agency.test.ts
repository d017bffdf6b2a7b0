import type { Mapping } from '@accord/kit/Mapping';
import { inventPartnership } from '@accord/people/inventPartnership';
import { createExisting, readerUrl } from '@accord/seeding/createExisting';
import { type ThrowawayPostgres, throwawayPostgres } from '@accord/seeding/throwawayPostgres';
import { toldBy, toldByEach } from '@accord/seeding/toldBy';
import { tellsWhatIsFiled } from '../../seeding/tests/tellsWhatIsFiled.ts';
import { everyTopic, kestrel } from './agency.ts';
import { openDatabase } from './database.ts';
import type { PrismaClient } from './generated/prisma/client.ts';
import { kestrelEhr } from './seed.ts';
import { voidedText } from './tableRows.ts';

const partnership = inventPartnership({ seed: 11, count: 500, asOf: '2026-11-22' });
const filed = partnership.people.flatMap(({ records }) => records.filter(({ agency }) => agency === 'kestrel'));

let server: ThrowawayPostgres;
let db: PrismaClient;
let mapping: Mapping;

beforeAll(async () => {
  server = await throwawayPostgres();
  const { adminUrl } = server;
  await createExisting(kestrelEhr, {
    adminUrl,
    readerPassword: 'pw',
    partnership: () => partnership,
    whenPresent: 'keep',
  });
  db = openDatabase(readerUrl(adminUrl, 'kestrel', 'pw'));
  mapping = kestrel(db);
});

afterAll(async () => {
  await db.$disconnect();
  await server.stop();
});

tellsWhatIsFiled({ mapping: () => mapping, filed, without: { housing: null } });

test('a voided person has no record, and nothing voided is served', async () => {
  const gone = await db.person.findMany({ where: { voided: true } });
  expect(gone.length).toBeGreaterThan(0);
  for (const { personId } of gone) expect(await toldBy(mapping, String(personId))).toBeNull();
  const everything = JSON.stringify(
    await toldByEach(
      mapping,
      filed.map(({ number }) => number),
    ),
  );
  expect(everything).not.toContain(voidedText);
});

test('a note with an unknown topic is about nothing', () => {
  expect(everyTopic([6106, 6114])).toEqual(['HOUSING', 'HEALTH']);
  for (const topics of [[], [6106, 6199], [6106, null]]) expect(everyTopic(topics)).toEqual([]);
});

test('data quality equals a count made row by row', async () => {
  const live = { voided: false };
  const [today, yearAgo] = [new Date('2026-11-22'), new Date('2025-11-22')];
  const people = await db.person.findMany({ where: live, include: { obs: true, flags: true } });
  const alerts = await db.flag.findMany({ where: { ...live, person: live } });
  const needs = await db.obs.findMany({ where: { ...live, person: live, conceptId: 5000 } });
  const held = alerts.filter(({ status }) => ['active', 'in-review'].includes(status));
  const untouched = people.filter(({ dischargeDate, intakeDate, obs, flags }) => {
    const written = [
      ...obs.filter(({ voided }) => !voided).map(({ obsDatetime }) => obsDatetime),
      ...flags.filter(({ voided }) => !voided).map(({ dateRaised }) => dateRaised),
    ];
    return dischargeDate === null && intakeDate < yearAgo && !written.some((day) => day >= yearAgo);
  });
  expect(await mapping.dataQuality?.({ today: '2026-11-22', yearAgo: '2025-11-22' })).toEqual({
    records: people.length,
    birthDates: {
      missing: people.filter(({ birthdate }) => birthdate === null).length,
      estimated: people.filter(({ birthdateEstimated, birthdate }) => birthdateEstimated && birthdate).length,
    },
    untouched: untouched.length,
    alerts: {
      active: held.length,
      withoutReview: held.filter(({ reviewDate }) => reviewDate === null).length,
      overdue: held.filter(({ reviewDate }) => reviewDate !== null && reviewDate < today).length,
    },
    // The mapping gives every code a meaning.
    alertCodes: { all: alerts.length, unmapped: 0 },
    needCodes: { all: needs.length, unmapped: 0 },
  });
  expect(held.length).toBeGreaterThan(20);
});
