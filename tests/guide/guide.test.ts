import { execFile } from 'node:child_process';
import { mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

// The kit's guide, followed by somebody who has just cloned the repository: everything it shows as printed must be printed.

const root = fileURLToPath(new URL('../..', import.meta.url));
const guide = await readFile(join(root, 'subgraphs/kit/README.md'), 'utf8');

/** The code blocks under a heading that begins like this, unchanged. */
function blocksUnder(heading: string): readonly string[] {
  const from = guide.indexOf(`\n### ${heading}`);
  if (from < 0) throw new Error(`The guide has no heading ${heading}`);
  const section = guide.slice(from + 1).split(/\n##+ /)[0] ?? '';
  return [...section.matchAll(/```\w*\n([\s\S]*?)\n```/g)].map(([, block]) => block ?? '');
}

let folder: string;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'guide-')));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const run = promisify(execFile);

/** Runs a line of the guide in the folder it names. Returns what it printed, whatever its exit code. */
async function follow(line: string, where = folder): Promise<string> {
  const { DATABASE_URL: _, ...env } = process.env;
  try {
    const { stdout } = await run('bash', ['-c', line], {
      cwd: where,
      env: {
        ...env,
        PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
        NODE_OPTIONS: '',
      },
    });
    return stdout.trimEnd();
  } catch (error) {
    const printed: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'stdout') : undefined;
    if (typeof printed === 'string' && printed !== '') return printed.trimEnd();
    throw error;
  }
}

/** Compares lines; an ellipsis by which the guide shortens a block stands for any lines. */
function expectPrinted(printed: string, shown: string): void {
  let rest = printed;
  for (const part of shown.split(/\n?^ *…$\n?/m)) {
    const at = rest.indexOf(part);
    if (at < 0) expect(rest).toContain(part);
    rest = rest.slice(at + part.length);
  }
}

test('the example is read, built, checked and looked at as the guide says', async () => {
  await follow(/^npx accord-agency example .*?(?= #|$)/m.exec(guide)?.[0] ?? 'false');

  const [init = '', printedByInit = ''] = blocksUnder('1.');
  expectPrinted(await follow(init), printedByInit);

  // Step 2, by hand: every suggestion is accepted, and the rest is as in the guide.
  const [codes = '', status = ''] = blocksUnder('2.');
  const agency = join(folder, 'rosella');
  const own = await readFile(join(agency, 'src/ownCodes.ts'), 'utf8');
  for (const line of codes.split('\n')) expect(own).toContain(line);
  expect(await readFile(join(agency, 'src/agency.ts'), 'utf8')).toContain(status);
  await writeFile(join(agency, 'src/ownCodes.ts'), own.replaceAll(/^( *)\/\/ ('.*\/\/ suggested)/gm, '$1$2'));

  await follow('npm run build', agency);
  const [, printedByCheck = '', , printedByPreview = ''] = blocksUnder('3.');
  expectPrinted(await follow('accord-agency check', agency), printedByCheck);
  expectPrinted(await follow('accord-agency preview 7001', agency), printedByPreview);
});
