import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mapping } from '@accord/kit/Mapping';
import { inventPartnership } from '@accord/people/inventPartnership';
import { figuresIn } from '@accord/seeding/figuresIn';
import { linkageOf, linkagePages } from '@accord/seeding/linkageOf';
import { toldBy, toldByEach } from '@accord/seeding/toldBy';
import { toldOf } from '@accord/seeding/toldOf';
import { everyTopic, lorikeet } from './agency.ts';
import { type Extract, openExtract } from './extract.ts';
import { writeExtract } from './seed.ts';

// Lorikeet borrows Kestrel's invented people.
const filed = inventPartnership({ seed: 11, count: 400, asOf: '2026-11-22' }).people.flatMap(({ records }) =>
  records.filter(({ agency }) => agency === 'kestrel'),
);
const silent = { info: () => {}, warn: () => {} };
let folder: string;
let extract: Extract;
let mapping: Mapping;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-lorikeet-'));
  await writeExtract(folder, filed);
  extract = await openExtract(folder, { pollSeconds: 600, log: silent });
  mapping = lorikeet(extract);
});
afterAll(async () => {
  await extract.close();
  await rm(folder, { recursive: true });
});

test('every filed record is served as it was filed', async () => {
  const read = await toldByEach(
    mapping,
    filed.map(({ number }) => `L${number}`),
  );
  expect(read).toEqual(
    filed.map((record) => {
      const { needs: _needs, episodes: _episodes, housing: _housing, ...told } = toldOf(record);
      return told;
    }),
  );
});

test('a number spelt differently matches no record', async () => {
  const number = filed[0]?.number;
  for (const other of [`${number}`, `l${number}`, ` L${number}`, `L${number} `, `L0${number}`, '', '__proto__'])
    expect([other, await toldBy(mapping, other)]).toEqual([other, null]);
});

test('linkage comes page by page and includes every record on file once', async () => {
  const rows = (await linkagePages(mapping, 7)).flat();
  expect(rows).toHaveLength(filed.length);
  expect(new Map(rows.map((row) => [row.number, row]))).toEqual(
    new Map(filed.map((record) => [`L${record.number}`, { ...linkageOf(record), number: `L${record.number}` }])),
  );
});

test('figures count what was on file in the period', async () => {
  const period = { from: '2026-01-01', to: '2026-06-30' };
  const figures = await mapping.figures?.(period);
  const { people, alerts } = figuresIn(filed, period);
  expect({ people: figures?.people, alerts: Object.fromEntries(figures?.alerts ?? []) }).toEqual({ people, alerts });
});

test('a note with an unknown topic is about nothing', () => {
  expect(everyTopic('HOU MH')).toEqual(['HOUSING', 'MENTAL_HEALTH']);
  for (const words of [null, '', 'HOU NEW']) expect(everyTopic(words)).toEqual([]);
});
