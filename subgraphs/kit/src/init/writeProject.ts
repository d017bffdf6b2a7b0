import type { Engine } from '../database/Catalogue.ts';
import { sqlitePath } from '../database/readOnlyUrl.ts';
import { identifier } from './identifier.ts';
import { importLine, prismaClientLine } from './importLine.ts';

/** A file to write, under the agency's folder. `secret`: readable by its owner only. */
export type DraftFile = Readonly<{ path: string; text: string; secret?: true }>;

export type AgencyGiven = Readonly<{ id: string; name: string; engine: Engine; url: string }>;

const adapters = {
  postgresql: ['PrismaPg', '@prisma/adapter-pg', 'postgresql://reader:password@127.0.0.1:5432/database'],
  mysql: ['PrismaMariaDb', '@prisma/adapter-mariadb', 'mysql://reader:password@127.0.0.1:3306/database'],
  sqlite: ['PrismaLibSql', '@prisma/adapter-libsql', 'file:/path/to/records.db'],
  sqlserver: [
    'PrismaMssql',
    '@prisma/adapter-mssql',
    'sqlserver://127.0.0.1:1433;database=records;user=reader;password=password;encrypt=true',
  ],
} as const;

/** What an agency's folder has beside its mapping: how it is built, opened, set and run. */
export function writeProject({ id, engine, url }: AgencyGiven): readonly DraftFile[] {
  const [adapter, adapterPackage, example] = adapters[engine];
  const called = identifier(id);
  const opening = openingText(engine, adapter, adapterPackage);
  return [
    {
      path: 'src/database.ts',
      text: `${opening.imports.join('\n')}
${prismaClientLine}

/**
 * The agency's database, for reading. Connects on the first query; close it with \`$disconnect()\`.
 *
 * By \`sparing\` only the columns that the mapping reads are loaded; by \`watched\`
 * \`accord-agency check\` sees which tables are read whole.
 */
export const openDatabase = (url: string, limits?: DatabaseLimits): PrismaClient =>
  sparing(new PrismaClient({ adapter: watched(${opening.adapter}) }));
`,
    },
    { path: 'src/main.ts', text: mainText(engine, called) },
    {
      path: 'package.json',
      text: `${JSON.stringify(
        {
          name: `@accord/${id}`,
          version: '0.1.0',
          private: true,
          type: 'module',
          scripts: { build: 'prisma generate --no-hints && tsc -p .' },
          dependencies: {
            '@accord/contract': '*',
            '@accord/kit': '*',
            [adapterPackage]: '7.10.0',
            '@prisma/client': '7.10.0',
          },
          devDependencies: { '@types/node': '^20.19.0', prisma: '7.10.0', typescript: '7.0.2' },
        },
        null,
        2,
      )}\n`,
    },
    {
      path: 'tsconfig.json',
      text: `${JSON.stringify(
        {
          compilerOptions: {
            ...{ target: 'ES2022', lib: ['ES2022'], module: 'nodenext', moduleResolution: 'nodenext', types: ['node'] },
            ...{
              strict: true,
              noUncheckedIndexedAccess: true,
              exactOptionalPropertyTypes: true,
              verbatimModuleSyntax: true,
            },
            ...{
              isolatedModules: true,
              allowImportingTsExtensions: true,
              rewriteRelativeImportExtensions: true,
              skipLibCheck: true,
            },
            ...{ rootDir: 'src', outDir: 'dist' },
          },
          include: ['src'],
        },
        null,
        2,
      )}\n`,
    },
    {
      path: 'prisma.config.ts',
      text: `// \`prisma generate\` would download a schema engine that it never uses. Any existing file in its place prevents that.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
process.env.CHECKPOINT_DISABLE ??= '1';

import { defineConfig } from 'prisma/config';

export default defineConfig({ schema: 'prisma/schema.prisma' });
`,
    },
    { path: '.gitignore', text: 'node_modules\ndist\nsrc/generated\n.env\n' },
    { path: '.env.example', text: settings(example) },
    { path: '.env', text: settings(settled(engine, url)), secret: true },
  ];
}

/**
 * How the adapter is made. Prisma's own for MariaDB fails on every row of a read where one holds `0000-00-00 00:00:00`, and such a row
 * may come years after a sample had none: so the kit's.
 */
function openingText(
  engine: Engine,
  adapter: string,
  adapterPackage: string,
): Readonly<{ imports: readonly string[]; adapter: string }> {
  const besides = [
    importLine(['sparing'], '@accord/kit/database/sparing'),
    importLine(['watched'], '@accord/kit/database/watched'),
  ];
  const options = '@accord/kit/database/adapterOptions';
  if (engine === 'mysql')
    return {
      imports: [
        importLine(['type DatabaseLimits'], options),
        importLine(['mariaDb'], '@accord/kit/database/mariaDb'),
        ...besides,
      ],
      adapter: 'mariaDb(url, limits)',
    };
  return {
    imports: [
      importLine(['adapterOptions', 'type DatabaseLimits'], options),
      ...besides,
      importLine([adapter], adapterPackage),
    ],
    adapter: `new ${adapter}(adapterOptions('${engine}', url, limits))`,
  };
}

const mainText = (
  engine: Engine,
  called: string,
): string => `${importLine(['readDatabaseLimits', 'readDatabaseUrl'], '@accord/kit/serve/readSettings')}
${importLine(['runAgency'], '@accord/kit/serve/runAgency')}
${importLine([called], './agency.ts')}
${importLine(['openDatabase'], './database.ts')}

await runAgency(async () => {
  const db = openDatabase(readDatabaseUrl(process.env), readDatabaseLimits(process.env));
  return { mapping: ${called}(db), reads: { db, engine: '${engine}' }, close: () => db.$disconnect() };
});
`;

/** The agency's program runs in a folder of its own, where a path from here would lead elsewhere. */
const settled = (engine: Engine, url: string): string => (engine === 'sqlite' ? `file:${sqlitePath(url)}` : url);

const settings = (url: string): string => `# The database, with a role that can only read.
DATABASE_URL='${url.replaceAll("'", '%27')}'
# The port on which this agency listens.
ACCORD_PORT=4200
# The hub's public key (JWK) and the partnership's linkage secret (32 bytes in base64url). Ask the partnership for both.
ACCORD_HUB_KEY=
ACCORD_LINKAGE_SECRET=
`;
