import {
  aboutMarkWords,
  goneWords as gone,
  hereWords as here,
  keptBackWords as keptBack,
  mergedWords as merged,
} from '../database/goneWords.ts';
import { word } from './word.ts';

/** Columns that mark a row as gone, and those that mark it as not gone. */
export const goneWords = word(...gone);

export const mergedWords = word(...merged);

export const hereWords = word(...here);

/** Columns that mark a row, or part of it, as for the agency only. */
export const keptBackWords = word(...keptBack);

/** Columns with similar names that say who did it or when, not whether. */
export const aboutDeletion = word(...aboutMarkWords);
