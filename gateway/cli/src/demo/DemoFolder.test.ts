import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { demoFolder, demoFolderHere } from './DemoFolder.ts';
import { makeSecrets } from './makeSecrets.ts';

let above: string;
let agency: string;
const { ACCORD_HOME: home } = process.env;

beforeEach(async () => {
  delete process.env.ACCORD_HOME;
  above = await realpath(await mkdtemp(join(tmpdir(), 'demo-folder-')));
  agency = join(above, 'subgraphs', 'rosella');
  await mkdir(agency, { recursive: true });
});
afterEach(async () => {
  if (home === undefined) delete process.env.ACCORD_HOME;
  else process.env.ACCORD_HOME = home;
  await rm(above, { recursive: true, force: true });
});

test('a demonstration is looked for in the folder and in those above it, the nearest first', async () => {
  await mkdir(join(above, '.accord'));
  expect(demoFolder(agency)).toBe(join(above, '.accord'));
  await mkdir(join(agency, '.accord'));
  expect(demoFolder(agency)).toBe(join(agency, '.accord'));
});

test('one is made, and forgotten, in the folder itself and never above it', async () => {
  await mkdir(join(above, '.accord'));
  expect(demoFolderHere(agency)).toBe(join(agency, '.accord'));
});

test('ACCORD_HOME is where it is, wherever one stands', async () => {
  process.env.ACCORD_HOME = '/elsewhere';
  await mkdir(join(above, '.accord'));
  expect([demoFolder(agency), demoFolderHere(agency)]).toEqual(['/elsewhere', '/elsewhere']);
});

test('an agency that joins is told its settings in its own folder, and a token of its worker', async () => {
  const folder = join(above, '.accord');
  const { linkageSecret } = await makeSecrets(folder, ['harbour'], { seed: 1, count: 1, asOf: '2026-11-22' });
  await writeFile(join(folder, 'running.json'), JSON.stringify({ url: 'http://127.0.0.1:4000', databaseUrl: '' }));
  const accord = fileURLToPath(new URL('../../bin/accord.js', import.meta.url));
  const run = async (...words: readonly string[]): Promise<string> => {
    const { NODE_OPTIONS: _, ...env } = process.env;
    return (await promisify(execFile)(process.execPath, [accord, ...words], { cwd: agency, env })).stdout.trim();
  };
  expect(await run('demo', 'settings')).toMatch(
    new RegExp(
      `^ACCORD_HUB_URL=http://127.0.0.1:4000\nACCORD_HUB_KEY='\\{.*\\}'\nACCORD_LINKAGE_SECRET=${linkageSecret}$`,
    ),
  );
  expect(await run('token', '--user', 'ruth.adeyemi', '--agency', 'rosella')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
});
