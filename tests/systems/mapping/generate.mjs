import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

// One client per engine, from the same models: a Prisma schema names its engine.
const models = readFileSync(new URL('models.prisma', import.meta.url), 'utf8');
const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');
for (const provider of ['sqlite', 'postgresql']) {
  const schema = fileURLToPath(new URL(`generated/${provider}.prisma`, import.meta.url));
  mkdirSync(dirname(schema), { recursive: true });
  writeFileSync(
    schema,
    `generator client {
  provider            = "prisma-client"
  output              = "./${provider}"
  previewFeatures     = ["views"]
  importFileExtension = "ts"
  moduleFormat        = "esm"
}

datasource db {
  provider = "${provider}"
}

${models}`,
  );
  const { status } = spawnSync(process.execPath, [prisma, 'generate', '--no-hints', '--schema', schema], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // `prisma generate` looks for a schema engine that it never uses, and would download it. Any existing file will do.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
  });
  if (status !== 0) process.exit(status ?? 1);
}
