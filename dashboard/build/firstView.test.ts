import { readFileSync, statSync } from 'node:fs';
import { pages } from '../src/browser/frame/pages.ts';

// Weighs what a browser must load before it shows a page: the built files, compressed as they are sent.

type Part = Readonly<{ file: string; imports?: readonly string[]; css?: readonly string[] }>;

const folder = new URL('../dist/browser/', import.meta.url);
const manifest: Readonly<Record<string, Part>> = JSON.parse(readFileSync(new URL('../manifest.json', folder), 'utf8'));

/** The file names of a chunk and of everything it needs. */
function needed(key: string, found = new Set<string>()): ReadonlySet<string> {
  const part = manifest[key];
  if (!part) throw new Error(`The build has no part "${key}".`);
  if (found.has(part.file)) return found;
  found.add(part.file);
  for (const file of part.css ?? []) found.add(file);
  for (const one of part.imports ?? []) needed(one, found);
  return found;
}

const weigh = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + statSync(new URL(`${file}.br`, folder)).size, 0);

const sourceOf = (load: () => unknown): string =>
  /import\((?:.*?)['"]\.\.\/(pages\/[\w/]+\.tsx)['"]/.exec(load.toString())?.[1] ?? '';

test.each(pages.map((page) => [page.path, sourceOf(page.load)]))(
  'the first view of %s needs less than 250 KB of compressed JavaScript',
  (_path, source) => {
    const files = new Set([...needed('index.html'), ...needed(source)]);
    const scripts = weigh([...files].filter((file) => file.endsWith('.js')));
    expect(scripts).toBeGreaterThan(50_000);
    expect({ tooHeavy: scripts >= 250_000 ? scripts : false }).toEqual({ tooHeavy: false });
  },
);
