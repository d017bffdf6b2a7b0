import { plain, wordsOf } from '../guard/plainWords.ts';

/** Shorter parts of a value stand in it by chance. */
const shortestPart = 5;

/**
 * Whether a served value was read from this row: from one of its columns, however it is written there (`0491570100 ` is told
 * trimmed), or from several put together.
 */
export function isReadFrom(row: Iterable<readonly [string, unknown]>, served: string): boolean {
  const whole = lettersOf(served);
  for (const [, held] of row) {
    const part = typeof held === 'object' ? '' : lettersOf(String(held ?? ''));
    if (part !== '' && (part === whole || (part.length >= shortestPart && whole.includes(part)))) return true;
  }
  return false;
}

const lettersOf = (text: string): string => wordsOf(plain(text)).join('');
