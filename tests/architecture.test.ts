import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The law of the house, held against the sources themselves.

const root = fileURLToPath(new URL('..', import.meta.url));

function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (['node_modules', 'dist', 'generated', '.turbo'].includes(entry.name)) return [];
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.test.ts') ? [path] : [];
  });
}

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const importsOf = (path: string): readonly string[] =>
  [...textOf(path).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name]) => name ?? '');

const packagesOf = (folder: string): ReadonlySet<string> =>
  new Set(readdirSync(join(root, folder)).map((name) => `@accord/${name}`));
const packageOf = (name: string): string => name.split('/').slice(0, 2).join('/');

test('there are sources to judge', () => {
  expect(sources('gateway').length).toBeGreaterThan(60);
  expect(sources('subgraphs').length).toBeGreaterThan(30);
  expect(sources('schema').length).toBeGreaterThan(40);
  expect(sources('dashboard').length).toBeGreaterThan(60);
});

test.each([
  ['gateway', 'subgraphs'],
  ['subgraphs', 'gateway'],
  ['schema', 'gateway'],
  ['schema', 'subgraphs'],
  ['dashboard', 'gateway'],
  ['dashboard', 'subgraphs'],
])('%s imports nothing of %s', (from, to) => {
  const foreign = packagesOf(to);
  const broken = sources(from).filter((path) =>
    importsOf(path).some((name) => foreign.has(packageOf(name)) || name.includes(`../${to}/`)),
  );
  expect(broken).toEqual([]);
});

test.each([
  'schema/consent/src',
  'schema/execution/src',
  'schema/linkage/src',
  'schema/people/src',
  'schema/quality/src',
  'gateway/matching/src',
])('%s is pure: no I/O, no clock, no chance', (folder) => {
  const impure =
    /\b(Date\.now|Math\.random|process\.|console\.|setTimeout|setInterval|fetch\()|new Date\(\)|from 'node:/;
  expect(sources(folder).filter((path) => impure.test(textOf(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))).toEqual(
    [],
  );
});

test("Prisma's types stay in the store, in an agency's own folder and where the kit reads what tables there are", () => {
  const outside = [...sources('gateway'), ...sources('schema'), ...sources('subgraphs/kit')].filter(
    (path) =>
      !path.startsWith('gateway/server/src/store/') &&
      !path.startsWith('subgraphs/kit/src/database/') &&
      importsOf(path).some((name) => /@prisma|generated\/prisma/.test(name)),
  );
  expect(outside).toEqual([]);
});

test.each(['@apollo/gateway', '@apollo/composition', '@apollo/query-planner', '@apollo/federation-internals'])(
  '%s is imported in one file at most',
  (name) => {
    const files = ['gateway', 'schema', 'subgraphs'].flatMap(sources).filter((path) => importsOf(path).includes(name));
    expect(files.length).toBeLessThanOrEqual(1);
  },
);
