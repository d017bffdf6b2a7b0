import { goneWords as gone, hereWords as here, mergedWords as merged } from '../database/goneWords.ts';
import { word } from './word.ts';

/** Columns that say a row is gone, and those that say it is not. */
export const goneWords = word(...gone);

export const mergedWords = word(...merged);

export const hereWords = word(...here);

/** Columns that say a row is kept to the agency itself, or a part of it. */
export const keptBackWords = word(
  'confidential',
  'private',
  'restricted',
  'unlisted',
  'secret',
  'silent',
  'suppressed',
);

/** Columns that look alike and are about who did it or when, not whether. */
export const aboutDeletion = word('by', 'reason', 'rsn', 'user', 'why', 'comment');
