import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { settingNames, unknownSettings } from './settingNames.ts';

const top = fileURLToPath(new URL('../../../../', import.meta.url));
const isLeftOut = /(^|\/)(node_modules|dist|generated|\.turbo)(\/|$)/;

/** Every name of a setting in the sources of this folder. */
const namesIn = (folder: string): readonly string[] =>
  readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|mjs|js)$/.test(file) && !isLeftOut.test(file))
    .flatMap((file) => readFileSync(join(top, folder, file), 'utf8').match(/\bACCORD_[A-Z]+(_[A-Z]+)*\b/g) ?? []);

test('every setting that anything here reads is known', () => {
  const read = new Set(['gateway', 'subgraphs', 'schema', 'dashboard', 'tests'].flatMap(namesIn));
  const misspelt = ['ACCORD_RATE_PER_MINUT'];
  expect([...read].filter((name) => !settingNames.has(name) && !misspelt.includes(name))).toEqual([]);
  expect([...settingNames].filter((name) => !read.has(name))).toEqual([]);
});

test('a setting that nothing reads is found', () => {
  const env = { ACCORD_RATE_PER_MINUT: '3', ACCORD_RATE_PER_MINUTE: '3', ACCORD_HUB_KEY: '{}', PATH: '/bin' };
  expect(unknownSettings(env)).toEqual(['ACCORD_RATE_PER_MINUT']);
});
