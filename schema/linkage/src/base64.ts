const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Returns base64 with padding. Written out here because this package cannot rely on Buffer or btoa where it runs. */
export function base64(bytes: Uint8Array): string {
  const text = digits(bytes, `${letters}+/`);
  return text + '='.repeat((4 - (text.length % 4)) % 4);
}

/** Returns base64url without padding. */
export function base64url(bytes: Uint8Array): string {
  return digits(bytes, `${letters}-_`);
}

/** Decodes base64, padded or not. Throws RangeError if the text is not base64. */
export function bytesOfBase64(text: string): Uint8Array {
  const match = /^([A-Za-z0-9+/]*)={0,2}$/.exec(text.trim());
  const figures = match?.[1];
  if (figures === undefined || figures.length % 4 === 1) throw new RangeError('This is not base64.');
  const bytes = new Uint8Array(Math.floor((figures.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let next = 0;
  for (const figure of figures) {
    bits = ((bits << 6) | `${letters}+/`.indexOf(figure)) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[next] = bits >>> held;
    next += 1;
  }
  return bytes;
}

function digits(bytes: Uint8Array, alphabet: string): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 3) {
    const [first = 0, second, third] = bytes.subarray(start, start + 3);
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    text += alphabet.charAt(bits >>> 18) + alphabet.charAt((bits >>> 12) & 63);
    if (second !== undefined) text += alphabet.charAt((bits >>> 6) & 63);
    if (third !== undefined) text += alphabet.charAt(bits & 63);
  }
  return text;
}
