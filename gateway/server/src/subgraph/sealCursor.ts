import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { CallerFault } from '../CallerFault.ts';
import type { Requester } from '../identity/Requester.ts';

/** Where a page ends: the sort keys of its last item. */
export type Position = readonly (string | number)[];

/** What a cursor serves: this person, agency, role and purpose, and this list. */
export type CursorUse = Readonly<{ requester: Requester; list: string }>;

export type Cursors = Readonly<{
  seal(position: Position, use: CursorUse): string;
  /** Throws `CURSOR_REFUSED` if it is not a cursor, or serves somebody or something else. */
  open(cursor: string, use: CursorUse): Position;
}>;

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Cursors are encrypted and bound: they disclose nothing, and serve only the person who got them, for the purpose and list they
 * were given for.
 *
 * The nonce is derived from what is sealed, so that equal pages give equal bytes (synthetic IV, after RFC 5297); no nonce is ever
 * used for two different messages.
 */
export function cursorsUnder(secret: Uint8Array): Cursors {
  const key = createHmac('sha256', secret).update('cursor encryption').digest();
  const nonceKey = createHmac('sha256', secret).update('cursor nonce').digest();
  const bound = ({ requester, list }: CursorUse): Buffer =>
    Buffer.from(JSON.stringify([requester.user, requester.agency.id, requester.role, requester.purpose, list]));
  return {
    seal(position, use) {
      const text = Buffer.from(JSON.stringify(position));
      const nonce = createHmac('sha256', nonceKey)
        .update(bound(use))
        .update('\0')
        .update(text)
        .digest()
        .subarray(0, nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(bound(use));
      const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(cursor, use) {
      try {
        const bytes = Buffer.from(cursor, 'base64url');
        const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes))
          .setAAD(bound(use))
          .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
        const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString(
          'utf8',
        );
        return parsePosition(JSON.parse(text));
      } catch {
        throw new CallerFault('CURSOR_REFUSED');
      }
    },
  };
}

function parsePosition(value: unknown): Position {
  if (!Array.isArray(value)) throw new Error('A position is a list.');
  return value.map((part: unknown) => {
    if (typeof part === 'string' || typeof part === 'number') return part;
    throw new Error('A position is a list of strings and numbers.');
  });
}
