import { readdirSync, readFileSync } from 'node:fs';
import type { Operation } from './operations.ts';

const folder = new URL('../../operations/', import.meta.url);

/**
 * The operations that come with the hub, by the number their file name begins with. A file's first line is a comment that holds its title.
 *
 * They may be asked by name (`documentId`), without sending their text.
 */
export function readOperations(): readonly Operation[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    .map((file) => {
      const text = readFileSync(new URL(file, folder), 'utf8');
      const [title = '', ...lines] = text.split('\n');
      return {
        name: file.replace(/^\d+-|\.graphql$/g, ''),
        title: title.replace(/^#\s*/, ''),
        document: lines.join('\n').trim(),
      };
    });
}
