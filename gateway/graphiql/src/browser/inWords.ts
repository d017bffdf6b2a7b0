/**
 * A code as a reader would say it: `SERVICE_COORDINATION` is "Service coordination".
 *
 * Words of two letters are abbreviations (FV) and stay as they are.
 */
export function inWords(code: string): string {
  const words = code.split(/[_\s]+/).map((word) => (/^[A-Z]{2}$/.test(word) ? word : word.toLowerCase()));
  const sentence = words.join(' ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
