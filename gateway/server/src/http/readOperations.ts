import { readdirSync, readFileSync } from 'node:fs';
import type { Operation } from './operations.ts';

const folder = new URL('../../operations/', import.meta.url);

/**
 * Returns the operations that come with the hub, by the number that begins their file name. A file's first line is a comment with
 * its title.
 *
 * They can be requested by name (`documentId`), without sending their text.
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
