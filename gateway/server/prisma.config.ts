import { defineConfig } from 'prisma/config';

// `prisma generate` would download a schema engine that it does not use. Naming any existing file keeps it offline;
// migrations run in process (src/store/migrate.ts).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } });
