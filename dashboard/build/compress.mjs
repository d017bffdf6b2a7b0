/**
 * Compresses the built files once, at build time and at the highest level; the hub serves them as they are. The build manifest is
 * moved out of the served folder: only the test that weighs the first view reads it.
 */
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const folder = fileURLToPath(new URL('../dist/browser/', import.meta.url));
renameSync(join(folder, 'manifest.json'), join(folder, '../manifest.json'));
for (const name of readdirSync(folder, { recursive: true }).map(String)) {
  if (!/\.(js|css|html|svg|json)$/.test(name)) continue;
  const path = join(folder, name);
  const bytes = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}
