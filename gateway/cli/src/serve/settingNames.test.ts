import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { settingNames, unknownSettings } from './settingNames.ts';

const top = fileURLToPath(new URL('../../../../', import.meta.url));
const isLeftOut = /(^|\/)(node_modules|dist|generated|\.turbo)(\/|$)/;

/** Every setting's name in the sources of this folder whose paths match. */
const namesIn = (folder: string, fits = /\.(ts|mjs|js)$/): readonly string[] =>
  readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => fits.test(file) && !isLeftOut.test(file))
    .flatMap((file) => readFileSync(join(top, folder, file), 'utf8').match(/\bACCORD_[A-Z]+(_[A-Z]+)*\b/g) ?? []);

test('every setting that anything here reads is known', () => {
  const read = new Set(['gateway', 'subgraphs', 'schema', 'dashboard', 'tests'].flatMap((folder) => namesIn(folder)));
  const misspelt = ['ACCORD_RATE_PER_MINUT'];
  expect([...read].filter((name) => !settingNames.has(name) && !misspelt.includes(name))).toEqual([]);
  expect([...settingNames].filter((name) => !read.has(name))).toEqual([]);
});

test.each([
  ['gateway/cli/src/serve', 'gateway/server/RUNNING.md'],
  ['subgraphs/kit/src/serve', 'subgraphs/kit/README.md'],
])('what %s reads stands in the tables of settings of %s, and nothing else stands there', (folder, guide) => {
  const [, ...tables] = readFileSync(join(top, guide), 'utf8').split('| setting | what it is |');
  const rows = tables.flatMap((table) => [...(table.split('\n\n')[0] ?? '').matchAll(/^\| ([^|]+)/gm)]);
  const told = new Set(rows.flatMap(([, names]) => names?.match(/\bACCORD_[A-Z_]+/g) ?? []));
  const read = new Set(namesIn(folder, /^[^.]+\.ts$/));
  expect([...read].filter((name) => !told.has(name))).toEqual([]);
  expect([...told].filter((name) => !read.has(name))).toEqual([]);
});

test('a setting that nothing reads is found', () => {
  const env = { ACCORD_RATE_PER_MINUT: '3', ACCORD_RATE_PER_MINUTE: '3', ACCORD_HUB_KEY: '{}', PATH: '/bin' };
  expect(unknownSettings(env)).toEqual(['ACCORD_RATE_PER_MINUT']);
});
