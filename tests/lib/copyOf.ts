import { execFile } from 'node:child_process';
import { access, chmod, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const making = new Map<string, Promise<string>>();

/**
 * Copies into a folder something that would take many test files longer to make than their own tests take. It is made once per
 * run; each test file that needs it starts from a copy of the files.
 */
export async function copyOf(name: string, make: (folder: string) => Promise<void>, into: string): Promise<void> {
  const made = making.get(name) ?? madeOnce(name, make);
  making.set(name, made);
  // With all attributes: PostgreSQL refuses files that its user does not own.
  await run('cp', ['-a', `${await made}/.`, into]);
}

/** The files to copy. If two workers make them at the same time, the first to finish wins. */
async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const runFolder = process.env.ACCORD_RUN_FOLDER;
  if (!runFolder) throw new Error('ACCORD_RUN_FOLDER is not set: the tests did not begin with beginRun.mjs.');
  const made = join(runFolder, name);
  if (await isThere(made)) return made;
  const unfinished = await mkdtemp(join(runFolder, 'unfinished-'));
  await chmod(unfinished, 0o755);
  await make(unfinished);
  await rename(unfinished, made).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true });
    if (!(await isThere(made))) throw error;
  });
  return made;
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
