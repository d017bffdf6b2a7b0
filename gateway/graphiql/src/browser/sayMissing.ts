import { isObject } from './isObject.ts';

/**
 * One sentence about the sources that the response in this text lists as missing (`extensions.sources`); empty if it lists
 * none, or is not a response.
 *
 * An entry without an agency stands for one or more sources that may not be told apart, so it never counts as exactly one.
 */
export function sayMissing(response: string | null): string {
  const sources = sourcesOf(response);
  if (sources.length === 0) return '';
  const count = `${sources.length} ${sources.length === 1 ? 'source' : 'sources'}`;
  const more = sources.some((source) => isObject(source) && source.agency === null) ? ' or more' : '';
  const part = sources.some((source) => isObject(source) && source.state === 'PARTIAL') ? ' in full' : '';
  return `${count}${more} did not respond${part}`;
}

function sourcesOf(response: string | null): readonly unknown[] {
  if (!response) return [];
  try {
    const answer: unknown = JSON.parse(response);
    const extensions = isObject(answer) ? answer.extensions : null;
    const sources = isObject(extensions) ? extensions.sources : null;
    return Array.isArray(sources) ? sources : [];
  } catch {
    return [];
  }
}
