import { isObject } from './isObject.ts';

/**
 * How many sources the response in this text says did not answer; 0 where it says nothing or is no response.
 *
 * `extensions.sources` lists sources that failed; an entry that says of itself that it answered is not counted.
 */
export function unansweredSources(response: string | null): number {
  if (!response) return 0;
  try {
    const answer: unknown = JSON.parse(response);
    const extensions = isObject(answer) ? answer.extensions : null;
    const sources = isObject(extensions) ? extensions.sources : null;
    return Array.isArray(sources) ? sources.filter((source) => !answered(source)).length : 0;
  } catch {
    return 0;
  }
}

function answered(source: unknown): boolean {
  return isObject(source) && (source.answered === true || source.status === 'ANSWERED');
}
