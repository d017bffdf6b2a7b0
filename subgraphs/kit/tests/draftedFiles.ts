import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSqliteFile } from '../src/database/createSqliteFile.ts';
import { draftAgency } from '../src/init/draftAgency.ts';

/** What `init` writes for databases made of these statements, each in a file of its own in `folder`. */
export type Drafted = Readonly<{
  folder: string;
  /** The files' texts by their paths. */
  filesOf(sql: string): Promise<ReadonlyMap<string, string>>;
  close(): Promise<void>;
}>;

export async function draftedFiles(): Promise<Drafted> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-draft-'));
  let made = 0;
  return {
    folder,
    async filesOf(sql) {
      const file = join(folder, `${++made}.db`);
      await createSqliteFile(file, sql);
      const { files } = await draftAgency({ id: 'rosella', name: 'Rosella', engine: 'sqlite', url: file }, []);
      return new Map(files.map(({ path, text }) => [path, text]));
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
