/**
 * Mistakes that the compiler finds in mappings written against an agency's own client. The build checks this file; nothing runs
 * it.
 */
import { compositeKey } from '@accord/kit/compositeKey';
import { ints } from '@accord/kit/ints';
import { latest } from '@accord/kit/latest';
import { one } from '@accord/kit/section';
import { table } from '@accord/kit/table';
import { texts } from '@accord/kit/texts';
import { through } from '@accord/kit/through';
import type { PrismaClient } from './generated/sqlite/client.ts';

export function mistaken(db: PrismaClient): void {
  const wrongColumn = compositeKey({ SITE: texts, NUMBER: ints });
  const wrongType = compositeKey({ SITE: texts, NO: texts });
  // @ts-expect-error a column the table does not have
  table({ rows: () => db.adult.findMany(), of: wrongColumn.numberOf });
  // @ts-expect-error a number column is no text
  table({ rows: (numbers) => db.adult.findMany({ where: wrongType.where(numbers) }), of: (row) => row.NO });
  const parties = table({
    rows: (numbers) => db.party.findMany({ where: { OWNER: { in: texts(numbers) } } }),
    of: (row) => row.OWNER,
  });
  through(parties, {
    // @ts-expect-error a column the table does not have
    key: (row) => row.CASE,
    rows: () => db.matter.findMany(),
    of: (row) => row.CASE_NO,
  });
  through(parties, {
    key: (row) => row.CASE_NO,
    // @ts-expect-error a text key into a number column
    rows: (keys) => db.adult.findMany({ where: { NO: { in: keys } } }),
    of: (row: { NO: number }) => row.NO,
  });
  // @ts-expect-error a column the table does not have
  latest(parties, (row) => row.VERSION);
  // @ts-expect-error a section takes what the table gives
  one(parties, (row) => ({ line: row.LINE }));
}
