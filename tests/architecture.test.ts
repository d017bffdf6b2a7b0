import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codes } from '@accord/contract/codes';
import { legalSdl } from './lib/legalModule.ts';

// Checks the sources themselves against the law of ARCHITECTURE.md.

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

test('there are sources to check', () => {
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
])('%s is pure: no I/O, no clock, no randomness', (folder) => {
  const impure =
    /\b(Date\.now|Math\.random|process\.|console\.|setTimeout|setInterval|fetch\()|new Date\(\)|from 'node:/;
  expect(sources(folder).filter((path) => impure.test(textOf(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))).toEqual(
    [],
  );
});

test("Prisma's types stay in the store, in an agency's own folder and where the kit reads which tables there are", () => {
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

/** The modules that a file loads when it starts: neither imports of types alone nor dynamic imports. */
const loadedBy = (path: string): readonly string[] =>
  [...textOf(path).matchAll(/^(?:import|export)\s+(?!type\b)(?:[\w*{][^'"();=]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)].map(
    ([, name]) => name ?? '',
  );

/** The source file of one of our own modules, by the exports of its package; undefined for anybody else's. */
function sourceOf(name: string, from: string): string | undefined {
  if (name.startsWith('.')) return join(dirname(from), name);
  if (!name.startsWith('@accord/')) return undefined;
  const [, folder = '', ...inside] = name.split('/');
  const home = ['gateway', 'schema', 'subgraphs'].find((one) => packagesOf(one).has(packageOf(name)));
  const { exports } = JSON.parse(textOf(`${home}/${folder}/package.json`)) as { exports: Record<string, Door> };
  const door = `./${inside.slice(0, -1).join('/')}/*`;
  const [words, at] = exports[door] ? [inside.slice(-1), exports[door]] : [inside, exports['./*']];
  return join(`${home}/${folder}`, at?.default ?? '')
    .replace('/dist/', '/src/')
    .replace('*.js', `${words.join('/')}.ts`);
}

type Door = Readonly<{ default: string }>;

/** The third-party packages that are loaded with a file, directly or through other files. */
function packagesLoadedWith(path: string): readonly string[] {
  const [seen, packages] = [new Set([path]), new Set<string>()];
  for (const file of seen)
    for (const name of loadedBy(file)) {
      const source = sourceOf(name, file);
      if (source !== undefined) seen.add(source);
      else if (!name.startsWith('node:'))
        packages.add(name.startsWith('@') ? packageOf(name) : (name.split('/')[0] ?? ''));
    }
  return [...packages].sort();
}

test('a command shows its help before any of its code is loaded', () => {
  const commands = [...sources('gateway/cli/src'), ...sources('subgraphs/kit/src/command')].filter((path) =>
    /\/(register\w+|accord|accordAgency)\.ts$/.test(path),
  );
  expect(commands.length).toBeGreaterThan(30);
  const loading = commands.map((path) => [path, packagesLoadedWith(path).filter((name) => name !== 'commander')]);
  expect(loading.filter(([, packages]) => packages?.length !== 0)).toEqual([]);
});

test('a command that only looks into the store loads neither GraphQL nor anything that answers and asks over the network', () => {
  const commands = ['onStore', 'agency/listAgencies', 'ledger/verifyLedger', 'ledger/hubKeysHere'];
  const packages = commands.flatMap((name) => packagesLoadedWith(`gateway/cli/src/${name}.ts`));
  expect(packages).toEqual(expect.arrayContaining(['@prisma/adapter-pg', 'pg', 'jose']));
  expect(packages.filter((name) => /graphql|apollo|undici|fastify/.test(name))).toEqual([]);
});

/** The paths of the documents. */
function documents(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist', 'generated', '.turbo', '.git', '.accord'].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return documents(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

/** The anchors of a document's headings, as its rendered page has them. */
const headingsOf = (path: string): readonly string[] =>
  [...textOf(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );

test('every link of a document to another file or heading leads there', () => {
  const paths = [...documents('.')].filter((path) => !path.startsWith('subgraphs/rosella/'));
  expect(paths).toEqual(expect.arrayContaining(['README.md', 'schema/contract/API.md', 'subgraphs/kit/README.md']));
  const dead = paths.flatMap((path) =>
    [...textOf(path).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)].flatMap(([link, to = '', heading]) => {
      const file = to === '' ? path : join(dirname(path), to);
      const isThere = existsSync(join(root, file)) && (heading === undefined || headingsOf(file).includes(heading));
      return isThere ? [] : [`${path} ${link}`];
    }),
  );
  expect(dead).toEqual([]);
});

test('the guide for front ends says what to do for every error code, and lists no others', () => {
  const rows =
    textOf('schema/contract/API.md')
      .split('## Errors')[1]
      ?.match(/^\| `.*$/gm) ?? [];
  const told = rows.flatMap((row) => row.split('|')[1]?.match(/[A-Z_]{5,}/g) ?? []);
  const usual = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'OPERATION_RESOLUTION_FAILURE'];
  expect([...told].sort()).toEqual([...Object.keys(codes), ...usual].sort());
});

/** The first cell of each row of a document's tables. */
const firstCells = (path: string): readonly string[] =>
  [...textOf(path).matchAll(/^\| (`[^|]*) \|/gm)].map(([, cell]) => cell ?? '');

test.each([
  ['accord', 'gateway/cli/src', 'gateway/server/RUNNING.md'],
  ['accord-agency', 'subgraphs/kit/src/command', 'subgraphs/kit/README.md'],
])('every command of %s is in the table of its guide', (name, folder, guide) => {
  const rows = firstCells(guide).filter((cell) => cell.startsWith(`\`${name} `));
  const said = rows.flatMap((cell) => {
    const [first = '', ...others] = [...cell.matchAll(/`([a-z -]+[a-z])/g)].map(([, words = '']) => words);
    const words = first.split(' ');
    return [
      first,
      ...others.map((other) => (words.length > 2 ? `${words.slice(0, 2).join(' ')} ${other}` : `${name} ${other}`)),
    ];
  });
  const made = sources(folder)
    .filter((path) => /\/register\w+\.ts$/.test(path))
    .flatMap((path) => [...textOf(path).matchAll(/(\w+)\s*\.command\('([a-z]+)/g)])
    .map(([, of, word]) => (of === 'program' ? `${name} ${word}` : `${name} ${of} ${word}`))
    .filter((command, _, all) => !all.some((other) => other.startsWith(`${command} `)));
  const ofPrograms = name === 'accord' ? [] : ['serve', 'connect', 'sync', 'check', 'preview', 'audit'];
  expect(made.length).toBeGreaterThan(6);
  expect([...said].sort()).toEqual([...made, ...ofPrograms.map((word) => `${name} ${word}`)].sort());
});

test('a hub accepts the module that the guide for agencies shows', () => {
  // tests/livingTogether adds this module to a running hub.
  expect(textOf('subgraphs/kit/README.md')).toContain(`\`\`\`graphql\n${legalSdl}\`\`\``);
});
