import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/wasm-typescript';

const isTypeScript = (url) => /\.ts(\?|$)/.test(url);

/** TypeScript imported by a test file is loaded for that file alone: two test files share no state of the tests' helpers. */
export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  const [file] = /\?file=\d+$/.exec(context.parentURL ?? '') ?? [];
  return file && isTypeScript(found.url) ? { ...found, url: found.url + file } : found;
}

/** Types become blanks, so that every line and column stays in place. */
export async function load(url, context, next) {
  if (!isTypeScript(url)) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = transformSync(await readFile(filename, 'utf8'), { filename, module: true, mode: 'strip-only' });
  return { format: 'module', source: code, shortCircuit: true };
}
