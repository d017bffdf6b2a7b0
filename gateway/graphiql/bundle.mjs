/**
 * Bundles the page into dist/browser, so that the hub can serve it without a request to any other host. There are three bundles
 * with different needs: the page is split into chunks, each worker must be one self-contained file, and the style sheet loads
 * its fonts from data URLs.
 */
import { copyFile, rm } from 'node:fs/promises';
import { build } from 'esbuild';

const here = new URL('./', import.meta.url);
const out = new URL('./dist/browser/', import.meta.url);

/** @type {import('esbuild').BuildOptions} */
const shared = {
  absWorkingDir: decodeURIComponent(here.pathname),
  outdir: 'dist/browser',
  bundle: true,
  minify: true,
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
};

await rm(out, { recursive: true, force: true });
await Promise.all([
  build({
    ...shared,
    entryPoints: ['src/browser/page.tsx'],
    format: 'esm',
    splitting: true,
    chunkNames: 'chunk-[hash]',
    // GraphiQL imports prettier's old file names. Those are not modules and, once bundled, contain no parsers.
    alias: { 'prettier/parser-babel': 'prettier/plugins/babel', 'prettier/parser-graphql': 'prettier/plugins/graphql' },
    // The editor's modules import their own style sheets, but GraphiQL's sheet, in page.css, already contains them all.
    loader: { '.css': 'empty' },
  }),
  build({
    ...shared,
    entryPoints: {
      'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
      'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
      'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
    },
    format: 'iife',
  }),
  build({ ...shared, entryPoints: ['src/browser/page.css'], loader: { '.ttf': 'dataurl', '.woff2': 'dataurl' } }),
]);
await copyFile(new URL('./src/browser/page.html', here), new URL('./page.html', out));
