import type { Database } from './Database.ts';

export type Partnership = Readonly<{
  /** Changes whenever an agency or a proposal on file does. What was read under one revision may be cached while that revision stands. */
  revision: () => Promise<string>;
}>;

export function partnership({ pool }: Database): Partnership {
  return {
    revision: async () => {
      const { rows } = await pool.query<{ revision: string }>({
        name: 'partnership.revision',
        text: 'SELECT revision FROM partnership WHERE id = 1',
      });
      const [row] = rows;
      if (!row)
        throw new Error('The row of the partnership is gone. Something other than the hub changed the database.');
      return row.revision;
    },
  };
}
