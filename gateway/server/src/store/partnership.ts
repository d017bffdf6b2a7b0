import type { Database } from './Database.ts';

export type Partnership = Readonly<{
  /** Another word whenever an agency or a proposal on file is another: what was read under this one may be kept while it stands. */
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
