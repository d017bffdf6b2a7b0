import { defineAgency } from '../mapping/Mapping.ts';
import { checkExtract } from './checkExtract.ts';

const agencyWith = (leftOut: number, waiting: string | null) =>
  defineAgency({
    ...{ id: 'lorikeet', records: { rowsOf: async () => [] } },
    extract: () => ({ asOf: null, open: true, leftOut, waiting }),
  });

test('files that are waiting and rows that were left out are to be mended; whole files are nothing to tell', () => {
  const told = (leftOut: number, waiting: string | null) =>
    checkExtract(agencyWith(leftOut, waiting)).map(({ found }) => found);
  expect(told(0, null)).toEqual([]);
  expect(told(2, 'alerts.csv is missing.')).toEqual(['alerts.csv is missing.', '2 rows could not be read.']);
});
