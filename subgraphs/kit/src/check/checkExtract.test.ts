import { defineAgency } from '../mapping/Mapping.ts';
import { checkAgency } from './checkAgency.ts';
import { checkExtract } from './checkExtract.ts';

const agencyWith = (leftOut: number, waiting: string | null) =>
  defineAgency({
    ...{ id: 'lorikeet', records: { rowsOf: async () => [] } },
    extract: () => ({ asOf: null, open: true, leftOut, waiting }),
  });

test('files that are waiting and rows that were left out are to be mended; whole files are nothing to tell', async () => {
  const told = async (leftOut: number, waiting: string | null) =>
    (await checkExtract(agencyWith(leftOut, waiting))).map(({ found }) => found);
  expect(await told(0, null)).toEqual([]);
  expect(await told(2, 'alerts.csv is missing.')).toEqual(['alerts.csv is missing.', '2 rows could not be read.']);
});

test('where the files are not told, a check says why and nothing else', async () => {
  const sentence = 'clients.csv is missing, or cannot be read.';
  const closed = defineAgency({
    ...agencyWith(0, null),
    records: { rowsOf: () => Promise.reject(new Error('There is nothing to tell.')) },
    extract: () => ({ asOf: null, open: false, leftOut: 0, waiting: sentence }),
  });
  const { findings } = await checkAgency(closed, { now: new Date('2026-11-22T00:00:00Z'), most: 10 });
  expect(findings.map(({ found }) => found)).toEqual([sentence]);
});

test('rows of which nobody is told are to be looked at, by file and column', async () => {
  const of = { file: 'alerts.csv', column: 'CLIENT NO', people: 'clients.csv' };
  const strays = async () => [
    { ...of, rows: 2 },
    { ...of, rows: 1, merged: true as const },
  ];
  const [finding, behind] = await checkExtract({
    ...agencyWith(0, null),
    extract: () => ({ asOf: null, open: true, leftOut: 0, waiting: null, strays }),
  });
  expect(finding).toMatchObject({ check: 'DEAD_REFERENCES', gravity: 'LOOK', where: 'alerts.csv, column "CLIENT NO"' });
  expect(finding?.found).toBe('2 rows refer to nobody in clients.csv, so they are told to nobody.');
  expect(behind?.found).toBe('1 row belongs to somebody who was merged into another record, according to clients.csv.');
});
