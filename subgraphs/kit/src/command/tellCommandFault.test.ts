import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { tellCommandFault } from './tellCommandFault.ts';

const bin = fileURLToPath(new URL('../../bin/accord-agency.js', import.meta.url));
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-command-'));
  await writeFile(join(folder, 'file'), '');
  await mkdir(join(folder, 'folder/.env'), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

const command = (words: readonly string[], cwd = folder) =>
  promisify(execFile)(process.execPath, [bin, ...words], { cwd, env: { PATH: process.env.PATH } });

const secret = 'Passw0rd';

test.each<readonly [string, readonly string[], RegExp]>([
  [
    'a key into no folder',
    ['keys', '--public', 'no/key.json'],
    /^no\/key\.json cannot be read or written: .* does not exist \(ENOENT\)\.$/,
  ],
  [
    'an example into no folder',
    ['example', 'no/example.db'],
    /^no\/example\.db cannot be created\. Check that its folder exists/,
  ],
  [
    'a program that is a folder',
    ['serve', '--program', 'folder'],
    /^There is no folder here\. In your agency's folder/,
  ],
  [
    'a doctor’s key into no folder',
    ['doctor', '--make-key', 'no/key.json'],
    /^The key could not be written to no\/key\.json \(ENOENT\)\.$/,
  ],
  [
    'a connection that is none',
    ['init', '--engine', 'sqlserver', '--url', `sqlserver://;password=${secret}`, '--id', 'rosella'],
    /^The connection is not one to SQL Server. Write it as sqlserver:\/\/host:1433;database=/,
  ],
  [
    'a user who is badly written',
    ['init', '--engine', 'postgresql', '--url', `postgresql://a%zz:${secret}@127.0.0.1:1/records`, '--id', 'rosella'],
    /^No database answers at 127\.0\.0\.1:1\. Start it/,
  ],
])('where a command fails it says one sentence, and no more: %s', async (_what, words, said) => {
  const failed = await command(words).catch((error: unknown) => error);
  const { code, stderr, stdout } = failed as Readonly<{ code: number; stderr: string; stdout: string }>;
  expect(stderr.trimEnd()).toMatch(said);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).not.toContain(secret);
});

test('where settings cannot be read, no key is made', async () => {
  await expect(command(['keys'], join(folder, 'folder'))).rejects.toMatchObject({
    ...{ code: 2, stdout: '', stderr: 'A file cannot be read: it is a folder, not a file.\n' },
  });
});

test('an agency’s folder that cannot be made is told by its path', async () => {
  await command(['example', 'example.db']);
  await expect(
    command(['init', '--engine', 'sqlite', '--url', 'example.db', '--id', 'rosella', '--out', 'file']),
  ).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^\/.*\/file\/prisma cannot be read or written: .*\(ENOTDIR\)\.\n$/),
  });
});

test('of what has no words of the kit’s neither words nor what hangs on it are told', () => {
  const thrown = Object.assign(new TypeError('Ada Moss\n    at 1 Example Street (home)'), {
    code: 'X1',
    connection: secret,
  });
  const { sentence, mendable } = tellCommandFault(thrown);
  expect(mendable).toBe(false);
  expect(sentence).toMatch(
    /^The command ended with an unexpected error: TypeError X1 \(at .*tellCommandFault\.test\.ts/,
  );
  expect(sentence).not.toMatch(/Ada|Example Street|Passw0rd/);
});

test('keys whose public half cannot be written are not kept, so that the command can be run again', async () => {
  await expect(command(['keys', '--public', 'no/key.json'])).rejects.toMatchObject({ code: 2 });
  await expect(readFile(join(folder, '.env'))).rejects.toMatchObject({ code: 'ENOENT' });
  await command(['keys']);
  expect(await readFile(join(folder, '.env'), 'utf8')).toContain('ACCORD_AGENCY_KEY=');
});
