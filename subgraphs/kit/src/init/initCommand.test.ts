import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createClient } from '@libsql/client';
import { type InventedSystem, shortened, speltOut } from '../../tests/inventedSystems.ts';

// The command as it ships (`npm run build` before), on a database it has never seen.

const run = promisify(execFile);
const kit = fileURLToPath(new URL('../..', import.meta.url));
const command = join(kit, 'bin/accord-agency.js');
const bin = (name: string) => join(kit, '../../node_modules/.bin', name);
const key = '{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","alg":"EdDSA","kid":"hub"}';

type Said = Readonly<{ code: number; out: string; error: string }>;

async function init(...words: readonly string[]): Promise<Said> {
  try {
    const { stdout, stderr } = await run(process.execPath, [command, 'init', ...words], {
      cwd: folder,
      env: { ...process.env, DATABASE_URL: '' },
    });
    return { code: 0, out: stdout, error: stderr };
  } catch (error) {
    const {
      code = 1,
      stdout = '',
      stderr = '',
    } = error as Readonly<{ code?: number; stdout?: string; stderr?: string }>;
    return { code, out: stdout, error: stderr.trim() };
  }
}

let folder: string;
let database: string;

beforeAll(async () => {
  await mkdir(join(kit, 'dist'), { recursive: true });
  // Inside the kit, so that what the agency imports is found; `dist` is nobody's source.
  folder = await mkdtemp(join(kit, 'dist/init-'));
  database = await mkdtemp(join(tmpdir(), 'accord-init-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(database, { recursive: true, force: true });
});

/** Without the tables that have nothing to do with anybody, so that building takes seconds. */
async function file(name: string, { ddl, rows }: InventedSystem): Promise<string> {
  const path = join(database, `${name}.db`);
  const client = createClient({ url: `file:${path}` });
  for (const statement of [ddl, ...rows]) await client.executeMultiple(statement);
  client.close();
  return path;
}

const written = [
  'prisma/schema.prisma',
  'MAPPING.md',
  'src/agency.ts',
  'src/ownCodes.ts',
  'src/linkage.ts',
  'src/database.ts',
  'src/main.ts',
  'package.json',
  'tsconfig.json',
  'prisma.config.ts',
  '.env.example',
];

describe.each([
  ['spelt-out', speltOut, 'ParticipantID'],
  ['shortened', shortened, 'PT_NO'],
])('of the system %s', (id, system, column) => {
  let said: Said;
  beforeAll(async () => {
    said = await init('--engine', 'sqlite', '--url', await file(id, system), '--id', id, '--name', 'The Test Agency');
  });

  test('it says what it found, what it wrote and what comes next', () => {
    expect(said).toMatchObject({ code: 0, error: '' });
    expect(said.out).toMatch(/people .* %/);
    expect(said.out).toContain(`Written to ${id}: prisma/schema.prisma`);
    expect(said.out).toMatch(/Next:\n {2}cd .*\n {2}npm install && npm run build\n/);
  });

  test('no value of the tables is written or said, but codes', async () => {
    const texts = await Promise.all(written.map((path) => readFile(join(folder, id, path), 'utf8')));
    const all = [said.out, ...texts].join('\n');
    expect(all).toContain(column);
    expect(system.secrets.filter((secret) => all.includes(secret))).toEqual([]);
  });

  test('the connection stands in .env alone, which nobody else may read', async () => {
    const texts = await Promise.all(written.map((path) => readFile(join(folder, id, path), 'utf8')));
    expect(texts.join('\n')).not.toContain(database);
    expect(await readFile(join(folder, id, '.env'), 'utf8')).toContain(database);
    expect((await stat(join(folder, id, '.env'))).mode & 0o777).toBe(0o600);
  });

  test('every code map is empty until somebody says what a code means', async () => {
    const codes = await readFile(join(folder, id, 'src/ownCodes.ts'), 'utf8');
    const entries = codes.split('\n').filter((line) => /^ {4}\S/.test(line));
    expect(entries.length).toBeGreaterThan(10);
    expect(entries.filter((line) => !line.trim().startsWith('//'))).toEqual([]);
    expect(codes).toContain("'COURT_ORDER', // suggested");
  });

  test('what it wrote builds as it stands, strictly, and the agency starts', async () => {
    const cwd = join(folder, id);
    await run(bin('prisma'), ['generate', '--no-hints'], { cwd });
    await run(bin('tsc'), ['-p', '.'], { cwd }).catch((error: unknown) => {
      throw new Error(String((error as { stdout?: string }).stdout));
    });
    const settings = {
      ACCORD_PORT: '0',
      ACCORD_HUB_KEY: key,
      ACCORD_LINKAGE_SECRET: 'A'.repeat(43),
      DATABASE_URL: join(database, `${id}.db`),
    };
    const agency = spawn(process.execPath, ['dist/main.js'], { cwd, env: { ...process.env, ...settings } });
    const heard = await new Promise<string>((resolve) => {
      let text = '';
      const listen = (chunk: Buffer) => {
        text += String(chunk);
        if (/listens on/.test(text)) resolve(text);
      };
      agency.stdout.on('data', listen);
      agency.stderr.on('data', listen);
      agency.once('exit', () => resolve(text));
    });
    const gone = new Promise((resolve) => agency.once('exit', resolve));
    agency.kill();
    await gone;
    expect(heard).toContain(`${id} listens on http://127.0.0.1:`);
  });

  test('a file that is there is left alone, unless it may be replaced', async () => {
    const words = ['--engine', 'sqlite', '--url', join(database, `${id}.db`), '--id', id];
    await writeFile(join(folder, id, 'src/agency.ts'), '// mine');
    expect(await init(...words)).toMatchObject({
      code: 2,
      error: expect.stringMatching(/already has .*\. Nothing was written\. .* --force\.$/),
    });
    expect(await readFile(join(folder, id, 'src/agency.ts'), 'utf8')).toBe('// mine');
    expect((await init(...words, '--force')).code).toBe(0);
    expect(await readFile(join(folder, id, 'src/agency.ts'), 'utf8')).toContain('defineAgency');
  });
});

test.each([
  ['no engine', [], '--engine is missing'],
  [
    'an engine nobody knows',
    ['--engine', 'oracle', '--url', 'x'],
    '--engine is "oracle". Use one of postgresql, mysql, sqlite, sqlserver. For CSV extracts and FHIR servers, write the mapping yourself',
  ],
  ['no connection', ['--engine', 'mysql'], '--url is missing'],
  ['no short name', ['--engine', 'sqlite', '--url', 'x.db'], '--id is missing'],
  [
    'a file that is not there',
    ['--engine', 'sqlite', '--url', '/nowhere/x.db', '--id', 'x'],
    'There is no file /nowhere/x.db.',
  ],
  [
    'a connection that is no URL',
    ['--engine', 'postgresql', '--url', 'localhost', '--id', 'x'],
    'The connection is not a URL.',
  ],
])('%s is one sentence', async (_what, words, sentence) => {
  const said = await init(...words);
  expect(said.code).toBe(2);
  expect(said.error.startsWith(sentence)).toBe(true);
  expect(said.error).not.toContain('\n');
});

test('a file without tables, and one that is no database, are one sentence each', async () => {
  const empty = await file('empty', { ddl: 'CREATE TABLE x (a); DROP TABLE x', besides: '', rows: [], secrets: [] });
  expect(await init('--engine', 'sqlite', '--url', empty, '--id', 'x')).toMatchObject({
    code: 2,
    error: expect.stringMatching(/^This role sees no table/),
  });
  const other = join(database, 'letter.db');
  await writeFile(
    other,
    'Dear Sir or Madam, this is a letter and no database at all, however long it may be.'.repeat(20),
  );
  expect(await init('--engine', 'sqlite', '--url', other, '--id', 'x')).toMatchObject({
    code: 2,
    error: 'The file exists, but is not a SQLite database.',
  });
});

test('--json prints the proposal and writes nothing', async () => {
  const said = await init('--engine', 'sqlite', '--url', join(database, 'shortened.db'), '--json', '--out', 'nothing');
  expect(JSON.parse(said.out)).toMatchObject({
    people: { table: 'PT_MST' },
    sections: { alerts: { table: 'PT_ALRT' } },
  });
  expect(shortened.secrets.filter((secret) => said.out.includes(secret))).toEqual([]);
  await expect(stat(join(folder, 'nothing'))).rejects.toThrow('ENOENT');
});
