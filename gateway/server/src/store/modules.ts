import type { Database } from './Database.ts';

/** A module of the partnership's own, as put on file at one revision. */
export type ModuleRevision = Readonly<{ name: string; revision: number; sdl: string; at: Date; by: string }>;

/** The partnership's own modules. */
export type ModulesOnFile = Readonly<{
  /** Revision of the last change; 0 where there was none. */
  revision: number;
  /** The modules in force, by name. */
  current: readonly ModuleRevision[];
  /** Every revision of the modules in force since each was last taken away, oldest first. */
  revisions: readonly ModuleRevision[];
}>;

export type Modules = Readonly<{
  /** The number of the last change: cheap, for replicas that poll it. */
  revision: () => Promise<number>;
  onFile: () => Promise<ModulesOnFile>;
  /**
   * Puts a change on file; `sdl` null takes the module away. @returns false, with nothing changed, where something else was changed since
   * revision `after`, which the change was checked against.
   */
  change: (
    change: Readonly<{ name: string; sdl: string | null; at: Date; by: string; after: number }>,
  ) => Promise<boolean>;
}>;

export function modules({ prisma, transaction }: Database): Modules {
  return {
    revision: async () => (await prisma.moduleChange.aggregate({ _max: { revision: true } }))._max.revision ?? 0,
    onFile: async () => {
      const changes = await prisma.moduleChange.findMany({ orderBy: { revision: 'asc' } });
      const byName = new Map<string, ModuleRevision[]>();
      for (const { module: name, revision, sdl, at, by } of changes) {
        if (sdl === null) byName.delete(name);
        else byName.set(name, [...(byName.get(name) ?? []), { name, revision, sdl, at, by }]);
      }
      return {
        revision: changes.at(-1)?.revision ?? 0,
        current: [...byName.values()].flatMap((all) => all.slice(-1)).sort((a, b) => (a.name < b.name ? -1 : 1)),
        revisions: [...byName.values()].flat(),
      };
    },
    change: ({ name, sdl, at, by, after }) =>
      transaction(async (connection) => {
        // Writers run one after another; readers of the modules do not wait.
        await connection.query('LOCK TABLE module_change IN SHARE ROW EXCLUSIVE MODE');
        const { rowCount } = await connection.query(
          `INSERT INTO module_change (revision, module, sdl, at, by)
           SELECT $1::int + 1, $2, $3, $4, $5 WHERE $1::int = (SELECT coalesce(max(revision), 0) FROM module_change)`,
          [after, name, sdl, at, by],
        );
        return rowCount === 1;
      }),
  };
}
