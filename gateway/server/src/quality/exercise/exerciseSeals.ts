import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { AnswerKey } from '../../store/exercises.ts';

/** Seals for what people say in one exercise, and the aliases it is kept under instead of their names. */
export type ExerciseSeals = Readonly<{
  /** The alias that somebody has in this exercise and nowhere else. */
  aliasOf(person: Readonly<{ user: string; agencyId: string }>): string;
  /** Bound to the place where it is kept: moved elsewhere, it cannot be opened. */
  seal(value: unknown, place: SealedPlace): Uint8Array;
  open(sealed: Uint8Array, place: SealedPlace): unknown;
  /** The key by which texts are sorted: it discloses neither who wrote a text nor when. */
  orderKey(text: string): string;
}>;

/** A participant, or what they said of a scenario. */
export type SealedPlace = Pick<AnswerKey, 'exerciseId' | 'alias'> & Partial<AnswerKey>;

export type SealsOf = (exercise: Readonly<{ id: string; secret: Uint8Array }>) => ExerciseSeals;

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
/** Sealed texts are padded to a multiple of so many bytes, so that their length discloses little. */
const blockBytes = 1_024;

export const newExerciseSecret = (): Uint8Array => randomBytes(32);

/**
 * Seals under two secrets: the hub's own, which is in no database, and the exercise's, which is destroyed when it is closed.
 *
 * So the database alone never discloses who said what, nor what was said; and once the exercise is closed, the hub's secret does
 * not help either. PostgreSQL's dead rows and earlier backups still hold the exercise's secret, but disclose nothing without the
 * hub's.
 *
 * CAUTION: if the hub's secret is changed during an exercise, what was said cannot be opened any more.
 */
export const exerciseSealsUnder =
  (hubSecret: Uint8Array): SealsOf =>
  ({ id, secret }) => {
    const hubKey = createHmac('sha256', hubSecret).update('exercises').digest();
    const keyFor = (use: string): Buffer =>
      createHmac('sha256', hubKey)
        .update(secret)
        .update(JSON.stringify([id, use]))
        .digest();
    const sealKey = keyFor('seal');
    const aliasKey = keyFor('alias');
    const textKey = keyFor('order');
    return {
      aliasOf: ({ user, agencyId }) =>
        createHmac('sha256', aliasKey)
          .update(JSON.stringify([agencyId, user]))
          .digest('base64url'),
      seal: (value, place) => {
        const text = Buffer.from(JSON.stringify(value));
        const filled = Buffer.alloc(Math.ceil(text.length / blockBytes) * blockBytes, ' ');
        text.copy(filled);
        const nonce = randomBytes(nonceBytes);
        const cipher = createCipheriv(algorithm, sealKey, nonce).setAAD(boundTo(place));
        const sealed = Buffer.concat([cipher.update(filled), cipher.final()]);
        return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
      },
      open: (bytes, place) => {
        const sealed = Buffer.from(bytes);
        const decipher = createDecipheriv(algorithm, sealKey, sealed.subarray(0, nonceBytes))
          .setAAD(boundTo(place))
          .setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
        const text = Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
        return JSON.parse(text.toString('utf8'));
      },
      orderKey: (text) => createHmac('sha256', textKey).update(text).digest('hex'),
    };
  };

const boundTo = ({ exerciseId, alias, round, scenarioId, kind }: SealedPlace): Buffer =>
  Buffer.from(JSON.stringify([exerciseId, alias, round ?? null, scenarioId ?? null, kind ?? null]));
