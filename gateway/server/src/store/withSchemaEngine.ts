import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as schemaEngine from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { messageOf } from '../postgres/messageOf.ts';
import { migrationAdapter } from './migrationAdapter.ts';

/** Node has it, but the type declarations we build with do not. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Readonly<Record<string, object>>,
  ): Promise<Readonly<{ instance: Readonly<{ exports: Readonly<Record<string, unknown>> }> }>>;
};

const require = createRequire(import.meta.url);
const loaded = Symbol.for('accord.schemaEngine');
/** The engine's package holds one instance per process, whichever copy of this module loaded it. */
const ofThisProcess = globalThis as { [loaded]?: Promise<void> };

/**
 * Runs `use` with Prisma's schema engine, as WebAssembly in this process on the driver the store uses. It is the engine behind `prisma
 * migrate`, without the binary which that command downloads.
 *
 * @param url of the database. @param schema the text of schema.prisma. @throws what PostgreSQL said of a failed script, and which migration
 * it belongs to.
 */
export async function withSchemaEngine<T>(
  url: string,
  schema: string,
  use: (engine: schemaEngine.SchemaEngine) => Promise<T>,
): Promise<T> {
  ofThisProcess[loaded] ??= load();
  await ofThisProcess[loaded];
  const pool = new pg.Pool({ connectionString: url, max: 2, connectionTimeoutMillis: 10_000 });
  pool.on('error', () => undefined);
  try {
    let why: unknown;
    const factory = migrationAdapter(pool, (error) => {
      why = error;
    });
    const adapter = bindMigrationAwareSqlAdapterFactory(factory);
    const log = () => undefined;
    const engine = await schemaEngine.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, log, adapter);
    try {
      return await use(engine);
    } catch (error) {
      throw why === undefined ? error : scriptFault(why, error);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

/** PostgreSQL's own message, with the migration's name from the engine's error. */
function scriptFault(why: unknown, told: unknown): Error {
  const [, name] = /migration_name="(\w+)"/.exec(messageOf(told)) ?? [];
  return new Error(`${messageOf(why)} (migration ${name ?? 'unknown'}; none of it was applied)`, { cause: why });
}

/** Loads the .wasm file ourselves: the package's own entry imports it as a module, for which Node needs a flag. */
async function load(): Promise<void> {
  const folder = dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const bytes = await readFile(join(folder, 'schema_engine_bg.wasm'));
  // The engine reports a panic here before it traps.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => {
        throw new Error(`Prisma's schema engine gave up: ${message}`);
      },
    },
  });
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': { ...schemaEngine, ...timersThatLetGo() },
  });
  schemaEngine.__wbg_set_wasm(instance.exports);
  const begin = instance.exports.__wbindgen_start;
  if (typeof begin === 'function') begin();
}

/** The engine allows ten seconds for a migration's lock and never clears that timer, which must not keep the process alive. */
function timersThatLetGo(): Readonly<Record<string, object>> {
  const names = Object.keys(schemaEngine).filter((name) => name.startsWith('__wbg_setTimeout_'));
  const later = (run: () => void, ms: number) => setTimeout(run, ms >>> 0).unref();
  return Object.fromEntries(names.map((name) => [name, later]));
}
