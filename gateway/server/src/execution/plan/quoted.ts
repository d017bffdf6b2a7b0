/** Above this length `JSON.stringify` is faster than the loop. */
const short = 60;

/** Returns a string as JSON, exactly as `JSON.stringify` writes it, but faster for most: short strings without anything to escape. */
export function quoted(text: string): string {
  if (text.length > short) return JSON.stringify(text);
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    // Control characters, the quotation mark, the backslash, and surrogates.
    if (code < 0x20 || code === 0x22 || code === 0x5c || (code >= 0xd800 && code <= 0xdfff))
      return JSON.stringify(text);
  }
  return `"${text}"`;
}
