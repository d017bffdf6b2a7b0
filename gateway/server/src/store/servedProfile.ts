import type { Database } from './Database.ts';

/** Under which profile of law the hub serves, for other programs that put something on file. */
export type ServedProfile = Readonly<{
  /** The id of the profile of the hub that was started last; null if none was started since it is put on file. */
  id: () => Promise<string | null>;
  note: (id: string) => Promise<void>;
}>;

export function servedProfile({ pool }: Pick<Database, 'pool'>): ServedProfile {
  const id = async (): Promise<string | null> => {
    const { rows } = await pool.query<{ profile: string }>('SELECT profile FROM served_profile');
    return rows[0]?.profile ?? null;
  };
  return {
    id,
    // Only where it changes: most starts have nothing new to say.
    note: async (served) => {
      if ((await id()) === served) return;
      await pool.query(
        'INSERT INTO served_profile (id, profile) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET profile = $1',
        [served],
      );
    },
  };
}
